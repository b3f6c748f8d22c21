import type { Duty, ProposalKind, ProposalState, StepState } from '@/lib/domain/proposal'

const number = new Intl.NumberFormat('ja-JP')
const people = (names: readonly string[]) =>
  `${names.slice(0, 3).join('さん、')}さん${names.length > 3 ? `ほか${names.length - 3}人` : ''}`

export const proposalKindLabels: Record<ProposalKind, string> = {
  registration: '新規の登録',
  change: '内容の変更',
  reclassification: '分類の見直し',
  disposal: '廃棄',
  transfer: '所管課の変更',
  merge: '統合',
}

export const proposalStateLabels: Record<ProposalState, string> = {
  submitted: '承認待ち',
  approved: '承認済み',
  returned: '差戻し',
  withdrawn: '取下げ',
  overtaken: '打切り',
}

export const dutyLabels: Record<Duty, string> = {
  manager: '情報セキュリティ管理者（課室長・校長）の承認',
  accepting: '移管先の受入れ',
  officer: '情報セキュリティ責任者（部局長）の承認',
  educationChief: '統括教育情報セキュリティ責任者の承認',
  ciso: 'CISOの承認',
}

export const stepStateLabels: Record<StepState, string> = {
  future: 'この後',
  waiting: '承認待ち',
  approved: '承認済み',
  returned: '差戻し',
  void: '取消',
}

/** Words of what was submitted: on its own page, in the list of what waits, and beside the asset. */
export const proposalLabels = {
  title: '提出の内容',
  number: (id: string) => `提出番号 ${id}`,
  submitted: (who: string, when: string) => `${who}さんが${when}に提出`,
  toDepartment: (from: string, to: string) => `${from} → ${to}`,
  reason: '提出の理由',
  judgementReason: '分類の理由',
  items: '提出した内容',
  itemCount: (count: number) => `情報資産${number.format(count)}件`,
  more: (count: number) => `ほか${number.format(count)}件の内容を見る`,
  loosening: (field: string) => `${field}（取扱いが緩くなります）`,
  classified: '分類',
  sameLevels: '今と同じ分類',
  scheme: '分類体系',
  registers: 'この内容で、台帳に「有効」として載せます。',
  keeps: 'これを残します。内容は変わりません。',
  assetNumber: (number: string) => `資産番号 ${number}`,
  steps: '承認の経過',
  olderSteps: '前の回の承認',
  nobody: '承認できる人がいません。事務局に連絡してください。',
  waitsFor: (names: readonly string[]) => `${people(names)}の承認を待っています`,
  thenNames: (names: readonly string[]) => `承認すると、次に${people(names)}の承認を待ちます。`,
  thenDuty: (duty: string) => `承認すると、次の段階（${duty}）に進みます。`,
  mayFollow: (names: readonly string[]) => people(names),
  decided: (who: string, when: string) => `${who}さん　${when}`,
  decidedFor: (who: string, principal: string, when: string) =>
    `${who}さん（${principal}さんの代決）　${when}`,
  returnedBecause: '差戻しの理由',
  baseChanged: '提出の後に元の内容が変わりました',
  baseChangedTodo: '変更前の欄は今の内容です。もう一度確かめて、承認するか差し戻してください。',
  baseChangedWaits: '変更前の欄は今の内容です。承認はもう一度、初めから行います。',
  approve: '承認する',
  approveRegistration: '承認して登録する',
  return: '差し戻す',
  returnLead: '提出した人に理由とともに戻します。台帳の内容は変わりません。',
  returnReason: '差し戻す理由',
  withdraw: '提出を取り下げる',
  withdrawLead: '承認の前なら取り下げられます。台帳の内容は変わりません。',
  withdrawReason: '取り下げる理由',
  withdrawReasonHelp: '書いておくと、提出の内容と記録に残ります。空欄でもかまいません。',
  withdrawnBecause: '取下げの理由',
  decideTitle: '承認する・差し戻す',
  open: '承認待ちの変更',
  openLead: '承認されるまで、台帳には今の内容を表示します。',
  openRegistration: '登録の承認を待っています',
  inAll: (count: number) => `この提出には、ほかに${number.format(count - 1)}件の情報資産が含まれます。`,
  all: '提出の内容を見る',
  of: (title: string) => `（${title}）`,
} as const

