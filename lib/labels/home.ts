import type { Role } from '@/lib/domain/access'
import { formatDate } from './dates'
import { roleLabels } from './roles'

const number = new Intl.NumberFormat('ja-JP')
const many = (count: number) => (count > 1000 ? '1,000件以上' : `${number.format(count)}件`)

/** Words of the first page: what waits, by role. */
export const homeLabels = {
  title: 'ホーム',
  greeting: (name: string) => `${name}さん`,
  waiting: 'することの一覧',
  nothing: '今、していただくことはありません',
  nothingTodo: 'よく使う画面を開けます。',
  inbox: (count: number) => `未処理が${many(count)}あります`,
  inboxTodo: '承認を待つ提出、差し戻されたものなどを、古い順に確かめます。',
  ownCount: (count: number) => `あなたの下書き${many(count)}が、まだ提出されていません`,
  ownTodo: '分類が済んだものは、開いて提出できます。',
  sent: (count: number) => `あなたが提出した${many(count)}が、承認を待っています`,
  sentTodo: '承認されると台帳に反映されます。それまでは取り下げられます。',
  unclassifiedDrafts: (count: number) => `分類が済んでいない下書きが${many(count)}あります`,
  unclassifiedDraftsTodo: '質問に答えて分類すると、提出できるようになります。',
  unconfirmed: (count: number) => `1年以上確認していない情報資産が${many(count)}あります`,
  unconfirmedTodo: '内容が今も正しいかを確かめ、変わっていれば編集します。',
  unconfirmedOversight: '所管課に確認を依頼してください。',
  draftsInReach: (count: number) => `下書きが${many(count)}あります`,
  draftsInReachTodo: '所管課が提出し、承認されると有効になります。',
  unclassified: (count: number) => `有効なのに分類していない情報資産が${many(count)}あります`,
  unclassifiedTodo: '所管課が「分類を見直す」から分類します。',
  ending: (count: number, days: number) => `${days}日以内に期限が来る役割が${number.format(count)}件あります`,
  endingTodo: '続ける人の期限を更新します。',
  endingAsk: '続ける人については、事務局に更新を依頼してください。',
  endingLine: (person: string, role: Role, department: string | null, until: string) =>
    `${[department, person].filter(Boolean).join('　')}（${roleLabels[role]}）　${formatDate(until)}まで`,
  closed: (name: string, assets: number) =>
    `廃止した${name}に、情報資産が${number.format(assets)}件残っています`,
  closedTodo: '後継の課へ移します。',
  more: (count: number) => `ほか${number.format(count)}件`,
  canSubmit: '提出できます',
  notClassified: '分類がまだです',
  reviews: '行われている定期見直し',
  tasks: 'よく使う画面',
  act: {
    create: '情報資産を登録する',
    search: '情報資産を探す',
    dashboard: '全体状況を見る',
    people: '利用者を調べる',
    records: '記録を調べる',
    schemes: '分類基準を見る',
    standard: '学校の標準台帳を見る',
  },
} as const
