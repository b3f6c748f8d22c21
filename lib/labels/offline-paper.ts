const number = new Intl.NumberFormat('ja-JP')
type Signing = { title: string; school: string; count: number; check: string }

/** Words of the workbook that goes to schools on paper. */
export const paperWords = {
  howToTitle: (title: string) => `${title}　回答の書き方`,
  howTo: (due: string) => [
    `1　あなたの学校のシートを開き、情報資産を一件ずつ確かめて、「回答」の欄から選んでください。期限は${due}です。`,
    '2　変更なし……書いてあるとおりです。',
    '3　変更する……今と違うところがあります。同じ行の欄を書き換え、「回答の理由」に何を変えたかを書いてください。分類を変えるときは、その理由も書いてください。',
    '4　廃棄した……もうありません。「回答の理由」に、廃棄した日と方法を書いてください。',
    '5　自分の課ではない……この学校のものではありません。分かれば、どこのものかを「回答の理由」に書いてください。',
    '6　まだ決められない行は、空欄のままにしてください。',
    '7　資産番号・版・「回答票の版」の欄と、見出しは変えないでください。行の並べ替えや、行を消すことはできます。',
    '8　「学校への質問」のシートがあるときは、「答え」の欄に書いてください。',
    '9　書き終えたら、学校のシートと「署名」のシートを印刷し、校長が確かめて署名してください。このブックと署名した紙を、教育委員会の担当者に渡してください。',
  ],
  signing: ({ title, school, count, check }: Signing): (string | null)[][] => [
    ['情報資産の定期見直し　署名', null],
    [null, null],
    ['見直し', title],
    ['学校', school],
    ['情報資産', `${number.format(count)}件`],
    ['照合番号', check],
    [null, null],
    ['', '学校のシートに書いた回答を一件ずつ確かめ、実態のとおりであることを確かめました。'],
    [null, null],
    ['校長の署名', ''],
    [null, null],
    ['日付', '令和　　年　　月　　日'],
  ],
  fileName: (title: string, level: string, school: string | null) =>
    [title, '回答のブック', level, school].filter(Boolean).join('_'),
} as const
