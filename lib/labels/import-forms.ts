import type { ImportRefusal, SkipReason } from '@/lib/domain/import/import-state'

/** What the forms of an import say where something is missing. */
export const importFormErrors = {
  gone: 'この取り込みは見つかりません。一覧から開き直してください',
  reasonRequired: '見送る理由を選んでください',
  otherRequired: '見送る理由を入力してください',
  nothingSelected: '見送る行を選んでください',
  tooLong: (limit: number) => `${limit}文字以内で入力してください`,
  headLine: '見出しの行は、1から1000までの数字で入力してください',
  headLines: '見出しは3行までです。最後の行は、最初の行と同じか、その下にしてください',
  noName: '「情報資産の名称」にする列を選んでください',
  sameTwice: (field: string) => `「${field}」が2つの列に選ばれています。1つにしてください`,
  noSheet: '取り込むシートを1つ以上選んでください',
  mappingName: '読み方の名前を入力してください',
} as const

export const skipReasonLabels: Record<SkipReason, string> = {
  disposed: '廃棄済みのため',
  double: '二重に書かれているため',
  notOurs: '自分の課の情報資産ではないため',
  unclear: '内容を確かめているため',
  other: 'その他',
}

/** Why something about an import was not done. */
export const importRefusalWords: Record<ImportRefusal, string> = {
  stale:
    'この取り込みは、別の画面で先に変わりました。台帳は変わっていません。画面を開き直して、今の内容を確かめてください。',
  gone: 'この取り込みは、もう操作できない状態です。台帳は変わっていません。画面を開き直してください。',
  notReady:
    '取り込めない行か、重なっている行が残っています。直すか、見送ってから、もう一度押してください。台帳は変わっていません。',
  changed:
    '確かめた後に、ほかの方が台帳を変えました。まだ取り込んでいません。変わった行を、もう一度お確かめください。',
  nothingToDo: '台帳と同じ内容です。変えるものはありません。',
  reasonMissing:
    '分類が変わる行があります。まだ取り込んでいません。「列の読み方」で分類を見直す理由を入れてください。',
  reachLost:
    '担当する課が変わったため、取り込めません。台帳は変わっていません。一覧から新しく取り込んでください。',
  tooManyWaiting:
    '途中の取り込みが5つあります。終えるか中止してから、もう一度お送りください。台帳は変わっていません。',
  notPermitted: 'この取り込みを操作する権限がありません。台帳は変わっていません。',
}
