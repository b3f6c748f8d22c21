import type { MappingRefusal } from '@/lib/domain/scheme-mapping'
import { axisLabels } from './scheme'
import type { LevelAxis } from '@/lib/domain/scheme'

const number = new Intl.NumberFormat('ja-JP')
const many = (count: number) => `${number.format(count)}件`

/** What follows from the levels of an earlier version: shown beside a version, and written in its form. */
export const mappingLabels = {
  title: '対応表',
  of: (from: string, to: string) => `${from} → ${to}`,
  from: (label: string) => `「${label}」からの対応`,
  lead: '前の版の分類から、この版の分類が自動で決まるかどうかです。決まるものは見直しで提案され、決まらないものは人が判断します。どちらも承認を受けるまで台帳は変わりません。',
  before: '前の版の区分',
  personal: '個人情報があるもの（未入力を含む）',
  notPersonal: '個人情報がないもの',
  judge: '判断し直す',
  none: 'この対応表はまだありません。',
  make: '対応表を作る',
  edit: '対応表を直す',
  used: 'この対応表による見直しが始まっているため、内容は変えられません。',
  formTitle: '分類体系の対応表',
  formLead:
    '前の版のすべての区分について、新しい版の区分か「判断し直す」を選びます。見直しが始まるまで直せます。',
  axis: (axis: LevelAxis) => axisLabels[axis],
  levelPersonal: (axis: LevelAxis, level: string) =>
    `${axisLabels[axis]}${level}で、個人情報があるもの（未入力を含む）`,
  levelNotPersonal: (axis: LevelAxis, level: string) => `${axisLabels[axis]}${level}で、個人情報がないもの`,
  save: '対応表を保存する',
  cancel: 'やめる',
  saved: '対応表を保存しました。',
  choose: '新しい版の区分か「判断し直す」を選んでください',
} as const

export const mappingRefusalWords: Record<MappingRefusal, string> = {
  notFound: 'この版は見つかりません。画面を開き直してください。',
  otherFamily: '同じ分類体系の、別の版どうしを選んでください。',
  used: mappingLabels.used,
  stale:
    '入力している間に、ほかの方がこの対応表を直しました。保存していません。画面を開き直して、今の内容を確かめてください。',
  notWhole:
    '対応表がそろっていません。前の版のすべての区分に、新しい版の区分か「判断し直す」を選んでください。保存していません。',
}

/** A review that moves assets to another version: its form, its sheet, its figures. */
export const reclassificationLabels = {
  kind: '見直しの種類',
  kinds: { regular: '通常の見直し', reclassification: '新しい分類基準への見直し' },
  kindHints: {
    regular: '分類と取扱いが今も正しいかを確かめます。',
    reclassification: '前の版で分類されている情報資産を、新しい版で分類し直します。',
  },
  schemes: '分類基準の版',
  schemesHelp:
    '前の版で分類されている情報資産だけが対象になります。新しい版が施行中で、対応表がそろっているときに始められます。',
  noSchemes: '対応表がまだありません。分類基準の画面で作ると、選べるようになります。',
  toSchemes: '分類基準の画面を開く',
  schemesRequired: '分類基準の版を選んでください',
  schemesUnfit: 'この版の組み合わせは選べません。同じ分類体系の、別の版どうしを選んでください',
  notReady: (pair: string) => `${pair}（まだ始められません）`,
  counted: (assets: string, departments: string, follows: string, judged: string) =>
    `今の対象は、${departments}課の${assets}件です。対応表のとおりに決まるもの${follows}件、判断し直すもの${judged}件です。`,
  ofReview: (from: string, to: string) => `新しい分類基準への見直し：${from} → ${to}`,
  sheetLead: (from: string, to: string) =>
    `「${from}」の分類を「${to}」の分類へ移します。提出したものが承認されるまで、台帳の分類は変わりません。`,
  becomes: '対応表による分類',
  judge: '判断し直す',
  judgeAct: '新しい基準で分類する',
  adopt: '対応表のとおりでよい',
  restTitle: '対応表のとおりに決まるものをまとめて提出する',
  restLead: (follows: number, judge: number) =>
    [
      follows > 0
        ? `対応表のとおりに新しい分類が決まる${many(follows)}を、一つの提出にまとめて承認へ回せます。`
        : '対応表のとおりに決まるもので、まだ提出していないものはありません。',
      judge > 0 ? `ほかの${many(judge)}は、一件ずつ新しい基準で判断してください。` : '',
    ].join(''),
  rest: (count: number) => `残り${many(count)}を対応表のとおりに提出する`,
  adopted: '対応表のとおりの分類を提出しました。承認されると台帳に反映されます。',
  changesTitle: '分類基準の変更',
  changesLead: (from: string, to: string) => `「${from}」から「${to}」への、区分ごとの件数です。`,
  changesOf: (axis: LevelAxis) => `${axisLabels[axis]}の前の版と新しい版の区分ごとの件数`,
  oldLevel: '前の版',
  newLevel: '新しい版',
  rows: '件数',
  unset: 'なし',
  changed: '新しい版になったもの',
  still: '前の版のままのもの',
  ended: '廃棄などで有効でなくなったもの',
  elsewhere: '別の分類体系になったもの',
  stillIn: '前の版のままの情報資産がある課',
  department: '課',
  noChanged: '新しい版になった情報資産は、まだありません。',
} as const

/** What stands in a proposal that takes over what follows. */
export const adoptionWords = {
  title: (count: number, first: string) =>
    count === 1 ? `${first}（対応表による分類）` : `対応表による分類（${many(count)}）`,
  submitReason: (from: string, to: string) => `分類基準の対応表（${from} → ${to}）のとおり`,
  reason: (from: string, to: string, levels: string) =>
    `分類基準の対応表（${from} → ${to}）による。旧：${levels}`,
  judged: (from: string, levels: string) => `旧：${levels}（${from}）`,
} as const

export const adoptRefusals = {
  nothing: '対応表のとおりに提出できるものは残っていません。ほかの方が先に提出した場合があります。',
  countChanged:
    '表示した後に、まとめて提出できる件数が変わりました。まだ提出していません。今の件数を確かめて、もう一度押してください。',
} as const
