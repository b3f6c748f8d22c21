import { grantRefusalLabels } from './roles'

/** Words of the forms about people. */
export const personFields = {
  loginId: 'ログインID',
  employeeNumber: '職員番号',
  name: '氏名',
  kana: 'かな',
  employment: '任用区分',
  mail: 'メールアドレス',
  endedOn: '利用を終える日',
} as const

export const personFormLabels = {
  addTitle: '人を追加する',
  addLead: '追加した人は、役割を付け、ポータル管理者が仮のパスワードを発行すると、サインインできます。',
  editTitle: (name: string) => `${name}さんの情報を変更する`,
  identity: '本人',
  identityPurpose: '一人に一つのログインIDを使います。共用のIDは作りません。',
  contact: '連絡先',
  contactPurpose: 'メールアドレスは無くてもかまいません。',
  loginIdHelp: '半角の英小文字と数字、ハイフン、ピリオド、下線。2文字以上64文字以内。後から変えられません。',
  kanaHelp: 'ひらがな。探すときに使います。',
  addAct: '追加する',
  editAct: '変更を保存する',
  back: '組織と人',
  missing: '入力してください。',
  loginIdShape:
    '半角の英小文字か数字で始め、英小文字、数字、「-」「.」「_」だけで2文字以上64文字以内にしてください。',
  nameTooLong: '100文字以内で入力してください。',
  mailShape: '「名前@例.jp」の形で入力してください。無い場合は空欄にします。',
  employment: '任用区分を選んでください。',
  endTitle: '利用を終える',
  endLead:
    '異動や退職でこのポータルを使わなくなった人は、その日からサインインできなくなります。記録は残ります。',
  endMissing: '利用を終える日を入力してください。',
  endAct: '利用を終える',
} as const

export const personRefusalLabels = {
  loginIdTaken:
    'このログインIDは、すでに別の人が使っています。別のログインIDにしてください。追加は行われていません。',
  employeeNumberTaken:
    'この職員番号は、すでに別の人に登録されています。番号を確かめてください。保存は行われていません。',
  nothingToDo: '変更するところがありません。',
  notFound: 'この人は登録されていません。画面を開き直してください。',
  stale: '入力している間に、ほかの人がこの内容を変更しました。',
  ownAccount: '自分自身の利用を終えることはできません。別の担当者に依頼してください。',
  alreadyEnded: 'この人の利用は、すでに終わっています。',
} as const

export const grantFormLabels = {
  title: '役割を付ける',
  lead: '役割ごとに、できることと範囲が決まっています。',
  leadClerkOnly:
    'ここで付けられるのは情報資産担当者です。ほかの役割は、統括情報セキュリティ責任者又はCISOが付けます。',
  role: '役割',
  department: '部署',
  departmentHelp:
    '部局長・課室長・担当者・校長の役割は、ここで選んだ部署とその下が範囲です。ほかの役割では空欄にします。',
  departmentHelpOneRole: 'ここで選んだ部署とその下が範囲です。',
  executiveBody: '議会・執行機関',
  executiveBodyHelp: '部局長や監査人の範囲を、一つの議会・執行機関とするときだけ選びます。',
  validFrom: '開始日',
  validFromHelp: '空欄のときは今日からです。',
  until: '期限（その日を含む）',
  untilHelp: (day: string) => `空欄のときは年度末（${day}）までです。`,
  open: '期限を設けない',
  openHint: '最高情報セキュリティ責任者など、年度をまたいで続く役割のときだけ選びます。',
  act: '役割を付ける',
  end: '終える',
  endOf: (role: string, where: string) => `${where}の${role}を今日で終える`,
  chooseRole: '役割を選んでください。',
  chooseGrants: '更新する役割を一つ以上選んでください。',
  departmentMissing: 'この役割の部署を選んでください。',
  departmentNotAsked: 'この役割の範囲は決まっています。部署を空欄にしてください。',
} as const

export const giveRefusalLabels = {
  ...grantRefusalLabels,
  unknownPerson: 'この人は登録されていないか、利用を終えています。役割は付けていません。',
  alreadyHeld: 'この人は、同じ範囲の同じ役割をすでに持っています。役割は付けていません。',
  periodReversed: '期限が開始日より前です。日付を直してください。役割は付けていません。',
} as const

export const grantRefusalsInWords = {
  ...grantRefusalLabels,
  notFound: '選んだ役割が見つかりません。画面を開き直してください。変更は行われていません。',
  stale:
    '画面を開いた後に、ほかの人が役割を変更しました。開き直して確かめてください。変更は行われていません。',
  alreadyEnded:
    '選んだ役割に、すでに終わったものがあります。開き直して確かめてください。変更は行われていません。',
  periodReversed: '新しい期限が今日より前です。変更は行われていません。',
} as const
