/** Columns of the list of people, and what may be wrong with a line. */
export const personColumns = {
  loginId: 'ログインID',
  name: '氏名',
  mail: 'メールアドレス',
  role: '役割',
  departmentCode: '所属部署コード',
  until: '有効期限',
} as const

/** 有効期限 may say this instead of a day. */
export const fiscalYearEndWord = '年度末'

export const personFileLabels = {
  role: (known: string) => `この役割はありません。次のどれかにしてください: ${known}`,
  departmentMissing: 'この役割には所属部署コードが要ります。コードを入れてください。',
  unknownDepartment: (code: string) =>
    `部署コード ${code} の部署がありません。先に組織を取り込むか、コードを直してください。`,
  untilPast: '有効期限が今日より前です。日付を直してください。',
  differs: (loginId: string, field: string) =>
    `ログインID ${loginId} は別の${field}で登録されています（又はこのファイルの別の行と違います）。どちらかに合わせてください。`,
  ended: (loginId: string) =>
    `ログインID ${loginId} の人は利用を終えています。行を消すか、別のログインIDにしてください。`,
} as const
