import type {
  CertifyRefusal,
  CloseRefusal,
  DisownRefusal,
  GiveRefusal,
  KeepRefusal,
  RecurrenceRefusal,
  ReopenRefusal,
  RestRefusal,
  ReturnRefusal,
  RouteRefusal,
  SignOffRefusal,
  StartRefusal,
  StatementRefusal,
  StopRefusal,
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
  questionLabel: '質問を入力してください',
  questionKind: '答え方を選んでください',
  questionChoices: '選択肢を2つから20まで、1行に1つずつ入力してください。同じものは入れられません',
  questionUnfit: '質問の内容を確かめてください',
  fileTooLarge: 'ファイルは5MBまでです',
  fileKind:
    'PDF・PNG・JPEG・Excel（xlsx）・Word（docx）・テキスト・CSVのファイルを選んでください。名前の末尾と中身が違うもの、マクロを含むものは受け付けません',
  fileName: 'ファイルの名前は200文字以内にしてください',
  givenUnfit: '選び直してください',
  givenConflict: (who: string | null) =>
    `ほかの人${who ? `（${who}さん）` : ''}が先に答えました。画面を開き直して、今の答えを確かめてください`,
  departmentRequired: '課を選んでください',
  dayUnfit: '月は1から12まで、日は1から31までの整数を入力してください',
  templateRequired: '元にする見直しを選んでください',
  statementLength: '10文字以上、2,000文字以内で入力してください',
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
  questionsMissing: '必須の質問に答えていないものがあるため、証明していません。回答票を確かめてください。',
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
  notCertified: 'この課は、いま証明されていません。差し戻せるのは、証明の済んだ課だけです。',
  closed,
  notFound,
}

export const reopenRefusalWords: Record<ReopenRefusal, string> = {
  open: 'この課の回答は、すでに受け付けています。',
  notFound,
}

export const giveRefusalWords: Record<GiveRefusal | 'nothing', string> = {
  nothing: '答えがありません。選ぶか入力してから、保存してください。',
  conflict: 'ほかの人が先に答えました。画面を開き直して、今の答えを確かめてください。',
  closed,
  gone: 'この質問には、いまは答えられません。画面を開き直してください。',
}

export const disownRefusalWords: Record<DisownRefusal, string> = {
  conflict: 'ほかの人が先に回答しました。今の回答を確かめてください。',
  gone: 'この行は、ほかの課へ移りました。',
  closed,
  refused: '承認待ちの変更があるか、廃棄などで有効でなくなっているため、保存していません。',
}

export const routeRefusalWords: Record<RouteRefusal, string> = {
  conflict: stale,
  gone: 'この情報資産の所管は、すでに決まったか、回答が変わりました。',
  closed,
  otherScheme:
    '学校とそのほかの課では分類体系が違うため、ここからは移せません。元の課に戻し、課から移管を提出してもらってください。',
  closedDepartment: '選んだ課は、いまはありません。',
  ended: 'この情報資産は、廃棄などで有効でなくなりました。',
  waiting: 'この情報資産には、承認待ちの変更があります。',
}

export const recurrenceRefusalWords: Record<RecurrenceRefusal, string> = {
  notFound,
  already: 'この見直しは、すでに毎年の見直しの元になっています。',
  unfit: '分類体系の切替えのための見直しは、毎年の見直しにできません。',
}

export const stopRefusalWords: Record<StopRefusal, string> = { stale, notFound }

export const statementRefusalWords: Record<StatementRefusal, string> = {
  stale: 'ほかの方が先に証明文を改めました。今の文を確かめてください。',
  past: '適用する日には、今日以後の日を入力してください。',
}
