import type {
  CertifyRefusal,
  CloseRefusal,
  KeepRefusal,
  ReopenRefusal,
  RestRefusal,
  ReturnRefusal,
  SignOffRefusal,
  StartRefusal,
} from '@/lib/domain/review-answers'
import { openingProblemWords } from './review-adoption'

/** What a form of a review says where something is missing. */
export const reviewFormErrors = {
  titleRequired: '件名を入力してください',
  opensOnRequired: '開始日を入力してください',
  opensOnPast: '開始日には、今日以後の日を入力してください',
  dueOnRequired: '期限を入力してください',
  dueBeforeOpening: '期限には、開始日以後の日を入力してください',
  mustOpenUnfit: '0から1,000までの整数を入力してください',
  scopeUnfit: '対象の選択肢が変わりました。画面を開き直して、もう一度選んでください',
  reasonRequired: '理由を入力してください',
  tooLong: (limit: number) => `${limit.toLocaleString('ja-JP')}文字以内で入力してください`,
} as const

const closed = 'この見直しは締め切られています。'
const notFound = 'この見直しは見つかりません。閲覧できる範囲の外にあります。'
const stale = 'ほかの方が先に処理しました。今の状態を確かめてください。'

export const keepRefusalWords: Record<KeepRefusal, string> = {
  stale:
    '入力している間に、ほかの方がこの見直しを直しました。今の内容を確かめてから、もう一度入力してください。',
  opened: 'この見直しは始まっています。始まった見直しの内容は直せません。',
  notFound,
  past: reviewFormErrors.opensOnPast,
  unfit: reviewFormErrors.scopeUnfit,
}

export const startRefusalWords: Record<StartRefusal, string> = { stale, notFound, ...openingProblemWords }
export const closeRefusalWords: Record<CloseRefusal, string> = { stale, notFound }

export const restRefusalWords: Record<RestRefusal, string> = {
  countChanged:
    '表示した後に、まとめて回答できる件数が増えました。まだ回答していません。今の件数を確かめて、もう一度押してください。',
  closed,
  nothing: 'まとめて回答できるものは残っていません。ほかの方が先に回答した場合があります。',
}

export const certifyRefusalWords: Record<CertifyRefusal, string> = {
  changed: '表示した後に回答が変わりました。まだ証明していません。もう一度お確かめください。',
  notAnswered: '未回答のものがあるため、証明していません。',
  unsettled: '決まっていない回答があるため、証明していません。回答票を確かめてください。',
  alreadyCertified: 'すでに証明されています。',
  closed,
  nothing: 'この課には、証明する回答がありません。',
  notYours: 'この課の見直しは、いまのあなたの役割では証明できません。',
}

export const signOffRefusalWords: Record<SignOffRefusal, string> = {
  changed: '表示した後に証明が変わりました。まだ確認していません。もう一度お確かめください。',
  notCertified: '証明が済んでいない課があるため、確認していません。',
  alreadySignedOff: 'すでに確認されています。',
  closed,
  notYours: 'この部局の見直しは、いまのあなたの役割では確認できません。',
}

export const returnRefusalWords: Record<ReturnRefusal, string> = {
  notCertified: 'この課の証明は、すでに取り消されています。',
  closed,
  notFound,
}

export const reopenRefusalWords: Record<ReopenRefusal, string> = {
  open: 'この課の回答は、すでに受け付けています。',
  notFound,
}
