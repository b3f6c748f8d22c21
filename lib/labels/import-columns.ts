import type { FileScheme } from '@/lib/domain/import/city-words'
import type { MappingShare } from '@/lib/domain/import/import-state'
import type { HeadMeaning } from '@/lib/domain/import/import-field'
import { zoneCodes } from '@/lib/domain/reference'
import { levelAxes } from '@/lib/domain/scheme'
import { personalDataLabels } from './asset'
import { importFieldLabels } from './import-fields'
import { zoneLabels } from './zones'

/** Putting right how a file is read. */
export const columnLabels = {
  title: '列の読み方',
  lead: '見出しの言葉から、それぞれの列を次のように読みました。違うところを選び直して「この読み方で読み直す」を押してください。台帳は変わりません。',
  back: '取り込む内容',
  sheets: 'シート',
  tableFrom: (name: string, line: number) => `${name} ${line}行目から`,
  notTaken: (name: string) => `${name}（取り込みません）`,
  isChosen: 'このシートを取り込む',
  encoding: '文字の種類',
  encodingDoubtful: '読めない文字がありました。文字が化けているときは、選び直してください。',
  headFrom: '見出しの最初の行',
  headTo: '見出しの最後の行',
  headHelp: '見出しの行を変えると、列を読み直します。',
  noHead:
    '見出しの行が見つかりませんでした。見出しが何行目にあるかを入れてください。1件を1枚に書いた様式は、1行に1件の表に書き直してからお送りください。ファイルの初めは次のとおりです。',
  columns: '列',
  columnsLead: '「取り込まない」にした列は使いません。',
  columnCaption: '列とその読み方',
  letter: '列',
  head: '見出し',
  sample: '書かれている例',
  means: '読み方',
  meansOf: (letter: string, head: string) => `${letter}列「${head}」の読み方`,
  none: '取り込まない',
  likely: '確かめてください',
  clash: 'ほかの列と同じ意味のようです',
  others: 'そのほか',
  scheme: '分類の体系',
  schemeUnsure: '分類が「1」と「2」だけのため、どの体系か分かりませんでした。',
  departmentWord: '所管課が書かれていない行の所管課',
  departmentHelp: 'シート全体が一つの課の台帳のときに選びます。',
  blanks: '空白のセル',
  reason: '分類を見直す理由',
  reasonHelp: '台帳にある情報資産の分類を変えるときに、承認者に伝わる理由です。',
  act: 'この読み方で読み直す',
} as const

export const fileSchemeLabels: Record<FileScheme, string> = {
  current: '今の体系（3A・3B・3C・2・1）',
  earlier: '旧い体系（3・2・1）',
  education: '教育の体系（Ⅰ・Ⅱ・Ⅲ・Ⅳ）',
}
export const blanksLabels: Record<'keep' | 'clear', { label: string; hint: string }> = {
  keep: { label: '台帳の内容をそのまま残す', hint: 'ほかの台帳から取り込むときに向いています。' },
  clear: {
    label: '台帳の内容も空にする',
    hint: 'このポータルから書き出したファイルを直したときに向いています。',
  },
}

const groups = {
  identity: '名称と所管',
  level: '分類',
  personal: '個人情報',
  marks: '○や×で書かれた列',
  place: '保管と利用',
  outside: '委託とクラウド',
  other: 'そのほか',
} as const

