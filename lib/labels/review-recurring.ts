/** Reviews that come every year by themselves. */
export const recurringLabels = {
  title: '毎年の見直し',
  lead: '元にする見直しの対象・質問・設定を写して、毎年同じ日に自動で作り、始めます。件名の「令和○年度」は、その年度に替わります。',
  list: '決めてある毎年の見直し',
  empty: '毎年の見直しはまだありません',
  emptyTodo: '元にする見直しと、開始日・期限の月日を決めると、毎年自動で始まります。',
  template: '元にする見直し',
  opens: '開始日',
  due: '期限',
  next: '次の開始',
  last: '前回',
  state: '状態',
  active: '続けています',
  stopped: (day: string) => `${day}にやめました`,
  never: 'まだありません',
  stop: 'やめる',
  stopOf: (title: string) => `（${title}）`,
  form: '毎年の見直しを決める',
  formLead:
    '期限の月日が開始日より前なら、翌年の日になります。2月30日のように無い日は、その月の末日になります。',
  opensMonth: '開始の月',
  opensDay: '開始の日',
  dueMonth: '期限の月',
  dueDay: '期限の日',
  month: '月',
  day: '日',
  make: '毎年の見直しにする',
  noTemplate: '元にできる見直しがありません。先に見直しを作ってください。',
  monthDay: (month: number, day: number) => `${month}月${day}日`,
  link: '毎年の見直し',
} as const

/** The city's own statement that heads certify. */
export const statementLabels = {
  title: '証明文',
  lead: '課室長が見直しを証明するときの文です。改めても、すでに証明された分の文は変わりません。',
  history: 'これまでの証明文',
  from: '適用する日',
  text: '証明文',
  textHelp: '課室長が自分の名で証明する内容を、文で書きます。',
  by: '改めた人',
  standard: '初めからの文',
  current: '今の文',
  later: 'これから適用',
  past: '前の文',
  state: '状態',
  save: '証明文を改める',
  edit: '証明文を改める',
  link: '証明文',
} as const

export const toolsTitle = '運営'
