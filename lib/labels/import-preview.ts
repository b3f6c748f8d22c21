import type { RowRole } from '@/lib/domain/import/row-role'

const number = new Intl.NumberFormat('ja-JP')
const rows = (count: number) => `${number.format(count)}件`

/** The page of one import, whatever its state. */
export const importLabels = {
  title: (file: string) => `${file} の取り込み`,
  pageTitle: 'ファイルの取り込み',
  back: 'ファイルから取り込む',
  sent: (when: string) => `${when}に送信`,
  asOf: (day: string) => `基準日 ${day}`,
  sheets: (names: readonly string[]) =>
    `シート「${names.slice(0, 3).join('」「')}」${names.length > 3 ? `ほか${names.length - 3}枚` : ''}`,
  read: (count: number) => `データ ${number.format(count)}行`,
  columns: '列の読み方を確かめる',
  names: (count: number) => `わからない名前を決める（${number.format(count)}）`,
  replaces: (file: string) => `「${file}」の代わり`,
  marked: '直すところに印を付けたExcelを受け取る',
  resend: '直したファイルを送り直す',
  moreActs: 'ほかの操作',
  cancel: '取り込みを中止する',
  cancelHelp: '中止しても、台帳は変わりません。',
  again: 'もう一度取り込む',
  sendOther: '別のファイルを送る',
  line: (sheet: string, line: number) => `シート「${sheet}」の${number.format(line)}行目`,
  cell: (sheet: string, cell: string) => `シート「${sheet}」の${cell}`,
} as const

/** While the file is read, or the ledger is written. */
export const importProgressLabels = {
  title: '進み具合',
  uploaded: '読み取りの順番を待っています',
  reading: 'ファイルを読んでいます',
  queued: '取り込みの順番を待っています',
  committing: '台帳に書き込んでいます',
  phases: {
    reading: '読み取っています',
    matching: '台帳と突き合わせています',
    checking: '確かめています',
    writing: '書き込んでいます',
    submitting: '承認のため提出しています',
  } as Readonly<Record<string, string>>,
  of: (done: number, total: number | null) =>
    total === null || total === 0
      ? `${number.format(done)}行`
      : `${number.format(total)}行のうち${number.format(done)}行`,
  leave: 'この画面を閉じても続きます。ほかの仕事をしていて構いません。',
  refresh: '今の状態を見る',
  cancelling: '中止しています',
  cancellingMore: '区切りのよいところで止めます。台帳は元のままになります。',
} as const

/** Before anything is written. */
export const previewLabels = {
  tabs: '取り込む内容',
  notReady: (refused: number, double: number) =>
    `${[refused > 0 && `取り込めない行が${rows(refused)}`, double > 0 && `重なっている行が${rows(double)}`].filter(Boolean).join('、')}あります。直すか、見送ってください`,
  lineNumber: (line: number) => `${number.format(line)}行目`,
  notReadyMore:
    'すべて直すか見送ると、「台帳に取り込む」が押せるようになります。まだ台帳は変わっていません。',
  ready: '台帳に取り込めます',
  readyMore: 'まだ台帳は変わっていません。内容を確かめて、「台帳に取り込む」を押してください。',
  same: '台帳と同じ内容です。変えるものはありません',
  sameMore: '台帳は変わりません。この取り込みは中止して構いません。',
  confirm: '台帳に取り込む',
  confirmWhat: (fresh: number, changed: number) =>
    [fresh > 0 && `新しく${rows(fresh)}を登録`, changed > 0 && `${rows(changed)}を変更`]
      .filter(Boolean)
      .join('し、') + 'します。承認の要るものは、課ごとにまとめて承認者へ提出します。',
  confirmStandard: (fresh: number, changed: number) =>
    `標準台帳の${[fresh > 0 && `${rows(fresh)}を追加`, changed > 0 && `${rows(changed)}を変更`]
      .filter(Boolean)
      .join('し、')}します。承認はなく、すぐに変わります。各学校の台帳は変わりません。`,
  standard: '標準台帳',
  standardNow: '今の標準台帳を見る',
  askedFirst: (count: number) =>
    `${number.format(count)}行が待っています。名前ごとに一度決めると、まとめて読めます。`,
  drafts: (count: number) => `${rows(count)}は分類がないため、提出せずに下書きとして登録します。`,
  noticed: (count: number) => `注意のある行が${rows(count)}あります。`,
  notInFile: (count: number) =>
    `台帳には、このファイルにない情報資産が${rows(count)}あります。取り込んでも変わりません。`,
  asOfPast: (day: string) =>
    `${day}時点の台帳です。その後の変更を戻すことになる行がないか、「変更」をお確かめください。`,
  unsure: '列の読み方を確かめてください',
  unsureMore: 'はっきり読み取れなかったところがあります。「列の読み方を確かめる」で直せます。',
  unsureEncoding: '読めない文字がありました。文字の種類を確かめてください。',
  unsureHead: (sheet: string) => `シート「${sheet}」の見出しの行を確かめてください。`,
  unsureScheme: (sheet: string) => `シート「${sheet}」の分類が、今の体系か旧い体系か分かりませんでした。`,
  unsureClash: (sheet: string) => `シート「${sheet}」に、同じ意味に読める列が2つあります。`,
  place: '行',
  name: '名称',
  department: '所管課',
  levels: '分類',
  what: '内容',
  unnamed: '（名称なし）',
  rowLink: 'この行を直す',
  rowView: 'この行を見る',
  select: '見送る行として選ぶ',
  caption: (what: string) => `${what}の一覧`,
  mended: 'ポータルで直した行です',
  moved: 'その後に台帳が変わりました',
  proposed: '承認を受けます',
  atOnce: 'すぐに変わります',
  asset: '今の台帳を見る',
  doubleOf: (line: number) =>
    `${number.format(line)}行目と同じ情報資産です。どちらか一方を見送ってください。`,
  doubleFirst: 'ほかの行と同じ情報資産で、内容が違います。どちらか一方を見送ってください。',
  skipped: (reason: string) => `見送った理由：${reason}`,
  readAs: (written: string, field: string, read: string) =>
    `「${written}」を${field}「${read}」と読みました。`,
  readings: (count: number) => `読み替えたところ（${number.format(count)}）`,
  groups: '理由ごとの行数',
  draft: '分類がないため、下書きになります',
  more: (from: number) => `${number.format(from)}行目から`,
} as const

