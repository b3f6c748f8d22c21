import { editRefusals } from './asset-refusals'

/** Words of the page that brings an asset back to what an earlier version said. */
export const undoLabels = {
  page: '前の版の内容に戻す',
  link: '前の版の内容に戻す',
  title: (name: string) => `${name}を前の版の内容に戻す`,
  lead: '戻す版を選び、変わるところを確かめてから戻します。分類・所管課・状態は戻しません。これまでの版と記録は残ります。',
  versions: '前の版',
  version: (number: number) => `第${number}版`,
  period: (from: string, to: string) => `${from}から${to}まで`,
  changed: (count: number) => `今の内容と異なる項目：${count}件`,
  changedBy: (name: string) => `${name}さんが保存`,
  chooseOf: (number: number) => `第${number}版の内容に戻す`,
  none: '戻せる版はありません',
  noneTodo: '今の内容と異なる版があると、ここに表示されます。',
  preview: (number: number) => `第${number}版に戻すと変わるところ`,
  atOnce: 'すぐに変わる項目',
  proposed: '承認されてから変わる項目',
  zoneStays:
    'ネットワーク区分を戻すと分類体系が変わるため、ネットワーク区分は今のままにします。変えるときは「分類を見直す」から提出してください。',
  reason: '戻す理由',
  act: 'この内容に戻す',
  again: '版を選び直す',
} as const

export const undoFormErrors = {
  reasonRequired: '戻す理由を入力してください',
  tooLong: '1,000文字以内で入力してください',
} as const

export const undoRefusals = {
  ...editRefusals,
  stale:
    'ほかの人がこの情報資産を変更しました。何も変えていません。画面を開き直して、今の内容を確かめてください。',
  noSuchVersion: 'この版は見つからないか、今の内容と同じです。何も変えていません。版を選び直してください。',
} as const
