import type { KindCode } from '@/lib/domain/asset'
import type { ImportField } from '@/lib/domain/import/import-field'
import type { NoticeCode, ProblemCode } from '@/lib/domain/import/problems'
import { assetFieldLabels, kindLabels } from './asset'
import { formatDateWithoutWeekday } from './dates'
import { choicesOf, importFieldLabels } from './import-fields'

type Args = { written: string; field: ImportField; args: readonly string[] }
/** What is wrong, and how to mend it. */
type Words = { what: (about: Args) => string; mend: (about: Args) => string }

const thousands = new Intl.NumberFormat('ja-JP')
const words = (what: Words['what'] | string, mend: Words['mend'] | string): Words => ({
  what: typeof what === 'string' ? () => what : what,
  mend: typeof mend === 'string' ? () => mend : mend,
})
const unreadable = ({ written }: Args) => `「${written}」は読み取れません。`
const choose = ({ field }: Args) => `${choicesOf(field)}から選んでください。`

export const problemWords: Record<ProblemCode, Words> = {
  nameMissing: words('情報資産の名称がありません。', '名称を入れてください。'),
  unknownLevel: words(
    ({ written, field }) => `${importFieldLabels[field]}の「${written}」は、この体系にありません。`,
    ({ args }) => `${args.join('・')}から選んでください。`,
  ),
  levelOfEarlier: words(({ written }) => `「${written}」は旧い区分です。`, '3A・3B・3Cから選んでください。'),
  becameDate: words('日付に変わっています。', 'セルの書式を文字列にして、打ち直してください。'),
  unknownZone: words(unreadable, choose),
  unknownKind: words(unreadable, choose),
  unknownChoice: words(unreadable, choose),
  unknownMark: words(unreadable, '○ 又は × で記入してください。'),
  marksContradict: words('個人情報が「無」なのに、種類の列に○があります。', 'どちらかを直してください。'),
  severalMarked: words(
    ({ field }) => `${importFieldLabels[field]}が2つ以上になっています。`,
    '1つにしてください。',
  ),
  notAName: words(
    ({ written }) => `「${written}」は情報資産の名称として読み取れません。`,
    '名称を入れてください。集計や凡例の行なら、見送ってください。',
  ),
  notACount: words(({ written }) => `「${written}」は人数として読み取れません。`, '数字で入れてください。'),
  notHours: words(
    ({ written }) => `「${written}」は時間として読み取れません。`,
    '24時間、3日 のように入れてください。',
  ),
  noSuchDay: words(({ written }) => `「${written}」という日はありません。`, '日付を確かめてください。'),
  notADate: words(
    ({ written }) => `「${written}」は日付として読み取れません。`,
    '令和8年4月1日、2026/4/1 のように入れてください。',
  ),
  yearNeedsFourDigits: words(
    ({ written }) => `「${written}」は年が分かりません。`,
    '西暦は4桁で、和暦は元号を付けて入れてください。',
  ),
  tooLong: words(
    ({ field, args: [limit = '', length = ''] }) =>
      `${importFieldLabels[field]}は${thousands.format(Number(limit))}字までです（${thousands.format(Number(length))}字あります）。`,
    '短くしてください。',
  ),
  badCharacter: words('使えない文字があります。', '打ち直してください。'),
  noResult: words('式の結果が保存されていません。', 'Excelで開き、上書き保存してください。'),
  errorValue: words(({ written }) => `「${written}」は式の誤りです。`, '式を直すか、値を入れてください。'),
  departmentMissing: words('所管課が分かりません。', '所管課を入れてください。'),
  unknownDepartment: words(
    ({ args: [name = ''] }) => `「${name}」という課は見つかりません。`,
    '課を選んでください。',
  ),
  ambiguousDepartment: words(
    ({ args: [name = '', count = ''] }) => `「${name}」は${count}つあります。`,
    '「わからない名前を決める」で一度だけ選ぶか、部局も入れてください。',
  ),
  closedDepartment: words(
    ({ args: [name = ''] }) => `「${name}」は廃止され、引き継いだ課が登録されていません。`,
    '課を選んでください。',
  ),
  severalSuccessors: words(
    ({ args: [name = '', ...to] }) => `「${name}」は${to.join('と')}に分かれました。`,
    'どちらかを選んでください。',
  ),
  numberUnknown: words(
    ({ written }) => `資産番号「${written}」は台帳にありません。`,
    '番号を確かめるか、空白にしてください。',
  ),
  numberOfAnother: words(
    ({ args: [number = '', name = ''] }) => `資産番号${number}は「${name}」の番号です。`,
    '番号を確かめてください。',
  ),
  departmentMoves: words('所管課は、取り込みでは変わりません。', '移管の手続をしてください。'),
  assetEnded: words(
    '廃棄済みなどの情報資産です。',
    '新しい情報資産にするなら、資産番号を空白にしてください。',
  ),
  severalMatch: words(
    ({ args }) => `同じ名前の情報資産が${args.length}件あります（資産番号 ${args.join('、')}）。`,
    '資産番号を入れてください。',
  ),
  notYours: words(
    'この課の台帳は、あなたの担当ではありません。',
    '担当の方か情報政策課にお渡しになるか、この行を見送ってください。',
  ),
  restrictedNotYours: words(
    '関係者限りの情報資産は、所管課の方だけが取り込めます。',
    '所管課の方にお渡しになるか、この行を見送ってください。',
  ),
  standardNotYours: words(
    '標準台帳を直せるのは、教育情報セキュリティ責任者です。',
    'このシートを取り込まないことにするか、行を見送ってください。',
  ),
  importanceMissing: words('重要性分類がありません。', '重要性分類を入れてください。'),
  alreadyProposed: words(
    '承認を待っている変更があります。',
    '承認が終わってからお送りになるか、この行を見送ってください。',
  ),
  judgeAnew: words(
    '旧い体系の区分を変えることはできません。',
    '今の体系で分類し直してください。台帳の「分類を変える」から行えます。',
  ),
  subjectsWithoutPersonal: words(
    '個人情報が「無」なのに、本人の数があります。',
    'どちらかを直してください。',
  ),
  myNumberUseOnlySpecific: words(
    `${assetFieldLabels.myNumberUse}は、特定個人情報のときにだけ入れられます。`,
    '個人情報の区分を確かめてください。',
  ),
}

