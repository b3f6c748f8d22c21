import { editRefusals } from './asset-refusals'

const number = new Intl.NumberFormat('ja-JP')

/** Words of the page that changes several assets at once. */
export const bulkEditLabels = {
  title: 'まとめて変更する',
  link: 'この一覧からまとめて変更する',
  lead: '選んだ情報資産の同じ項目を、一度に同じ内容に変えます。取扱いが緩くなる変更は課ごとに一つの提出になり、承認されてから反映されます。ほかはすぐに変わります。',
  back: '台帳',
  chooseTitle: '情報資産と新しい内容を選ぶ',
  chooseLead: '変更できる「有効」な情報資産だけを示しています。承認待ちの変更があるものは含みません。',
  assets: '変更できる情報資産',
  name: '名称',
  number: '資産番号',
  department: '所管課',
  fields: '新しい内容',
  unchanged: '変えない',
  unchangedHelp: '変えないときは空欄にします。',
  preview: '変わるところを確かめる',
  none: 'この条件に、変更できる情報資産はありません',
  noneTodo: '台帳で条件を変えてから、もう一度開いてください。',
  previewTitle: '変わるところ',
  proposed: (field: string) => `${field}（承認されてから）`,
  same: '今の内容と同じため、変わりません。',
  someProposed: '承認待ちの変更があるものが含まれるため、変更できません。選び直してください。',
  reason: '変更の理由',
  act: (count: number) => `${number.format(count)}件を変更する`,
  again: '選び直す',
  done: (count: number) => `${number.format(count)}件の変更を受け付けました。`,
  doneSubmitted: '承認が必要なものは提出しました。承認されると台帳に反映されます。',
} as const

export const bulkEditErrors = {
  nothingChosen: '変更する情報資産を一つ以上選んでください',
  nothingTyped: '新しい内容を一つ以上入力してください',
  badDate: '「令和8年4月1日」のように入力してください',
  reasonRequired: '変更の理由を入力してください',
  tooLong: '1,000文字以内で入力してください',
  unfit: '選んだ内容を読み取れません。選び直してください',
} as const

export const bulkEditRefusals = {
  ...editRefusals,
  stale:
    '確かめている間に、ほかの人が選んだ情報資産のどれかを変更しました。何も変えていません。選び直して、今の内容を確かめてください。',
  nothingChanges: '選んだ情報資産は、すでにその内容です。何も変えていません。',
} as const
