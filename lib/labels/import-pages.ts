import type { ImportShow, ImportState, UploadRefusal } from '@/lib/domain/import/import-state'
import type { Encoding } from '@/lib/platform/spreadsheet/reader/open-file'

const number = new Intl.NumberFormat('ja-JP')
const rows = (count: number) => `${number.format(count)}件`

export const importStateLabels: Record<ImportState, string> = {
  uploaded: '読み取り待ち',
  reading: '読み取り中',
  asking: '確認が必要',
  previewed: '取り込み前',
  queued: '取り込み待ち',
  committing: '取り込み中',
  done: '取り込み済み',
  refused: '読み取れません',
  cancelled: '中止',
  failed: '失敗',
}

export const encodingWords: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8（BOM付き）',
  cp932: 'Shift_JIS（CP932）',
  'utf-16le': 'UTF-16（LE）',
  'utf-16be': 'UTF-16（BE）',
}

/** The page where files are handed in. */
export const importListLabels = {
  title: 'ファイルから取り込む',
  lead: 'お手元の台帳を、そのままの形で送れます。台帳に書き込む前に、内容を画面で確かめます。',
  link: 'ファイルから取り込む',
  back: '台帳',
  what: [
    'Excel（.xlsx）、CSV、TSVのファイルを32MBまで読み取ります。シートは何枚でも構いません。',
    '題や区切りの行、2行の見出し、結合したセルがあっても、見出しの言葉から列を読み取ります。',
    '一度に取り込めるのは50,000行までです。マクロ付き（.xlsm）、古い形式（.xls）、パスワード付きのファイルは、「.xlsx」として保存し直してください。',
  ],
  whatTitle: '取り込めるファイル',
  file: '台帳のファイル',
  fileHelp: '送っただけでは台帳は変わりません。',
  dropHelp: 'ファイルをここへ引きずって置くこともできます。',
  onlyOne: '一度に送れるファイルは1つです。1つずつ置いてください。',
  send: 'ファイルを送る',
  sending: '送っています',
  chosen: (name: string, size: string) => `${name}（${size}）を送ります。`,
  chosenTooLarge: (size: string) => `このファイルは${size}あります。32MBまでのファイルを選んでください。`,
  own: 'これまでの取り込み',
  ownCaption: '自分の取り込み、新しい順',
  ownFile: 'ファイル',
  ownWhen: '送った日時',
  ownState: '状態',
  ownResult: '内容',
  empty: 'まだ取り込んだファイルはありません',
  emptyTodo: '上の欄でファイルを選び、「ファイルを送る」を押してください。',
  mappings: '覚えた列の読み方',
} as const

export const uploadRefusalWords: Record<UploadRefusal, string> = {
  noFile: 'ファイルが選ばれていません。ファイルを選んでから「ファイルを送る」を押してください。',
  tooLarge: 'ファイルは32MBまでです。シートを分けてお送りください。',
  busy: 'ほかの方のファイルを受け取っています。少し待ってから、もう一度お送りください。',
  tooManyWaiting: '途中の取り込みが5つあります。終えるか中止してから、もう一度お送りください。',
  gone: 'もとの取り込みは、もう台帳に書き込まれています。あらためてお送りください。',
  cutOff: 'ファイルを最後まで受け取れませんでした。もう一度お送りください。',
}

/** Said after each refusal of a file. */
export const unchangedWord = '台帳は変わっていません。'

export const importShowLabels: Record<ImportShow, string> = {
  refused: '取り込めない行',
  double: '重なっている行',
  new: '新しく登録',
  changed: '変更',
  unchanged: '台帳と同じ',
  skipped: '見送った行',
  notices: '注意のある行',
  roles: 'データではない行',
}

export const importShowEmpty: Record<ImportShow, string> = {
  refused: '取り込めない行はありません',
  double: '重なっている行はありません',
  new: '新しく登録する行はありません',
  changed: '変わる行はありません',
  unchanged: '台帳と同じ行はありません',
  skipped: '見送った行はありません',
  notices: '注意のある行はありません',
  roles: 'データではない行はありません',
}

/** Where the rows of an import have been thrown away. */
export const importForgotten =
  '取り込みから90日が過ぎたため、ファイルと行ごとの内容は残っていません。書き込んだ内容は台帳にあります'

/** One line of the list: what came of an import, or where it stands. */
export const importSummary = (
  counts: Record<'new' | 'changed' | 'unchanged' | 'double' | 'refused' | 'skipped', number>,
) =>
  [
    ['新規', counts.new],
    ['変更', counts.changed],
    ['同じ', counts.unchanged],
    ['重なり', counts.double],
    ['取り込めない', counts.refused],
    ['見送り', counts.skipped],
  ]
    .filter(([, count]) => count !== 0)
    .map(([label, count]) => `${label} ${rows(Number(count))}`)
    .join('・')
