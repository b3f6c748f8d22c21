/** true and false as the database writes them. */
export const yesNoLabels = { true: 'はい', false: 'いいえ' } as const

/** Words of writing out the ledger: the page, the files, the print. */
export const exportLabels = {
  title: '台帳を書き出す',
  link: '書き出す',
  back: '台帳',
  printLink: '印刷の画面を開く',
  lead: '台帳の画面で絞り込んだ内容を、ファイルか印刷に書き出します。書き出した人・日時・条件・件数は記録に残ります。',
  what: '書き出すもの',
  conditions: '絞り込みの条件',
  noConditions: 'なし（閲覧できる情報資産すべて）',
  order: '並び順',
  orders: {
    number: '番号',
    name: '名称',
    level: '分類',
    updated: '更新日時',
  },
  descending: (order: string) => `${order}の大きい順`,
  ascending: (order: string) => `${order}順`,
  change: '条件を変える',
  count: '件数',
  counted: (count: number, cap: number) =>
    count > cap ? `${cap.toLocaleString('ja-JP')}件以上` : `${count.toLocaleString('ja-JP')}件`,
  countedLater: '書き出すときに数えます',
  form: '書き出し方',
  columns: '列',
  columnSets: {
    screen: '画面と同じ列',
    all: 'すべての列',
    chosen: '選んだ列だけ',
  },
  columnSetHints: {
    screen: '一覧に見えている項目です',
    all: '編集して取り込み直すときは、こちらを選びます',
    chosen: '下の「列を選ぶ」で印を付けた項目です',
  },
  chooseColumns: '列を選ぶ',
  asOf: 'いつの台帳か',
  asOfHelp:
    '空欄なら今の台帳です。過去の日を入れると、その日の終わりの台帳を書き出します。例：令和8年3月31日',
  encoding: 'CSVの文字コード',
  encodings: { 'utf-8-bom': 'UTF-8（BOM付き）', cp932: 'CP932（シフトJIS）' },
  encodingHints: {
    'utf-8-bom': 'どの文字も書けます。Excelでそのまま開けます',
    cp932: '古いシステムに渡すときに使います。書けない文字があると、書き出す前に止めてお知らせします',
  },
  xlsx: 'Excelで書き出す',
  csv: 'CSVで書き出す',
  print: '印刷の画面を開く',
  refused: {
    busy: 'ほかの方が書き出しています',
    columns: '列が選ばれていません',
    asOf: '日付を読み取れません',
    future: '今日より後の日は選べません',
  },
  refusedTodo: {
    busy: '同時に書き出せるのは2人までです。1分ほど待って、もう一度押してください。まだ何も書き出していません。',
    columns: '「列を選ぶ」で、書き出す項目に印を付けてください。',
    asOf: '「令和8年3月31日」又は「2026/3/31」のように入力してください。',
    future: '今日か過去の日を入力してください。空欄にすると今の台帳を書き出します。',
  },
  lacking: {
    title: (count: number) =>
      `CP932にない文字が${count.toLocaleString('ja-JP')}か所あるため、書き出していません`,
    lead: 'UTF-8なら、そのまま書き出せます。似た文字に置き換えると、元の文字は失われます。',
    utf8: 'UTF-8で書き出す',
    replace: '下のとおりに置き換えて、CP932で書き出す',
    caption: '置き換える文字',
    character: '文字',
    standIn: '置き換え',
    dropped: '（取り除く）',
    codePoint: '番号',
    times: 'か所',
    where: '場所',
    placesCaption: '文字がある場所',
    place: (line: number) => `${line}行目`,
    more: (count: number) => `ほか${count.toLocaleString('ja-JP')}か所`,
  },
  sheet: {
    ledger: '台帳',
    levels: '分類の説明',
    about: 'この台帳について',
    choices: '選択肢',
  },
  levelsHead: ['分類体系', '観点', '区分', '基準', '例', 'この区分からの取扱制限'],
  about: {
    title: '名称',
    ledger: '情報資産台帳',
    level: 'この台帳の分類',
    city: '市',
    person: '書き出した人',
    at: '書き出した日時',
    basis: '基準日',
    conditions: '絞り込みの条件',
    order: '並び順',
    rows: '件数',
    columns: '列',
    reference: '受付番号',
    caution: '取扱い',
    cautionText:
      'この台帳には情報資産の所在が載っています。分類に従って保管し、不要になったら消してください。',
  },
  basis: (day: string) => `${day}の終わり`,
  now: (day: string) => `${day}（書き出した時点）`,
  fileName: (parts: { level: string; day: string; department: string | null }) =>
    ['情報資産台帳', parts.level, `${parts.day}基準`, parts.department].filter(Boolean).join('_'),
  dayFormat: 'yyyy"年"m"月"d"日"',
  notInList: '一覧から選んでください',
  notInListTitle: '選べない値です',
  /** In the trail, for whoever reads it. */
  recorded: {
    xlsx: 'Excel',
    csv: 'CSV',
    print: '印刷',
  },
  recordedReason: (parts: {
    way: string
    rows: number
    basis: string
    conditions: string
    columns: number
    replaced: number
  }) =>
    [
      `${parts.way}、${parts.rows.toLocaleString('ja-JP')}件、${parts.columns}列、基準日${parts.basis}、条件：${parts.conditions}`,
      parts.replaced > 0 && `置き換えた文字${parts.replaced}か所`,
    ]
      .filter(Boolean)
      .join('、'),
} as const

export const printLabels = {
  title: '情報資産台帳',
  lead: 'ブラウザの印刷（Ctrl＋P）で印刷します。A4横で、見出しは各ページに付きます。',
  basis: (day: string) => `基準日　${day}`,
  by: (name: string) => `印刷　${name}`,
  caption: '情報資産台帳',
  tooMany: (count: number, most: number) =>
    `${count.toLocaleString('ja-JP')}件あります。印刷できるのは${most.toLocaleString('ja-JP')}件までです`,
  tooManyTodo: '条件で絞り込むか、Excelで書き出してください。',
  none: '印刷する情報資産はありません',
  noneTodo: '条件か、いつの台帳かを変えてください。',
  back: '書き出しの画面',
} as const
