import type { DeputyObjection, EndDeputyRefusal } from '@/lib/domain/deputy-answers'

/** Words of the page on which somebody is named to stand in for a post (代決). */
export const deputyLabels = {
  title: '代決',
  lead: '不在の間、承認や定期見直しの証明を代わりに行う人を決めます。代決した人の名前で記録され、本人は後で内容を確かめます（後閲）。',
  nameTitle: '代決者を決める',
  namePurposeOwn: '代決者は、あなたと同じ部局で、編集や承認をする役割のある人から選びます。',
  namePurposeOthers: 'ほかの人の不在の間の代決者も決められます。ご自分を代決者にすることはできません。',
  post: '代決される役割',
  postHelp: '氏名、役割、所属から選びます。',
  kind: '不在の間の承認',
  kinds: {
    deputy: '代決者を決める',
    absent: '代決者を置かない',
  },
  kindHints: {
    deputy: '選んだ人が、その人の名前で承認・差戻し・証明をします。',
    absent: '不在だけを記録します。承認待ちのものは、次に承認できる人の未処理一覧に出ます。',
  },
  deputy: '代決する人',
  deputyHelp: '氏名、かな、所属から選びます。「代決者を置かない」ときは空欄にします。',
  validFrom: '始まりの日',
  validFromHelp: '空欄にすると今日からです。',
  until: '終わりの日',
  untilHelp: 'この日の終わりまでです。366日以内で決めてください。',
  reason: '理由',
  reasonHelp: '例：出張のため、休暇のため',
  act: 'この内容で決める',
  actHint: '代決者は、自分が提出したものと、代決される人が提出したものは承認できません。',
  list: { current: 'いま行われている代決', coming: 'これからの代決', past: '終わった代決' },
  empty: { current: 'いま行われている代決はありません。', coming: 'これからの代決はありません。' },
  emptyAll: '代決はまだ決められていません',
  emptyTodo: '不在の予定があるときは、下で代決者を決めてください。',
  emptyNobody: 'あなたに代決を頼んだ人がいると、ここに表示されます。',
  principal: '代決される人',
  of: '役割',
  who: '代決する人',
  period: '期間',
  why: '理由',
  namedBy: '決めた人',
  end: '終了する',
  endOf: (principal: string) => `${principal}さんの代決を終了する`,
  cancelOf: (principal: string) => `${principal}さんのこれからの代決を取りやめる`,
  cancel: '取りやめる',
  absent: '置かない（不在）',
  acts: '操作',
  fromTo: (from: string, to: string) => `${from}〜${to}`,
  endedOn: (day: string) => `${day}に終了`,
  me: (name: string) => `${name}（あなた）`,
  seenLater:
    '代わりに承認されたものは、あなたの未処理一覧に「後閲」として出ます。見直しの証明と部局の確認は「お知らせ」に出ます。',
  onlyClerkMore:
    'この方は、この課でただ一人の情報資産担当者です。提出があると、次に承認できる人の未処理一覧に出ます。急ぐときは、別の人を代決者にしてください。',
  done: {
    named: '代決者を決めました。',
    onlyClerk: '代決者を決めました。ただし、この方が提出したものは、この方は承認できません。',
    absent: '不在を記録しました。承認待ちのものは、次に承認できる人に表示されます。',
    ended: '代決を終了しました。',
  },
} as const

export const deputyFormErrors = {
  postRequired: '代決される役割を候補から選んでください',
  kindRequired: '代決者を決めるか、置かないかを選んでください',
  deputyRequired: '代決する人を候補から選んでください',
  deputyNotAsked: '「代決者を置かない」ときは、代決する人を空欄にしてください',
  untilRequired: '終わりの日を入力してください',
  fromPast: '始まりの日には、今日以後の日を入力してください',
  untilBeforeFrom: '終わりの日には、始まりの日以後の日を入力してください',
  tooLong: '期間は366日以内で決めてください',
  reasonRequired: '理由を入力してください',
  reasonTooLong: '200文字以内で入力してください',
} as const

export const deputyRefusalWords: Record<DeputyObjection, string> = {
  notYours:
    'この役割の代決者は、役割のある本人か、統括情報セキュリティ責任者・CISOが決めます。何も変えていません。',
  noSuchPost: 'この役割は、すでに終わっています。何も変えていません。画面を開き直してください。',
  ownFavour: 'ご自分をほかの人の代決者にすることはできません。別の人を選んでください。',
  samePerson: '代決される人と代決する人が同じです。別の人を選んでください。',
  periodUnfit: '期間を確かめてください。今日以後で、366日以内です。何も変えていません。',
  cannotStandIn:
    'この人は代決者になれません。同じ部局で、編集や承認をする役割のある人を選んでください。ほかの部局の人にするときは、統括情報セキュリティ責任者に依頼してください。',
  overlaps:
    'この役割には、その期間に重なる代決又は不在がすでにあります。先にそれを終了するか、期間を直してください。何も変えていません。',
}

export const endDeputyRefusalWords: Record<EndDeputyRefusal, string> = {
  notFound: 'この代決は見つからないか、あなたには終了できません。何も変えていません。',
  stale: 'この代決は、すでに終わっています。画面を開き直してください。',
}