const groupOf: Record<HeadMeaning, Exclude<keyof typeof groups, 'marks'>> = {
  number: 'identity',
  name: 'identity',
  nameKana: 'identity',
  departmentCode: 'identity',
  bureau: 'identity',
  department: 'identity',
  kindCode: 'identity',
  task: 'identity',
  description: 'identity',
  systemManager: 'identity',
  cityWide: 'identity',
  zone: 'level',
  confidentiality: 'level',
  integrity: 'level',
  availability: 'level',
  levels: 'level',
  importance: 'level',
  audience: 'level',
  classificationReason: 'level',
  scheme: 'level',
  personalData: 'personal',
  myNumberUse: 'personal',
  dataSubjects: 'personal',
  personalFileNumber: 'personal',
  personalFileExemption: 'personal',
  medium: 'place',
  storageLocation: 'place',
  mediumAndPlace: 'place',
  userScope: 'place',
  takeOut: 'place',
  handlingNotes: 'place',
  retention: 'place',
  disposalDueOn: 'place',
  hasBackup: 'place',
  recoveryHours: 'place',
  outsourcedTo: 'outside',
  outsourcingEndsOn: 'outside',
  outsourcingCheckedOn: 'outside',
  subcontracted: 'outside',
  cloudService: 'outside',
  cloudIsmap: 'outside',
  cloudCountries: 'outside',
  cloudStandardTerms: 'outside',
  cloudApproval: 'outside',
  mfaBasis: 'outside',
  snsOwner: 'outside',
  visibility: 'other',
  nextReviewOn: 'other',
  registeredOn: 'other',
  remarks: 'other',
  keptByPortal: 'other',
}

const order: readonly string[] = Object.values(groups)

/** What a column may be taken for, in the order of the form. */
export const columnOptions: { value: string; label: string; group: string }[] = [
  ...Object.entries(groupOf).map(([means, group]) => ({
    value: means,
    label: importFieldLabels[means as HeadMeaning],
    group: groups[group],
  })),
  ...(['personal', 'sensitive', 'specific'] as const).map((kind) => ({
    value: `marks-${kind}`,
    label: `○が付いていれば「${personalDataLabels[kind]}」`,
    group: groups.marks,
  })),
  ...zoneCodes.map((zone) => ({
    value: `marks-${zone}`,
    label: `○が付いていれば「${zoneLabels[zone]}」`,
    group: groups.marks,
  })),
  ...levelAxes.map((axis) => ({
    value: `marks-${axis}`,
    label: `○が付いていれば、見出しの${importFieldLabels[axis]}`,
    group: groups.marks,
  })),
  { value: 'marks-medium', label: '○が付いていれば、見出しの媒体', group: groups.marks },
].sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group))

export const nameLabels = {
  title: 'わからない名前',
  lead: 'ファイルにある次の言葉を読み取れませんでした。それぞれ一度だけ決めてください。決めなかった言葉の行は、取り込めない行のままです。',
  back: columnLabels.back,
  question: (field: string, written: string) => `${field}の「${written}」`,
  rows: (count: number) => `${count.toLocaleString('ja-JP')}行にあります。`,
  decided: '前に決めたものです。',
  undecided: 'まだ決めない（その行は取り込みません）',
  act: '決めて読み直す',
  empty: 'わからない名前はありません',
} as const

/** Ways of reading that are remembered. */
export const mappingLabels = {
  title: '覚えた列の読み方',
  lead: 'ここにある読み方は、同じ見出しのファイルを送ったときに使います。',
  back: 'ファイルから取り込む',
  remember: 'この読み方を覚える',
  rememberLead: '次に同じ見出しのファイルを送ったときに、今の読み方とわからない名前の決め方を使います。',
  name: '読み方の名前',
  shared: '使う人',
  act: '読み方を覚える',
  end: '使わない',
  endOf: (name: string) => `（${name}）`,
  owner: '覚えた人',
  used: '最後に使った日',
  never: 'まだ使っていません',
  heads: '見出し',
  acts: '操作',
  caption: '覚えた列の読み方の一覧',
  empty: '覚えた列の読み方はありません',
  emptyTodo: 'ファイルを送った後、「列の読み方を確かめる」の画面で覚えさせられます。',
  done: '列の読み方を覚えました',
  ended: '使わないことにしました',
  fieldNames: { name: '読み方の名前' },
} as const

export const mappingShareLabels: Record<MappingShare, { label: string; hint: string }> = {
  own: { label: '自分だけ', hint: '自分が送ったファイルに使います。' },
  department: { label: '自分の課', hint: '同じ課の人が送ったファイルにも使います。' },
  everyone: { label: '全員', hint: 'どの課の人が送ったファイルにも使います。' },
}
