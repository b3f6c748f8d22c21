import type {
  AssetField,
  AssetState,
  Audience,
  ClassificationField,
  ClassificationOccasion,
  DisposalField,
  KeptField,
  KindCode,
  MyNumberUse,
  PersonalData,
  TakeOut,
  Visibility,
} from '@/lib/domain/asset'

export const assetStateLabels: Record<AssetState, string> = {
  draft: '下書き',
  active: '有効',
  disposed: '廃棄済み',
  merged: '統合済み',
  cancelled: '取消',
}

export const kindLabels: Record<KindCode, string> = {
  network: 'ネットワーク',
  informationSystem: '情報システム',
  facility: '施設・設備',
  medium: '電磁的記録媒体',
  information: '取り扱う情報',
  document: '関連文書',
  paper: '紙文書',
}

export const personalDataLabels: Record<PersonalData, string> = {
  none: '無',
  personal: '個人情報',
  sensitive: '要配慮個人情報',
  specific: '特定個人情報',
}

export const myNumberUseLabels: Record<MyNumberUse, string> = {
  use: '個人番号利用事務',
  related: '個人番号関係事務',
}

export const takeOutLabels: Record<TakeOut, string> = {
  prohibited: '禁止',
  individual: '個別許可',
  blanket: '包括許可',
  unrestricted: '制限なし',
}

export const visibilityLabels: Record<Visibility, string> = { internal: '庁内', restricted: '関係者限り' }

export const audienceLabels: Record<Audience, string> = {
  staff: '教職員の範囲',
  students: '児童生徒・保護者',
  public: '不特定',
}

/** Words for every column that a person can change, in forms, lists, and the trail. */
export const assetFieldLabels: Record<AssetField | ClassificationField | DisposalField | KeptField, string> =
  {
    name: '名称',
    nameKana: '名称かな',
    kindCode: '種別',
    task: '業務',
    description: '説明',
    departmentId: '所管課',
    systemManager: '情報システム管理者',
    cityWide: '全庁共通システム',
    zoneCode: 'ネットワーク区分',
    personalData: '個人情報',
    myNumberUse: '個人番号の事務',
    dataSubjects: '本人の数',
    personalFileNumber: '個人情報ファイル簿番号',
    personalFileExemption: '個人情報ファイル簿の対象外の理由',
    handlingNotes: '取扱制限の追記',
    medium: '媒体',
    storageLocation: '保管場所',
    userScope: '利用者の範囲',
    takeOut: '外部持ち出し',
    retention: '保存期間',
    disposalDueOn: '廃棄予定日',
    hasBackup: 'バックアップ',
    recoveryHours: '目標復旧時間（時間）',
    outsourcedTo: '委託先',
    outsourcingEndsOn: '契約終了日',
    outsourcingCheckedOn: 'セキュリティ要件確認日',
    subcontracted: '再委託',
    cloudService: 'クラウドサービス名',
    cloudIsmap: 'ISMAP登録',
    cloudCountries: 'データ保存国',
    cloudStandardTerms: '約款型サービス',
    cloudApproval: 'クラウド利用の承認',
    mfaBasis: '多要素認証・持出不可の根拠',
    snsOwner: 'SNS責任者',
    visibility: '公開区分',
    lastConfirmedOn: '最終確認日',
    nextReviewOn: '次回見直し日',
    registeredOn: '登録日',
    remarks: '備考',
    confidentiality: '機密性',
    integrity: '完全性',
    availability: '可用性',
    importance: '重要性分類',
    audience: 'アクセスする人の範囲',
    classificationReason: '分類の理由',
    disposedOn: '廃棄日',
    disposalMethod: '廃棄の方法',
    disposedBy: '廃棄した人',
    number: '資産番号',
    state: '状態',
    schemeId: '分類体系',
    standardAssetId: '標準台帳の行',
    submittedBy: '下書きを作った人',
    registeredBy: '登録した人',
    mergedInto: '統合先',
  }

/** Printed in the help of the form: what one row is (domain §5). */
export const rowRule = '同じ課・同じ業務・同じ取扱いのものを1件とします。紙と電子データは別の件にします。'

export const occasionLabels: Record<ClassificationOccasion, string> = {
  registration: '新規',
  edit: '編集',
  reclassification: '再分類',
  schemeChange: '分類体系の変更',
  import: '取込',
}
