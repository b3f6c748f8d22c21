import type { DisposalRefusal } from '@/lib/domain/disposal'
import type { RegistrationRefusal } from '@/lib/domain/registration'

const notFound =
  'この情報資産は見つかりません。移管されたか、閲覧できる範囲の外にあります。保存はしていません。'
const stale =
  '入力している間に、ほかの人がこの情報資産を変更しました。まだ保存していません。今の内容を確かめてから、もう一度ボタンを押してください。'

export const draftRefusals = {
  outOfReach: 'この所管課には登録できません。所管課を選び直してください。保存はしていません。',
} as const

export const editRefusals = {
  notFound,
  stale: '保存されている内容とあなたの入力を見比べてください。まだ保存していません。',
  ended: 'この情報資産は廃棄又は取消となっているため、変更できません。',
  needsReclassify:
    '有効な情報資産の分類とネットワーク区分は、情報セキュリティ管理者が変更します。保存はしていません。',
} as const

export const registerRefusals: Record<RegistrationRefusal | 'notFound' | 'stale', string> = {
  notFound,
  stale,
  notDraft: 'この情報資産は下書きではありません。すでに登録されたか、取り消されています。',
  ownSubmission:
    'ご自身が作成した、又は最後に編集した下書きは、ほかの管理者又は部局の責任者が登録します。登録は行っていません。',
  classificationIncomplete:
    '分類が終わっていないため、登録していません。先に「編集する」から分類を入力してください。',
}

export const disposeRefusals: Record<DisposalRefusal | 'notFound' | 'stale', string> = {
  notFound,
  stale,
  notActive: '有効な情報資産だけを廃棄できます。記録は保存していません。',
  methodNotAllowed: 'この情報資産の区分では、その方法は選べません。示された方法から選んでください。',
  dateInFuture: '廃棄日は、今日までの日付を入力してください。',
  dateBeforeRegistration: '廃棄日は、登録日以後の日付を入力してください。',
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
} as const

export const reviewProposal =
  '入力した内容から区分を提案しました。まだ保存していません。「分類」の提案を確かめて、もう一度ボタンを押してください。'
