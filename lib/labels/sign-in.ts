import { formatDate } from './dates'

/** 令和8年4月1日(水) 08:30, in Asia/Tokyo. */
export function momentInWords(moment: Date): string {
  const [day = '', time = ''] = swedish.format(moment).split(' ')
  return `${formatDate(day)} ${time}`
}
// Sweden writes yyyy-mm-dd hh:mm.
const swedish = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** Refusals that any form can meet. */
export const sessionEnded =
  'サインインの有効時間が過ぎたため、まだ保存していません。別のタブでサインインし直してから、もう一度ボタンを押してください。入力した内容はこの画面に残っています。'
export const notPermitted =
  'この操作を行う権限がないため、保存していません。権限については事務局にお問い合わせください。'

export const somethingFailed =
  'ポータルの側で問題が起きたため、保存していません。少し待ってから、もう一度ボタンを押してください。入力した内容はこの画面に残っています。'

export const signInLabels = {
  title: 'サインイン',
  lead: '情報資産台帳を使うには、自分のログインIDとパスワードでサインインしてください。',
  loginId: 'ログインID',
  password: 'パスワード',
  act: 'サインインする',
  pending: '確認しています',
  help: 'ログインIDやパスワードが分からないときは、ポータル管理者に問い合わせてください。',
  signedOut: 'サインアウトしました',
  failed: 'サインインできませんでした',
  missing: { loginId: 'ログインIDを入力してください。', password: 'パスワードを入力してください。' },
  /** The same for an unknown login, a wrong password and whoever may no longer come in. */
  refused:
    'ログインIDかパスワードが違うか、利用の期間が終わっています。もう一度入力してください。続けて失敗するときは、ポータル管理者に問い合わせてください。',
  refusedThenWait: (seconds: number) => `失敗が続いたため、次は${seconds}秒待ってから入力してください。`,
  wait: (seconds: number) =>
    `失敗が続いたため、いまは受け付けていません。${seconds}秒待ってから、もう一度サインインしてください。`,
  busy: 'サインインが混み合っています。10秒ほど待ってから、もう一度ボタンを押してください。',
} as const

export const sampleAccountLabels = {
  title: '見本の利用者',
  lead: '見本データで動いています。ログインIDを選ぶと、上の入力欄に入ります。',
  password: 'パスワードは共通です：',
  loginId: 'ログインID',
  name: '氏名',
  role: '役割',
  department: '所属',
  everywhere: '全庁',
} as const

export const passwordLabels = {
  title: 'パスワード変更',
  firstTitle: '最初にパスワードを決めてください',
  firstLead:
    '仮のパスワードでサインインしました。自分だけが知るパスワードに変えると、台帳を使えるようになります。',
  resetNotice: (when: string, by: string) => `${when}に管理者（${by}）が仮のパスワードを発行しました`,
  resetAdvice: '心当たりがないときは、情報セキュリティの担当（事務局）に知らせてください。',
  present: '今のパスワード',
  presentOneTime: '仮のパスワード',
  chosen: '新しいパスワード',
  repeated: '新しいパスワード（もう一度）',
  rules:
    '12文字以上。ログインIDや氏名、並んだ文字は使えません。記号や数字を混ぜる決まりはないので、思い出しやすい言葉をいくつかつなげてください。',
  act: 'パスワードを変更する',
  otherSessions: '変更すると、ほかの端末でのサインインはすべて終わります。',
  changed: 'パスワードを変更しました',
  changedMore: 'ほかの端末でのサインインは終わりました。次からは新しいパスワードを使ってください。',
  wrong: '今のパスワードが違います。入力し直してください。',
  wait: (seconds: number) =>
    `失敗が続いたため、いまは受け付けていません。${seconds}秒待ってから、もう一度変更してください。`,
  busy: '処理が混み合っています。10秒ほど待ってから、もう一度ボタンを押してください。パスワードは変わっていません。',
  sessionEnded:
    'サインインの有効時間が過ぎたため、パスワードは変わっていません。サインインし直してください。',
  none: 'このサインインにはパスワードがないため、変更できません。',
  missing: '入力してください。',
  notRepeated: '新しいパスワードと同じものを入力してください。',
  same: '今のパスワードと違うものにしてください。',
} as const

/** Why a password cannot be chosen, at its field. */
export const passwordFaults = {
  tooShort: '12文字以上にしてください。',
  tooLong: '128文字以内にしてください。',
  common: 'よく使われていて推測されやすいパスワードです。別のものにしてください。',
  personal: 'ログインIDや氏名が入っています。別のものにしてください。',
  pattern: '同じ文字や並びの繰り返しです。別のものにしてください。',
} as const

export const resetLabels = {
  title: '仮のパスワード',
  lead: 'パスワードを忘れた人に、一度だけ使う仮のパスワードを発行します。その人のサインインはすべて終わります。',
  act: '仮のパスワードを発行する',
  issued: (name: string) => `${name}さんの仮のパスワードを発行しました`,
  shownOnce: 'この画面でしか表示されません。本人であることを確かめてから伝えてください。',
  password: '仮のパスワード',
  until: (when: string) => `${when}まで使えます。サインインするとすぐに変更を求められます。`,
  self: '自分には発行できません。「パスワード変更」を使ってください。',
  unknown: 'この人はサインインできない人です。発行していません。',
  busy: '処理が混み合っています。10秒ほど待ってから、もう一度ボタンを押してください。発行していません。',
} as const

export const sessionLabels = {
  title: 'サインイン中の端末',
  lead: '30分使わないか、サインインから12時間たつと自動で終わります。見覚えのないものがあれば終わらせて、パスワードを変更してください。',
  caption: 'サインイン中の端末の一覧',
  browser: '端末',
  source: '接続元',
  since: 'サインインした日時',
  lastSeen: '最後に使った日時',
  act: '操作',
  current: 'この端末',
  end: '終わらせる',
  endOf: (browser: string, since: string) => `${since}にサインインした端末（${browser}）を終わらせる`,
  signOut: 'サインアウトする',
  hidden: '表示しません',
  none: 'サインイン中の端末はありません。',
  gone: 'その端末のサインインは、すでに終わっています。',
  ended: '選んだ端末のサインインを終わらせました',
  changePassword: 'パスワードを変更する',
} as const

export const browserLabels = {
  edge: 'Edge',
  chrome: 'Chrome',
  firefox: 'Firefox',
  safari: 'Safari',
  other: 'そのほかのブラウザー',
} as const

export const systemLabels = {
  windows: 'Windows',
  mac: 'Mac',
  ios: 'iPhone・iPad',
  android: 'Android',
  linux: 'Linux',
  other: 'そのほかの機器',
} as const

export const browserOnSystem = (browser: string, system: string) => `${system}の${browser}`
