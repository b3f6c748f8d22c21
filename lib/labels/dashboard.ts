import type { SchemeFamily } from '@/lib/domain/scheme'

const number = new Intl.NumberFormat('ja-JP')
export const countInWords = (count: number) => number.format(count)
export const assetsInWords = (count: number) => `${number.format(count)}件`
export const peopleInWords = (count: number) => `${number.format(count)}人`

/** Words of 全体状況. */
export const dashboardLabels = {
  title: '全体状況',
  lead: '閲覧できる範囲の情報資産を数えています。数を押すと、その情報資産の一覧が開きます。',
  basisDate: (day: string) => `基準日 ${day}`,
  attention: '確かめること',
  cases: '件',
  attentionNone: '確かめることはありません。',
  total: '有効な情報資産',
  unconfirmed: '1年以上、内容を確認していない',
  unconfirmedTodo: '所管課に確認を依頼してください。',
  unconfirmedOwn: '内容を確かめてください。',
  unconfirmedColumn: '1年以上未確認',
  drafts: '下書きのまま、登録を待っている',
  draftsTodo: '情報セキュリティ管理者が登録すると有効になります。',
  unclassified: '有効だが、分類していない',
  unclassifiedTodo: '所管課が「分類を見直す」から分類します。',
  withoutZone: '有効だが、ネットワーク区分が未入力',
  withoutZoneTodo: '紙や施設であれば「対象外」を選びます。',
  unknownPeople: '個人情報の本人の数が不明',
  unknownPeopleTodo: '所管課がおおよその数を確かめて入力します。',
  withoutPersonal: '有効だが、個人情報の有無が未入力',
  withoutPersonalTodo: '個人情報があるかどうかを確かめて入力します。',
  withheld: (count: number) =>
    `このほかに関係者限りの情報資産が${number.format(count)}件あります。名称などは表示せず、下の数にも入れていません。`,
  matrix: {
    municipal: '機密性 × ネットワーク区分（自治体の分類体系）',
    education: '重要性分類 × ネットワーク区分（教育の分類体系）',
  } satisfies Record<SchemeFamily, string>,
  matrixCaption: {
    municipal: '機密性とネットワーク区分ごとの件数',
    education: '重要性分類とネットワーク区分ごとの件数',
  } satisfies Record<SchemeFamily, string>,
  matrixLead: {
    municipal: '有効な情報資産のうち、自治体の分類体系によるものです。',
    education: '有効な情報資産のうち、教育の分類体系（学校）によるものです。',
  } satisfies Record<SchemeFamily, string>,
  levelHead: { municipal: '機密性', education: '重要性分類' } satisfies Record<SchemeFamily, string>,
  rowTotal: '合計',
  columnTotal: '合計',
  cellName: (level: string, zone: string, count: number) => `${level}、${zone}：${number.format(count)}件`,
  scrollHint: '横に動かすと続きが見えます',
  legend: 'マスの下線は、件数が多いほど太くなります。',
  legendStep: (from: number) => `${number.format(from)}件から`,
  breakdown: '所管ごとの件数',
  categories: '組織区分',
  bodies: '議会・執行機関',
  bureaus: '部局',
  active: '有効',
  drafting: '下書き',
  personal: '個人情報の種類と本人の数',
  personalCaption: '個人情報の種類ごとの件数と本人の数',
  personalLead: '本人の数は、分かっているものの合計です。同じ人を複数の情報資産で数えることがあります。',
  personalKind: '個人情報の種類',
  assets: '情報資産',
  people: '本人の数',
  peopleUnknown: '本人の数が不明',
  unknownCount: (count: number) => `不明 ${number.format(count)}件`,
  personalTotal: '個人情報を含むものの合計',
  empty: '有効な情報資産はまだありません',
  emptyTodo: '情報資産が登録されると、ここに件数が表示されます。',
  toLedger: '台帳を開く',
} as const
