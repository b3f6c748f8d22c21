/** Words of the page that hands assets of closed departments to their successors. */
export const moveLabels = {
  address: '/departments/moves',
  title: '後継の課への移し替え',
  lead: '廃止された部署に残っている情報資産を、後継の部署へ移します。資産番号は変わりません。',
  none: '廃止された部署に残っている情報資産はありません',
  closedOn: (day: string) => `${day}に廃止`,
  noSuccessor: '後継の部署が登録されていません。組織改編の取込みで後継を登録してください。',
  successor: '後継の部署',
  assets: '移す情報資産',
  withheld: (count: number) =>
    `このほかに関係者限りの情報資産が${count}件あり、まとめて移すときに一緒に移ります。`,
  whole: (count: number, name: string) => `${count}件すべてを${name}へ移す`,
  some: '選んだ情報資産を移す',
  moved: (count: string) => `${count}件を移しました`,
  chooseSuccessor: '後継の部署を選んでください。',
  chooseAssets: '移す情報資産を選んでください。',
} as const

export const moveRefusals = {
  notSuccessor: 'この部署の後継として登録されていないため、移していません。',
  nothingToMove: '移す情報資産がありません。ほかの人が先に移した可能性があります。画面を開き直してください。',
} as const
