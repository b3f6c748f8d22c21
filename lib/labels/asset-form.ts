/** Words of the asset form's own checks. */
export const assetFormErrors = {
  nameRequired: '名称を入力してください。',
  kindRequired: '種別を選んでください。',
  departmentUnknown: '選んだ所管課には登録できません。一覧から選び直してください。',
  tooLong: (limit: number) => `${limit}文字以内で入力してください。`,
  lostLetter: '「�」の所は、元の文字が失われています。正しい文字に打ち直してください。',
  choose: '一覧から選んでください。',
  registeredOnRequired: '登録日を入力してください。',
  myNumberUseOnlySpecific: '特定個人情報のときにだけ選べます。',
  subjectsWithoutPersonal: '個人情報が「無」のときは、本人の数を空欄か0にしてください。',
  hours: '時間を0以上の整数で入力してください。',
  answer: 'この質問に答えるか、区分を選んでください。',
  openQuestion: 'この質問に答えてください。答えで区分が決まります。',
  level: '区分を選ぶか、上の質問に答えてください。',
  audience: 'アクセスする人の範囲を選んでください。',
  overruleReason: '提案と異なる区分を選んだ理由を入力してください。',
  reclassifyReason: '見直しの理由を入力してください。',
  schemeChanged:
    'ネットワーク区分を変えると分類体系が変わります。「分類を変更する」を選び、分類をやり直してください。',
} as const

/** Words of the checks when a state changes. */
export const stateFormErrors = {
  disposedOnRequired: '廃棄日を入力してください。',
  disposedByRequired: '廃棄した人の氏名を入力してください。',
  methodRequired: '廃棄の方法を選んでください。',
  cancelReasonRequired: '取り消す理由を入力してください。',
} as const
