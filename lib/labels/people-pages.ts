import type { RenewalObstacle } from '@/lib/domain/grant-renewal'
import { formatDateWithoutWeekday } from './dates'

export const organizationTabLabels = {
  navigation: '組織と人の画面',
  people: '人と役割',
  renewal: '年度更新',
  departments: '部署',
  moves: '後継への移し替え',
  schemes: '分類基準',
  standardLedger: '標準台帳（学校）',
} as const

export const peopleLabels = {
  title: '組織と人',
  lead: 'ポータルを使う人と、その役割です。',
  add: '人を追加する',
  caption: '人と役割の一覧',
  found: (count: number) => `${count.toLocaleString('ja')}人`,
  search: '氏名やログインID',
  searchAct: '探す',
  role: '役割',
  anyRole: 'すべての役割',
  department: '部署（その下も含む）',
  state: '役割の状態',
  anyState: '指定しない',
  states: { ending: '60日以内に終わる', none: '役割がない' },
  ended: '利用を終えた人も表示する',
  name: '氏名',
  loginId: 'ログインID',
  employment: '任用区分',
  grants: '役割と範囲',
  until: '期限',
  noGrant: '役割がありません',
  open: '期限なし',
  endedPerson: '利用終了',
  endsSoon: 'まもなく終了',
  emptyWhy: '当てはまる人はいません。',
  emptyTodo: '条件をゆるめるか、氏名の一部だけで探してください。',
} as const

export const personLabels = {
  title: (name: string) => `${name}さん`,
  edit: '情報を変更する',
  identity: '本人',
  grants: '役割',
  grantsLead: '今日の役割と、これまでの役割です。',
  grantsCaption: '役割の一覧',
  none: '役割はまだありません。役割を付け、ポータル管理者が仮のパスワードを発行すると、サインインできます。',
  where: '範囲',
  period: '期間',
  fromTo: (from: string, to: string) => `${from} 〜 ${to}`,
  grantedBy: '付けた人',
  state: '状態',
  act: '操作',
  states: { active: '有効', future: '開始前', past: '終了' },
  account: 'アカウント',
  sessions: 'サインイン中の端末',
  ended: (day: string) => `${formatDateWithoutWeekday(day)}から利用できません`,
  done: {
    added: '人を追加しました。サインインできるようにするには、役割と仮のパスワードが必要です。',
    edited: '変更を保存しました',
    ended: '利用の終わりを記録しました',
    given: '役割を付けました',
    grantEnded: '役割を終えました',
    sessionEnded: '選んだ端末のサインインを終わらせました',
  },
} as const

export const renewalLabels = {
  title: '役割の年度更新',
  lead: (from: string, to: string) =>
    `${formatDateWithoutWeekday(from)}までに終わる役割です。続けない人のチェックを外してください。チェックした役割を${formatDateWithoutWeekday(to)}まで更新し、外した役割は期限どおりに終わります。`,
  caption: '年度末までに終わる役割',
  choose: '更新する',
  person: '人',
  role: '役割',
  where: '範囲',
  until: '今の期限',
  chooseRow: (name: string, role: string) => `${name}の${role}を更新する`,
  act: (until: string) => `選択した役割を${formatDateWithoutWeekday(until)}まで更新する`,
  actCounted: (count: number, until: string) =>
    `選択した${count}件を${formatDateWithoutWeekday(until)}まで更新する`,
  done: (count: number, until: string) =>
    `${count}件の役割を、${formatDateWithoutWeekday(until)}まで更新しました`,
  doneNote: '更新した役割は一覧から外れました。',
  emptyWhy: '年度末までに終わる役割はありません。',
  emptyTodo: '更新するものがないので、今することはありません。',
} as const

export const renewalObstacleLabels: Record<RenewalObstacle, string> = {
  ownGrant: '自分の役割は更新できません',
  personEnds: 'この人は利用を終えます',
  departmentCloses: '部署がなくなります',
  roleNotGrantable: '統括責任者又はCISOが更新します',
}
