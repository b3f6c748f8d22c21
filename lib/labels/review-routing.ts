const number = new Intl.NumberFormat('ja-JP')

/** 自分の課ではない, on the page of a row. */
export const disownLabels = {
  title: '自分の課の情報資産でないとき',
  lead: '所管の課が決まるまで、この行は回答の要るものとして今の課に残ります。',
  earlier: '前に所管していた課',
  to: (department: string) => `${department}へ移管を提出する`,
  other: 'ほかの課を選んで移管を提出する',
  unknown: '所管の課が分からないとき',
  note: '事務局への説明',
  noteHelp: '心当たりや経緯があれば書きます。空欄でもかまいません。',
  leave: '分からないので事務局に任せる',
  fromForm: '所管の課が分からないときは、事務局に任せる',
} as const

/** 所管を決める, for the secretariat. */
export const routeLabels = {
  title: '所管を決める',
  of: (review: string) => `${review}　所管を決める`,
  lead: '「自分の課ではない」と回答され、引き受ける課の決まっていない情報資産です。課を決めると、回答した人の名で移管が提出され、引き受ける課の長が承認します。',
  empty: '所管の決まっていない情報資産はありません',
  emptyTodo: '「自分の課ではない」と回答され、課が分からないものがここに並びます。',
  withheld: (number: string) => `${number}（関係者限り）`,
  asked: (department: string, who: string, when: string) => `${department}　${who}さん　${when}`,
  refused: (department: string, reason: string) => `${department}が引き受けませんでした。${reason}`,
  note: '説明',
  department: '所管の課',
  departmentOf: (name: string) => `${name}の所管の課`,
  suggested: '前に所管していた課',
  others: 'すべての課',
  back: (department: string) => `${department}に戻す（回答をやり直してもらう）`,
  reason: '理由',
  submit: '課を決める',
  waiting: (rows: number) => `所管の決まっていない情報資産が${number.format(rows)}件あります`,
  transferTitle: (asset: string) => `${asset}の所管課の変更`,
  withheldAsset: '関係者限りの情報資産',
} as const