/** What a decision led to, named in the address that it led to. */
export const proposalDoneLabels: Readonly<
  Record<string, { kind: 'done' | 'warn'; title: string; namesIt?: true }>
> = {
  submitted: { kind: 'done', title: '提出しました。承認されると台帳に反映されます。' },
  approved: { kind: 'done', title: '承認しました。内容を台帳に反映しました。', namesIt: true },
  passed: { kind: 'done', title: '承認しました。次の段階の承認を待っています。', namesIt: true },
  returned: {
    kind: 'done',
    title: '差し戻しました。提出した人の未処理一覧に理由とともに表示されます。',
    namesIt: true,
  },
  withdrawn: { kind: 'done', title: '提出を取り下げました。台帳の内容は変わっていません。' },
  baseChanged: {
    kind: 'warn',
    title: '提出の後に元の内容が変わったため、承認していません。今の内容との違いをもう一度お確かめください。',
  },
  overtaken: {
    kind: 'warn',
    title:
      '情報資産が廃棄されるなどして、この変更は行えなくなりました。提出は打ち切られ、台帳は変わっていません。',
  },
  seen: { kind: 'done', title: '代決の内容を確認したことを記録しました。' },
}

/** 「住民異動届（新規の登録）」を承認しました。… */
export const doneTo = (title: string, done: string) => `「${title}」を${done}`

export const inboxLabels = {
  title: '未処理一覧',
  lead: 'あなたの判断や対応を待っているものを、古い順に表示します。',
  kind: {
    approval: '承認',
    returned: '差戻し',
    review: '定期見直し',
    seen: '後閲',
    stuck: '承認できる人がいない提出',
  },
  kinds: '未処理の種類',
  everything: 'すべて',
  stuck: (place: string, count: number) =>
    `${place}：承認できる人がいない提出が${number.format(count)}件あります`,
  stuckTodo: (roles: readonly string[]) =>
    `${roles.join('、')}のいずれかの役割を、提出した人とは別の人に付けると、その人の未処理一覧に出ます。役割は、統括情報セキュリティ責任者又はCISOが付けます。`,
  stuckAct: '組織と人で役割を確かめる',
  since: (when: string) => `${when}から`,
  onBehalfOf: (principal: string) => `${principal}さんの代決として`,
  empty: '未処理のものはありません',
  emptyTodo: '承認を待つ提出や差し戻されたものがあると、ここに表示されます。',
  emptyPage: 'これより後に未処理のものはありません',
  first: '初めから見る',
  next: '次を見る',
  choose: (title: string) => `${title}を選ぶ`,
  selected: '承認する提出',
  bulkTitle: 'まとめて承認する',
  bulkLead: '内容を確かめ、承認するものを選んでください。差し戻すものは、開いて理由を書きます。',
  bulk: '選んだ提出を承認する',
  bulkAll: (count: number) => `この画面の${number.format(count)}件をすべて承認する`,
  openToReturn: '開いて差し戻す',
  mend: '内容を直して提出し直す',
  toMend: (count: number) => `まだ提出し直していない情報資産が${number.format(count)}件あります`,
  toMendLead: '1件ずつ直して提出し直します。すべて提出し直すと、未処理一覧から消えます。',
  moreToMend: (count: number) => `ほか${number.format(count)}件を見る`,
  of: (title: string) => `（${title}）`,
  seen: '確認した',
  decided: (count: number) => `${number.format(count)}件を承認しました。`,
  passed: (count: number) => `${number.format(count)}件は、次の段階の承認を待っています。`,
  baseChanged: (count: number) =>
    `${number.format(count)}件は提出の後に元の内容が変わったため、もう一度お確かめください。`,
  refused: (count: number) =>
    `${number.format(count)}件は、ほかの人が先に処理したか、あなたが承認できないものです。変更していません。`,
} as const

export const transferLabels = {
  page: '所管課の変更を提出する',
  title: (name: string) => `${name}の所管課の変更を提出する`,
  lead: '今の所管課の承認と、移管先の受入れがそろうと移ります。それまでは今の所管課が管理します。資産番号は変わりません。',
  department: '移管先の所管課',
  reason: '移管の理由',
  submit: '提出する',
  cancel: 'やめる',
} as const
