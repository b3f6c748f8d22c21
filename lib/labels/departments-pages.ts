import type { SuccessionKind } from '@/lib/domain/department'

export const departmentLabels = {
  title: '部署',
  lead: '部局とその下の課・室・学校などです。毎年4月1日の組織改編で変わり、前の名前も残ります。',
  caption: '部署の一覧',
  search: '部署名・コード・前の名前',
  searchAct: '探す',
  today: '今の部署',
  all: '過去と将来も含む',
  lacking: '担当者か管理者がいない部署',
  lackingLead:
    '情報セキュリティ管理者又は情報資産担当者が今日いない部署です。上の部署に付いた役割は、その下の部署の分としても数えます。',
  lackingWhy: '担当者か管理者がいない部署はありません。',
  lackingTodo: '今することはありません。',
  lacks: { assetManager: '管理者なし', assetClerk: '担当者なし' },
  views: '表示する部署',
  found: (count: number) => `${count}件`,
  name: '部署名',
  code: 'コード',
  category: '組織区分',
  executiveBody: '議会・執行機関',
  period: '有効な期間',
  history: '沿革',
  closed: '廃止',
  future: '開始前',
  fromTo: (from: string, to: string) => `${from} 〜 ${to}`,
  since: (from: string) => `${from} から`,
  emptyWhy: '当てはまる部署はありません。',
  emptyTodo: '部署名の一部かコードで探すか、過去と将来も含めて探してください。',
  nothingWhy: '部署はまだ登録されていません。',
  nothingTodo: '管理者が組織を取り込むと、ここに並びます。',
} as const

/** Why the list is empty, and what one can do. */
export function emptyDepartments(registered: number, { q, lacking }: { q: string; lacking: boolean }) {
  const { nothingWhy, nothingTodo, lackingWhy, lackingTodo, emptyWhy, emptyTodo } = departmentLabels
  if (registered === 0) return { why: nothingWhy, todo: nothingTodo }
  return lacking && q === '' ? { why: lackingWhy, todo: lackingTodo } : { why: emptyWhy, todo: emptyTodo }
}

const from: Record<SuccessionKind, (name: string) => string> = {
  rename: (name) => `${name}から名称変更`,
  merge: (name) => `${name}を統合`,
  split: (name) => `${name}の一部を引き継ぎ`,
  abolish: (name) => `廃止された${name}を引き継ぎ`,
}
const to: Record<SuccessionKind, (name: string) => string> = {
  rename: (name) => `${name}に名称変更`,
  merge: (name) => `${name}に統合`,
  split: (name) => `分割して${name}へ`,
  abolish: (name) => `廃止して${name}へ`,
}

/** 前身: R7.4.1 保健センターから名称変更 */
export const formerInWords = (kind: SuccessionKind, day: string, name: string) => `${day} ${from[kind](name)}`
/** 後継: R7.4.1 保健センターに名称変更 */
export const successorInWords = (kind: SuccessionKind, day: string, name: string) =>
  `${day} ${to[kind](name)}`
