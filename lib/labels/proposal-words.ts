import type { ProposalKind } from '@/lib/domain/proposal'
import type { DecisionRefusal, SubmitRefusal, WithdrawRefusal } from '@/lib/domain/proposal-answers'
import { proposalKindLabels } from './proposals'

/** What a form of a proposal says where something is missing. */
export const proposalFormErrors = {
  tooLong: (limit: number) => `${limit}文字以内で入力してください`,
  returnReasonRequired: '差し戻す理由を入力してください',
  nothingSelected: '提出を1件以上選んでください',
  departmentUnknown: '移管先の所管課を候補から選んでください',
  transferReasonRequired: '移管の理由を入力してください',
} as const

export const submitRefusalWords: Record<SubmitRefusal, string> = {
  stale:
    '入力している間に、ほかの人がこの情報資産を変更しました。まだ提出していません。今の内容を確かめてから、もう一度ボタンを押してください。',
  alreadyProposed:
    'この情報資産には、承認待ちの変更があります。承認されるか、取り下げられてから、もう一度提出してください。',
  notFound: 'この情報資産は見つかりません。移管されたか、閲覧できる範囲の外にあります。提出はしていません。',
  ended: 'この情報資産は廃棄又は取消となっているため、変更を提出できません。',
  unclassified: '分類が終わっていないため、提出していません。先に「編集する」から分類を入力してください。',
  nothingChanges: '今の内容と変わるところがないため、提出していません。',
  closedDepartment: '廃止された課へは移管できません。所管課を選び直してください。',
  unfit: 'この情報資産の今の状態では、この変更を提出できません。',
  notPermitted: 'この所管課の情報資産の変更を提出する権限がありません。提出はしていません。',
  notInReview:
    'この情報資産は、今はこの課の見直しの対象ではないか、見直しが締め切られています。提出はしていません。',
}

/** A draft that waits for approval rests until it is decided or taken back. */
export const submittedWord = '提出中です。直すには、先に取り下げてください。'

export const decisionRefusalWords: Record<DecisionRefusal, string> = {
  stale: 'ほかの方が先に処理しました。今の状態を確かめてください。',
  ownSubmission:
    'ご自分が提出したもの、又はご自分が代決している方が提出したものは、承認も差戻しもできません。',
  notYours: 'この提出は、いまのあなたの役割では承認できません。',
  secondTime: '前の段階を承認した方は、次の段階を承認できません。',
  notFound: 'この提出は見つかりません。閲覧できる範囲の外にあります。',
}

export const withdrawRefusalWords: Record<WithdrawRefusal, string> = {
  stale: decisionRefusalWords.stale,
  notYours: 'この提出を取り下げられるのは、提出した人と、その課の担当者・管理者です。',
  notFound: decisionRefusalWords.notFound,
}

export const seenRefusalWords = {
  nothingToSee: '後閲の必要なものはありません。ほかの画面で確かめ済みの場合があります。',
} as const

/** 「住民票の写しの交付申請書（分類の見直し）ほか99件」, in at most 200 letters. */
export function proposalTitle(kind: ProposalKind, names: readonly string[]): string {
  const [first = '', ...others] = names
  const more = others.length === 0 ? '' : `ほか${others.length}件`
  const tail = `（${proposalKindLabels[kind]}）${more}`
  const room = 200 - tail.length
  return `${first.length > room ? `${first.slice(0, room - 1)}…` : first}${tail}`
}
