import type { DisposalRefusal } from '@/lib/domain/disposal'
import type { SubmitRefusal } from '@/lib/domain/proposal-answers'
import type { SubmissionRefusal } from '@/lib/domain/registration'
import { submitRefusalWords, submittedWord } from './proposal-words'

const notFound =
  'この情報資産は見つかりません。移管されたか、閲覧できる範囲の外にあります。保存はしていません。'
const stale =
  '入力している間に、ほかの人がこの情報資産を変更しました。まだ保存していません。今の内容を確かめてから、もう一度ボタンを押してください。'

export const draftRefusals = {
  ...submitRefusalWords,
  outOfReach: 'この所管課には登録できません。所管課を選び直してください。保存はしていません。',
} as const

export const editRefusals = {
  ...submitRefusalWords,
  notFound,
  stale: '保存されている内容とあなたの入力を見比べてください。まだ保存していません。',
  ended: 'この情報資産は廃棄又は取消となっているため、変更できません。',
  needsReclassify:
    '有効な情報資産の分類とネットワーク区分は、「分類を見直す」から変更を提出します。保存はしていません。',
  submitted: submittedWord,
} as const

export const registerRefusals: Record<SubmissionRefusal | SubmitRefusal, string> = {
  ...submitRefusalWords,
  notDraft: 'この情報資産は下書きではありません。すでに登録されたか、取り消されています。',
  alreadyProposed: 'この下書きは、すでに提出されています。',
  classificationIncomplete: submitRefusalWords.unclassified,
}

export const disposeRefusals: Record<DisposalRefusal | SubmitRefusal, string> = {
  ...submitRefusalWords,
  notActive: '有効な情報資産だけを廃棄できます。提出はしていません。',
  methodNotAllowed: 'この情報資産の区分では、その方法は選べません。示された方法から選んでください。',
  dateInFuture: '廃棄日は、今日までの日付を入力してください。',
  dateBeforeRegistration: '廃棄日は、登録日以後の日付を入力してください。',
}

export const transferRefusals: Record<
  SubmitRefusal | 'notActive' | 'sameDepartment' | 'otherScheme',
  string
> = {
  ...submitRefusalWords,
  notActive: '有効な情報資産だけを移管できます。提出はしていません。',
  sameDepartment: '今の所管課と同じです。移管先の所管課を選び直してください。',
  otherScheme:
    '学校とそれ以外の課では分類体系が異なるため、この画面では移管できません。先に「分類を見直す」からネットワーク区分と分類を変えるか、移管先で新しく登録してください。',
}

export const confirmRefusals = {
  notFound,
  stale,
  notActive: '有効な情報資産だけを確認できます。',
} as const

export const cancelRefusals = {
  notFound,
  stale,
  notDraft: '下書きだけを取り消せます。',
  submitted: submittedWord,
} as const

export const reviewProposal =
  '入力した内容から区分を提案しました。まだ保存していません。「分類」の提案を確かめて、もう一度ボタンを押してください。'
