/** Words of the standard school ledger. */
export const standardAssetFields = {
  name: '情報資産の名称',
  importance: '重要性分類',
  zoneCode: 'ネットワーク区分',
  storageLocation: '保管場所',
  userScope: '利用者の範囲',
  takeOut: '校外への持ち出し',
  retention: '保存期間',
  medium: '媒体',
} as const

export const standardAssetLabels = {
  title: '標準台帳（学校）',
  lead: 'どの学校にもある情報資産の手本です。学校はこれをもとに、自校の台帳をつくります。',
  caption: '標準台帳の一覧',
  count: (count: number) => `${count}件`,
  add: '標準台帳に追加する',
  addLead: '追加した行は、一覧の終わりに入ります。',
  edit: '変更する',
  editOf: (name: string) => `${name}を変更する`,
  editTitle: (name: string) => `「${name}」を変更する`,
  addAct: '追加する',
  editAct: '変更を保存する',
  what: '何を、どれだけ守るか',
  whatPurpose: '名称は学校で使う言い方にします。重要性分類は、漏れたり失われたりしたときの影響で決めます。',
  where: 'どこに置き、だれが使うか',
  wherePurpose: '学校ごとに違うところは空欄にしておけます。',
  act: '操作',
  noZone: '紙などで、区分が要らないときは空欄にします。',
  saved: '標準台帳を保存しました',
  emptyWhy: '標準台帳には、まだ何もありません。',
  emptyTodo: '教育情報セキュリティ責任者が追加すると、ここに並びます。',
  missing: '入力してください。',
  tooLong: '200文字以内で入力してください。',
  chooseImportance: '重要性分類を選んでください。',
} as const

export const standardAssetRefusals = {
  nameTaken: '同じ名称の行がすでにあります。名称を変えてください。保存は行われていません。',
  noScheme: '施行中の教育の分類体系がありません。事務局に相談してください。保存は行われていません。',
  unknownLevel:
    '選んだ重要性分類は、施行中の分類体系にありません。選び直してください。保存は行われていません。',
  nothingToDo: '追加する行がありません。',
  notFound: 'この行は標準台帳にありません。一覧から開き直してください。',
  stale: '入力している間に、ほかの人がこの行を変更しました。',
} as const
