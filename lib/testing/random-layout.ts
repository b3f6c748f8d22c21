import type { HeadMeaning } from '@/lib/domain/import/import-field'
import type { Random } from './random'

/** A column of a made-up ledger: its words, top to bottom, and what it holds. */
export type MadeColumn = { means: HeadMeaning | 'other' | 'mark'; words: readonly string[]; mark?: string }

const words: Partial<Record<HeadMeaning | 'other', readonly (readonly [string, string])[]>> = {
  name: [
    ['情報資産', '名称'],
    ['', '情報資産名'],
    ['', '資産名称'],
    ['', '情報資産名称'],
    ['', '名称'],
    ['', '件名'],
  ],
  kindCode: [
    ['情報資産', '種別'],
    ['', '種別'],
    ['', '資産種別'],
    ['', '資産区分'],
  ],
  task: [
    ['情報資産', '業務'],
    ['', '業務名'],
    ['', '事務名'],
    ['', '所管業務'],
  ],
  bureau: [
    ['所管', '部局'],
    ['', '部局'],
    ['', '部局名'],
    ['', '部'],
  ],
  department: [
    ['所管', '課'],
    ['', '所管課'],
    ['', '担当課'],
    ['', '管理部署'],
    ['', '主管課'],
    ['', '課名'],
  ],
  confidentiality: [
    ['分類', '機密性'],
    ['', '機密性'],
    ['', '分類(C)'],
    ['', 'Ｃ'],
    ['', '機密性区分'],
  ],
  integrity: [
    ['分類', '完全性'],
    ['', '完全性'],
    ['', '分類(I)'],
    ['', 'Ｉ'],
    ['', '完全性区分'],
  ],
  availability: [
    ['分類', '可用性'],
    ['', '可用性'],
    ['', '分類(A)'],
    ['', 'Ａ'],
    ['', '可用性区分'],
  ],
  levels: [
    ['', '分類'],
    ['', 'C・I・A'],
    ['', '機密性・完全性・可用性'],
  ],
  zone: [
    ['', 'ネットワーク区分'],
    ['', '領域'],
    ['', '系統'],
    ['', '接続先ネットワーク'],
    ['', '利用環境'],
  ],
  personalData: [
    ['個人情報', '種類'],
    ['', '個人情報'],
    ['', '個人情報の有無'],
    ['', '個人情報区分'],
  ],
  dataSubjects: [
    ['個人情報', '本人の数'],
    ['', '本人の数'],
    ['', '対象人数'],
    ['', '保有件数'],
  ],
  medium: [
    ['保管', '媒体'],
    ['', '媒体'],
    ['', '記録媒体'],
    ['', '保存媒体'],
  ],
  storageLocation: [
    ['保管', '場所'],
    ['', '保管場所'],
    ['', '保存先'],
    ['', '設置場所'],
  ],
  mediumAndPlace: [
    ['', '媒体・保存先'],
    ['', '保存媒体及び場所'],
    ['', '保管媒体・場所'],
  ],
  userScope: [
    ['', '利用者の範囲'],
    ['', '取扱者'],
    ['', '利用者'],
    ['', 'アクセス権者'],
  ],
  retention: [
    ['', '保存期間'],
    ['', '保存年限'],
    ['', '保管期間'],
  ],
  outsourcedTo: [
    ['外部', '委託先'],
    ['', '委託先'],
    ['', '委託業者'],
    ['', '委託事業者'],
  ],
  cloudService: [
    ['外部', 'クラウド'],
    ['', 'クラウドサービス名'],
    ['', '外部サービス名'],
  ],
  registeredOn: [
    ['', '登録日'],
    ['', '台帳登録日'],
    ['', '作成日'],
    ['', '登録年月日'],
  ],
  remarks: [
    ['', '備考'],
    ['', '摘要'],
    ['', '特記事項'],
  ],
  other: [
    ['', 'No.'],
    ['', '連番'],
    ['', '管理番号'],
    ['', '内線'],
    ['', '担当者名'],
    ['', '__proto__'],
    ['', 'constructor'],
  ],
}
const optional: readonly HeadMeaning[] = [
  'kindCode',
  'task',
  'zone',
  'dataSubjects',
  'userScope',
  'retention',
  'outsourcedTo',
  'cloudService',
  'registeredOn',
  'remarks',
]
const decorations = [
  (word: string) => word,
  (word: string) => `${word}※`,
  (word: string) => word.split('').join(' '),
]

export type MadeLayout = { isTwoLines: boolean; columns: readonly MadeColumn[]; titleLines: number }

/** Which columns a made-up ledger has, in which order, and how it calls them. */
export function randomLayout(random: Random, department: 'columns' | 'oneColumn' | 'none'): MadeLayout {
  const isTwoLines = random.once(2)
  const column = (means: HeadMeaning | 'other'): MadeColumn => {
    const known = words[means] ?? []
    const [upper, lower] = random.pick(known.filter(([above]) => isTwoLines || above === ''))
    const decorate = random.once(6) ? random.pick(decorations) : decorations[0]
    const last = decorate === undefined ? lower : decorate(lower)
    return { means, words: isTwoLines ? [upper, last] : [last] }
  }
  const group = (...means: HeadMeaning[]): MadeColumn[] => means.map(column)
  const marks = (): MadeColumn[] =>
    [
      ['personal', '氏名・住所'],
      ['sensitive', '要配慮個人情報'],
      ['specific', '個人番号'],
    ].map(([mark = '', word = '']) => ({
      means: 'mark',
      mark,
      words: isTwoLines ? ['個人情報の種類', word] : [word],
    }))
  const groups: MadeColumn[][] = [
    group('name'),
    random.once(4) ? group('levels') : group('confidentiality', 'integrity', 'availability'),
    random.once(3) ? group('mediumAndPlace') : group('medium', 'storageLocation'),
    random.once(4) ? marks() : group('personalData'),
    ...optional.filter(() => !random.once(4)).map((means) => group(means)),
    ...(department === 'columns' ? [group('bureau', 'department')] : []),
    ...(department === 'oneColumn' ? [group('department')] : []),
  ]
  const columns = [...(random.once(2) ? [column('other')] : []), ...random.shuffled(groups).flat()]
  return { isTwoLines, columns, titleLines: random.below(5) }
}
