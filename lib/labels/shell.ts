import words from './error-pages.json'

/** Words of the frame around every page: header, navigation, banners, error pages. */
export const shellLabels = {
  portalName: '情報資産台帳',
  skipToContent: '本文へ移動',
  homeLink: '最初の画面へ',
  search: '資産を探す',
  searchAct: '探す',
  inbox: '未処理',
  notices: 'お知らせ',
  unread: (count: number) => `未読${count}件`,
  menu: 'メニュー',
  mainNavigation: '主なメニュー',
  personMenu: '利用者のメニュー',
  actingAs: (post: string) => `${post}として操作中`,
  asDeputy: (post: string, principal: string) => `${post}（${principal}さんの代決）`,
  deputies: '代決',
  changePassword: 'パスワード変更',
  sessions: 'サインイン中の端末',
  signOut: 'サインアウト',
  bannerName: 'この画面のデータについて',
  sampleData: '見本データで動いています',
  sampleDataMore: '入力した内容は業務に使えません。',
  clockMoved: (day: string) => `日付を${day}に動かしています`,
  basisDate: (day: string) => `基準日　${day}`,
  printedBy: (name: string) => `出力者　${name}`,
} as const

/** The seven entries of the left side, in the order they are shown. */
export const navLabels = {
  home: 'ホーム',
  assets: '台帳',
  reviews: '定期見直し',
  zones: 'ネットワーク区分',
  dashboard: '全体状況',
  organization: '組織と人',
  records: '記録',
  jobs: '処理の状況',
  mail: 'メール',
} as const

/** Buttons and small words of the error pages. */
export const errorPageActs = {
  retry: 'もう一度表示する',
  home: 'ホームへ',
  ledger: '台帳を開く',
  number: '問い合わせ番号',
} as const

/** One entry per error page: what happened, whether anything was saved, what to do. Also read by scripts/error-documents.mjs. */
export const errorPageLabels = words
