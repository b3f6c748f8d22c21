import type { AnswerOfflineRefusal, OfflineKind, OfflineProblemCode } from '@/lib/domain/offline-answers'

const number = new Intl.NumberFormat('ja-JP')
const many = (count: number) => `${number.format(count)}件`

/** Schools that answer on paper: their page, the workbook brought in, and what is said of it. */
export const offlineLabels = {
  title: '学校の紙の回答',
  link: '学校の紙の回答',
  lead: 'ポータルにつながらない学校の回答を、ブックで受け取り、校長が署名した紙とあわせて取り込みます。',
  export: '回答のブックを書き出す',
  exportLead:
    '学校ごとに1枚のシートと、印刷して校長が署名する紙があります。学校は「回答」と「回答の理由」の欄に書きます。',
  exportAll: 'すべての学校のブックを書き出す',
  exportOne: 'この学校のブック',
  ofName: (name: string) => `（${name}）`,
  closed: '締切済み',
  schools: '学校ごとの回答',
  school: '学校',
  rows: '対象',
  answered: '回答済み',
  state: '状態',
  states: { open: '受付中', certified: '証明済み', returned: '差戻し', reopened: '再受付中' },
  noSchools: '紙の回答を取り込める学校がありません。',
  noSchoolsTodo: '学校を対象に含む、受付中の見直しで使います。',
  bring: '回答のブックを取り込む',
  bringLead: 'まず読み取った内容を表示します。この時点では、まだ何も回答しません。',
  book: '回答のブック',
  bookHelp: 'このページで書き出した「.xlsx」、3MBまで',
  read: '読み取って確かめる',
  waiting: '確かめている途中のブック',
  waitingOne: (file: string, when: string) => `${file}（${when}に読み取り）`,
  brought: '取り込んだ回答',
  noneBrought: 'まだありません。',
  file: 'ブック',
  by: '取り込んだ人',
  at: '日時',
  signed: '署名された紙',
  person: (name: string) => `${name}さん`,
  many,
  shownTitle: '紙の回答を確かめる',
  answeredTitle: '取り込んだ紙の回答',
  receipt: (workbook: string) => `受付番号　学校回答-${workbook}`,
  hash: (hash: string) => `sha256　${hash}`,
  counts: '学校ごとの件数',
  kinds: {
    answer: '回答する',
    same: '同じ',
    stale: '書き出した後に変わった',
    refused: '取り込めない',
    blank: '無回答',
  } satisfies Record<OfflineKind, string>,
  answeredKinds: { answer: '回答した', stale: '答えずに残した' },
  refusedTitle: (count: number) => `取り込めない行があります（${many(count)}）`,
  refusedTodo: 'ブックを直して、もう一度取り込んでください。直すまで、何も回答しません。',
  staleTitle: (count: number) => `書き出した後に変わった行があります（${many(count)}）`,
  staleTodo:
    'ポータルで先に回答されたか、台帳が変わりました。これらの行は答えずに残します。学校に確かめて、新しいブックで答え直してください。',
  refusedRows: '取り込めない行',
  staleRows: '書き出した後に変わった行',
  answerRows: '回答する行',
  answeredRows: '回答した行',
  leftRows: '答えずに残した行',
  place: '場所',
  cell: (sheet: string, cell: string) => `シート「${sheet}」の${cell}`,
  lineOf: (sheet: string, line: number) => `シート「${sheet}」の${line}行目`,
  asset: '情報資産',
  number: '資産番号',
  ofSchool: '学校への質問',
  what: '何が違うか',
  mend: '直し方',
  answer: '回答',
  note: '回答の理由',
  was: 'ポータルの今の回答',
  unanswered: '未回答',
  noAnswer: '―',
  unknown: '見つかりません',
  given: (place: number, value: string) => `質問${place}　${value}`,
  more: (count: number) => `ほかに${many(count)}あります。学校ごとの件数を見てください。`,
  unread: (sheets: string) => `読まなかったシート：${sheets}`,
  nothingTitle: '回答するものがありません',
  nothingTodo: 'ブックの回答は、すべてポータルの回答と同じか、空欄です。何も変えていません。',
  signLead: (check: string) =>
    `紙の照合番号が「${check}」であることを確かめて、署名された紙（PDF・PNG・JPEG、5MBまで）を付けてください。`,
  signMissing: '署名された紙がまだありません',
  signPresent: '付けた紙',
  signAct: '紙を付ける',
  sheetOf: (school: string) => `${school}の署名された紙`,
  signSections: '校長が署名した紙',
  leaveLabel: '変わった行の扱い',
  leave: '書き出した後に変わった行は、答えずに残す',
  confirm: '見直しに回答する',
  confirmLead: (rows: number, schools: number) =>
    `${number.format(schools)}校、${many(rows)}を回答します。教育委員会の担当者が学校に代わって回答したことと、署名された紙が記録に残ります。`,
  confirmWaits: '署名された紙がすべての学校に付くと、回答できます。',
  changeTitle: (count: number) => `「変更する」の行があります（${many(count)}）`,
  changeTodo:
    '回答とあわせて書き換えられた欄は、同じブックを「ファイルから取り込む」に送ると、変更の前と後を確かめて、承認に提出できます。分類の変更もここから提出します。承認されると、この回答は確定します。',
  changeLink: 'ファイルから取り込む',
  disposedTitle: (count: number) => `「廃棄した」の行があります（${many(count)}）`,
  disposedTodo:
    '廃棄の日と方法は、校長か学校の情報資産担当者が、教育委員会の端末でその情報資産のページから届け出ます。届け出が承認されると、この回答は確定します。',
  done: {
    signed: '署名された紙を付けました。',
    answered: '見直しに回答しました。学校名を押すと、その学校の回答票が開きます。',
  } as Readonly<Record<string, string>>,
  busy: 'ほかの方のファイルを受け取っています。1分ほど待って、もう一度押してください。',
} as const

