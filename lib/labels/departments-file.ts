/** Columns of the organisation's files, and what may be wrong with a line. */
export const departmentColumns = {
  code: '部署コード',
  name: '部署名',
  category: '組織区分',
  executiveBody: '執行機関',
  parentCode: '上位部署コード',
  validFrom: '有効開始日',
  validTo: '有効終了日',
} as const

export const successionColumns = {
  effectiveOn: '施行日',
  kind: '区分',
  fromCode: '旧部署コード',
  toCodes: '新部署コード',
} as const

export const departmentFileLabels = {
  missing: '空欄です。値を入れてください。',
  codeTooLong: '20文字以内の部署コードを入れてください。',
  nameTooLong: '100文字以内の部署名を入れてください。',
  category:
    '組織区分は、内部部局、行政委員会及び委員、議会事務局、消防本部、消防署、学校のどれかにしてください。',
  executiveBody:
    '執行機関は、市長、教育委員会、選挙管理委員会、監査委員、公平委員会、農業委員会、固定資産評価審査委員会、議会のどれかにしてください。',
  kind: '区分は、名称変更、統合、分割、廃止のどれかにしてください。',
  periodReversed: '有効終了日が有効開始日より前です。日付を直してください。',
  twice: (code: string) => `部署コード ${code} が2回あります。どちらかの行を消してください。`,
  unknownParent: (code: string) => `上位部署コード ${code} の部署がありません。コードを直してください。`,
  circle: (code: string) => `部署 ${code} の上位をたどると自分に戻ります。上位部署コードを直してください。`,
  unknownDepartment: (code: string) => `部署コード ${code} の部署がありません。コードを直してください。`,
  differs: (code: string, field: string, theirs: string, ours: string) =>
    `部署 ${code} はすでに登録済みで、${field}が違います（登録「${theirs}」、ファイル「${ours}」）。ファイルを登録の内容に合わせるか、別の部署コードにしてください。`,
  none: '（空欄）',
} as const