/** Leaving rows out. */
export const skipLabels = {
  title: '見送る',
  lead: '見送った行は台帳に入りません。理由とともに記録に残り、取り込むまではいつでも戻せます。',
  reason: '見送る理由',
  other: '「その他」の理由',
  chosen: '選んだ行を見送る',
  all: '取り込めない行と重なっている行をすべて見送る',
  one: 'この行を見送る',
  back: '見送りをやめる',
  fieldNames: { selected: '見送る行', reason: '見送る理由', other: '「その他」の理由' },
  done: '見送りました',
  undone: '見送りをやめました',
} as const

export const mendLabels = {
  title: (line: number) => `${number.format(line)}行目を直す`,
  pageTitle: '行を直す',
  lead: 'ファイルのセルに書かれているとおりに表示しています。ここで直すと、この取り込みだけに使います。ファイルは変わりません。',
  fields: '書かれている内容',
  act: 'この行を直す',
  done: '行を直しました',
  wrong: '直すところ',
  others: 'そのほかのセル',
  column: (letter: string, words: string) => `${letter}列「${words}」`,
  chooseDepartment: '所管課を選ぶ',
  chooseDepartmentHelp: '選ぶと、ファイルの所管課の代わりに使います。',
} as const

export const roleWords: Record<Exclude<RowRole, 'data'>, string> = {
  title: '題',
  head: '見出し',
  section: '区切り',
  blank: '空白',
  total: '合計',
  note: '注',
}

/** What stands in the file and is no data: nothing is lost unseen. */
export const rolesLabels = {
  caption: 'データではない行の一覧',
  where: '場所',
  role: '種類',
  text: '書かれていること',
  lines: (sheet: string, line: number, count: number) =>
    count === 1
      ? `シート「${sheet}」の${number.format(line)}行目`
      : `シート「${sheet}」の${number.format(line)}〜${number.format(line + count - 1)}行目`,
} as const

/** When it is over. */
export const resultLabels = {
  done: '取り込みました',
  receipt: (request: string) => `受付番号 ${request}`,
  bundles: '承認を待っているもの',
  bundlesLead: 'あなたの提出です。承認されると、台帳の内容になります。',
  bundle: (title: string, items: number) => `${title}（${rows(items)}）`,
  noBundles: '承認を待つものはありません。',
  drafts: '下書きを見る',
  ledger: '台帳を見る',
  standard: '標準台帳を見る',
  skippedMore: (count: number) => `見送った行が${rows(count)}あります。`,
  refused: 'このファイルは取り込めません',
  cancelled: '中止しました。台帳は元のままです',
  replaced: '直したファイルを送り直したため、この取り込みは終わりました。台帳は元のままです',
  toReplacing: '送り直したファイルの取り込みへ',
  failed: '途中で止まりました。台帳は元のままです',
  failedMore: 'もう一度取り込めます。同じことが続くときは、情報政策課に連絡してください。',
} as const

/** Why writing stopped; anything else is said by `resultLabels.failed` alone. */
export const failureWords: Readonly<Record<string, string>> = {
  busy: 'ほかの方が同じ情報資産を直しています。少し待ってから、もう一度取り込んでください。',
  reachLost: '担当する課が変わったため、書き込めませんでした。',
  changed: '確かめた後に、ほかの方が台帳を変えました。もう一度お確かめください。',
  interrupted: '途中で止まりました。もう一度取り込めます。',
}

/** Said once after an act; by the word in the address. */
export const importDoneWords: Readonly<Record<string, string>> = {
  skipped: skipLabels.done,
  unskipped: skipLabels.undone,
  mended: mendLabels.done,
  remembered: '列の読み方を覚えました',
  changed:
    '確かめた後に、ほかの方が台帳を変えました。まだ取り込んでいません。「その後に台帳が変わりました」とある行をお確かめください',
}

/** A mended file in the place of one that can't come in as it is. */
export const resendLabels = {
  title: '直したファイルを送り直す',
  lead: 'Excelで直したファイルを、この取り込みの代わりに送れます。列の読み方と決めた名前は引き継ぎ、この取り込みは終わります。',
  wholeFile:
    '印を付けたExcelには、直すところのある行だけが入っています。送り直すのは、もとのファイルを直したものにしてください。',
  notKept: 'この画面で直した行と見送った行は引き継ぎません。',
  file: '直したファイル',
  send: '代わりに送る',
} as const