/** What is wrong with a row, and how to mend it. `written`: as it stands in the cell. */
export const offlineProblemWords: Record<
  OfflineProblemCode,
  { what: (written: string) => string; mend: string }
> = {
  unreadable: {
    what: () => '式の誤りか、使えない文字があります',
    mend: '打ち直してください',
  },
  numberMissing: { what: () => '資産番号がありません', mend: '書き出したときの資産番号に戻してください' },
  numberUnreadable: {
    what: (written) => `「${written}」は資産番号として読めません`,
    mend: '書き出したときの資産番号に戻してください',
  },
  ticketMissing: {
    what: () => '回答票の版が書き換えられています',
    mend: '書き出したときの「回答票の版」に戻すか、新しく書き出したブックに写してください',
  },
  answerUnknown: {
    what: (written) => `「${written}」という回答はありません`,
    mend: '変更なし・変更する・廃棄した・自分の課ではないから選んでください',
  },
  noteTooLong: { what: () => '回答の理由が長すぎます', mend: '1,000字までにしてください' },
  givenTooLong: { what: () => '質問への答えが長すぎます', mend: '2,000字までにしてください' },
  givenUnknown: {
    what: (written) => `「${written}」という番号の質問はありません`,
    mend: '書き出したときの番号に戻してください',
  },
  otherReview: {
    what: () => '別の見直しのブックの行です',
    mend: 'この見直しから書き出したブックで答えてください',
  },
  double: { what: () => '同じ情報資産の行が、上にもあります', mend: 'どちらか一方を消してください' },
  notInReview: {
    what: () => 'この見直しの対象に、あなたの担当する学校の情報資産として見つかりません',
    mend: '資産番号を確かめるか、行を消してください',
  },
  certified: {
    what: () => 'この学校の回答は証明済みです',
    mend: '事務局に差し戻してもらうと、もう一度答えられます。証明のとおりでよければ、行を消してください',
  },
  closed: {
    what: () => 'この学校の回答は締め切られています',
    mend: '事務局が再び受け付けると、答えられます',
  },
  unfit: {
    what: () => '質問への答えが選択肢にありません',
    mend: '選択肢から選んでください。ファイルで答える質問は、学校の回答票から付けてください',
  },
  waiting: {
    what: () => 'この行の変更が、承認を待っています',
    mend: '承認か差戻しを待つか、回答を空欄にしてください',
  },
  ended: {
    what: () => '廃棄などにより、台帳で有効でなくなった情報資産です',
    mend: '「廃棄した」を選ぶか、回答を空欄にしてください',
  },
  openProposal: {
    what: () => '承認待ちの変更がある情報資産です',
    mend: '「変更する」を選ぶか、承認を待ってください',
  },
  schemeToChange: {
    what: () => '新しい分類基準で分類し直す見直しのため、「変更なし」では答えられません',
    mend: '「変更する」を選び、新しい分類を理由に書いてください',
  },
}

export const offlineFormErrors = {
  noFile: 'ファイルを選んでください',
  tooLarge: (bytes: number) => `ファイルは${Math.floor(bytes / 1024 / 1024)}MBまでです`,
  interrupted: '読み取りが途中で止まりました。もう一度お送りください',
  fileName: 'ファイルの名前は200文字以内にしてください',
  sheetKind: 'PDF・PNG・JPEGのファイルを選んでください。名前の末尾と中身が違うものは受け付けません',
} as const

export const keepOfflineWords = {
  closed: 'この見直しは、学校の回答を受け付けていません。何も変えていません。',
  empty:
    '回答の行が見つかりません。このページで書き出したブックか、見出しの行が残っているかを確かめてください。何も変えていません。',
  tooMany: '一度に取り込めるのは5,000行までです。学校を分けてください。何も変えていません。',
  noSchool: 'この見直しに、あなたの担当する学校がありません。何も変えていません。',
  busy: offlineLabels.busy,
} as const

export const exportOfflineWords = {
  busy: 'ほかの方が書き出しています。1分ほど待って、もう一度押してください。',
  tooMany: '一度に書き出せるのは5,000件までです。一校ずつ書き出してください。',
} as const

export const signWords = {
  gone: 'この学校の紙は、もう付けられません。画面を開き直してください。',
} as const

export const answerOfflineWords: Record<AnswerOfflineRefusal, string> = {
  gone: 'このブックは、新しいブックに替わりました。見直しのページから開き直してください。何も回答していません。',
  changed:
    '確かめた後に、回答か台帳が変わりました。下の内容をもう一度確かめてください。何も回答していません。',
  refused: '取り込めない行があります。ブックを直して、もう一度取り込んでください。何も回答していません。',
  stale: '書き出した後に変わった行があります。答えずに残すときは、印を付けてください。何も回答していません。',
  nothing: '回答するものがありません。何も変えていません。',
  unsigned: '署名された紙のない学校があります。学校ごとに紙を付けてください。何も回答していません。',
}
