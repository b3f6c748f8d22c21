import type { DisposalRefusal } from '@/lib/domain/disposal'
import type { RegistrationRefusal } from '@/lib/domain/registration'

export const registrationRefusalLabels: Record<RegistrationRefusal, string> = {
  ownSubmission: '自分が下書きした情報資産は、別の承認者が登録します。登録は行われていません。',
  notDraft: 'この情報資産は下書きではありません。画面を開き直して、今の状態を確かめてください。',
  classificationIncomplete: '分類が終わっていません。足りない区分を選んでから、登録してください。',
}

export const disposalRefusalLabels: Record<DisposalRefusal, string> = {
  notActive: '有効な情報資産だけを廃棄できます。記録は保存されていません。',
  methodNotAllowed: 'この情報資産の分類では、その方法は選べません。ほかの方法を選んでください。',
  dateInFuture: '廃棄日は、今日までの日付を入力してください。',
  dateBeforeRegistration: '廃棄日は、登録日以後の日付を入力してください。',
}