const successionWords: Readonly<Record<string, string>> = {
  rename: '名称変更',
  merge: '統合',
  split: '分割',
  abolish: '廃止',
}

export const noticeWords: Record<NoticeCode, (about: Args) => string> = {
  successor: ({ args: [former = '', now = '', day = '', kind = ''] }) =>
    `「${former}」は${day === '' ? '' : formatDateWithoutWeekday(day)}の${successionWords[kind] ?? '改組'}により「${now}」になりました。「${now}」の情報資産として読みました。`,
  bureauDiffers: ({ args: [bureau = '', name = ''] }) => `「${name}」は「${bureau}」の課ではありません。`,
  eraNotYetBegun: ({ written }) => `「${written}」は、その元号が始まる前の日です。実際の日として読みました。`,
  eraEnded: ({ written }) => `「${written}」は、その元号が終わった後の日です。実際の日として読みました。`,
  weekdayDiffers: ({ written }) => `「${written}」は曜日が合いません。`,
  futureDate: ({ written }) => `「${written}」は、まだ来ていない日です。`,
  approximate: ({ written }) => `「${written}」は、おおよその数として読みました。`,
  looksLikeFormula: ({ written }) =>
    `「${written.slice(0, 1)}」で始まる文字です。式ではなく文字として読みました。`,
  zoneNotEntered: () => 'ネットワーク区分がないため、未入力になります。',
  levelsMissing: () => '分類がないため、下書きになります。',
  matchedWithoutMedium: () => '媒体が空白のため、所管課と名称だけで同じ情報資産とみなしました。',
  sameNameEnded: () => '同じ名前の情報資産が、廃棄済みなどの中にあります。新しい情報資産として読みました。',
  alreadyNew: () => '台帳では今の体系で分類されているため、旧い体系の分類は読みません。',
  hiddenRow: () => '非表示の行です。',
  onlyPart: () => '媒体と場所のどちらか一方だけを読み取りました。',
  sectionUsed: ({ args: [text = ''] }) => `区切りの「${text}」を所管課として読みました。`,
  withinReach: ({ args: [name = '', count = '', place = ''] }) =>
    `「${name}」は${count}つあります。あなたが担当する「${place}」として読みました。`,
  carriedDown: ({ field, args: [text = ''] }) =>
    `空白のため、上の行の「${text}」を${importFieldLabels[field]}として読みました。`,
  kindOfSection: ({ args: [kind = ''] }) =>
    `区切りや表題から、種別を「${kindLabels[kind as KindCode]}」と読みました。`,
}
