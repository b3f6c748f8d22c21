import { describe, expect, test } from 'vitest'
import { assetFieldLabels } from '@/lib/labels/asset'
import { importFieldLabels } from '@/lib/labels/import-fields'
import { anAssetContent } from '../asset-content'
import { columnSynonyms } from './column-synonyms'
import { foldHead, matchHead } from './match-head'

const meant: Readonly<Record<string, string>> = {
  number: '資産番号 情報資産番号',
  departmentCode: '部署コード 所属コード 課コード 所管課コード',
  bureau: '部局 部 局 部名 部局名 所管部局',
  department:
    '所管課 担当課 管理部署 所管部署 主管課 所属 課名 課・室 情報資産管理課 所管 担当部署 管理課 部署名 所属課 担当 所属名 学校名 所管部署名',
  name: '情報資産名 資産名称 情報資産名称 名称 資産名 件名 システム名 文書名 情報資産の名称 情報システム名 資料名',
  nameKana: '名称かな ふりがな カナ よみ フリガナ 資産名かな',
  kindCode: '種別 資産種別 分類(種別) 区分(種別) 資産区分 情報資産の種類 情報資産種別 形態',
  task: '業務 業務名 事務名 所管業務 利用業務 事務の名称 対象業務',
  description: '説明 概要 内容 記録項目',
  systemManager: '情報システム管理者 管理者 システム管理者 管理責任者',
  cityWide: '全庁共通 全庁共通システム 共通システム',
  zone: 'ネットワーク区分 領域 系統 ネットワーク 接続先ネットワーク ＮＷ区分 利用環境 三層区分 ネットワーク系統 接続先',
  confidentiality:
    '機密性 分類(C) 分類（Ｃ） Ｃ C 分類機密性 機密性分類 機密性区分 機密性（Ｃ） 機密性レベル',
  integrity: '完全性 分類(I) Ｉ 完全性区分 完全性（I）',
  availability: '可用性 分類(A) Ａ 可用性区分 可用性レベル',
  importance: '重要性分類 重要性 重要度',
  levels: '分類 C・I・A CIA 機密性・完全性・可用性 情報資産の分類',
  audience: 'アクセスする人の範囲',
  classificationReason: '分類の理由 分類理由 判断理由',
  personalData: '個人情報 個人情報の有無 個人情報の種類 個人情報区分 個人情報有無 個人情報等',
  myNumberUse: '個人番号の事務 番号利用',
  dataSubjects: '本人の数 対象人数 保有件数 記録人数 個人情報件数 件数',
  personalFileNumber: '個人情報ファイル簿番号 ファイル簿番号 登録簿番号',
  personalFileExemption: '個人情報ファイル簿の対象外の理由 ファイル簿対象外の理由',
  medium: '媒体 記録媒体 保存媒体 媒体種別 保管媒体',
  storageLocation: '保管場所 保存先 保存場所 設置場所 格納場所 格納先 保管先',
  mediumAndPlace: '媒体・保存先 保管媒体・場所 保存媒体及び場所 媒体／保管場所 記録媒体・保存場所',
  userScope: '利用者の範囲 利用者 取扱者 利用範囲 アクセス権者 アクセス権限',
  takeOut: '外部持ち出し 持出 持ち出し可否 庁外持出し 持出可否 庁外持ち出し',
  retention: '保存期間 保存年限 保管期間 保存年数',
  disposalDueOn: '廃棄予定日 廃棄予定 保存期限 廃棄予定年月日',
  hasBackup: 'バックアップ バックアップの有無 バックアップ有無',
  recoveryHours: '目標復旧時間（時間） 目標復旧時間 RTO 復旧目標',
  outsourcedTo: '委託先 外部委託先 委託業者 委託事業者 保守業者 委託先名称',
  outsourcingEndsOn: '契約終了日 委託期限 契約満了日',
  outsourcingCheckedOn: 'セキュリティ要件確認日 要件確認日',
  subcontracted: '再委託 再委託の有無',
  cloudService: 'クラウドサービス名 外部クラウド クラウド 外部サービス名 クラウドサービス',
  cloudIsmap: 'ISMAP ISMAP登録',
  cloudCountries: 'データ保存国 保存国 データ所在国',
  cloudStandardTerms: '約款型 約款型サービス',
  cloudApproval: 'クラウド利用の承認 利用承認',
  mfaBasis: '多要素認証・持出不可の根拠 多要素認証',
  snsOwner: 'SNS責任者 アカウント責任者',
  handlingNotes: '取扱制限の追記 取扱制限 取扱注意',
  visibility: '公開区分',
  nextReviewOn: '次回見直し日 見直し予定日',
  registeredOn: '登録日 登録年月日 作成日 台帳登録日',
  remarks: '備考 摘要 特記事項 注記 備考欄',
  scheme: '分類体系',
  keptByPortal: '状態 最終確認日 廃棄日 廃棄の方法',
}

describe('a head is understood by its words', () => {
  const cases = Object.entries(meant).flatMap(([means, words]) =>
    words.split(' ').map((word) => ({ means, word })),
  )
  test('200 words are known', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200)
  })
  test.each(cases)('$word: $means', ({ word, means }) => {
    expect(matchHead([word])).toEqual({ means, how: 'exact' })
    expect(matchHead([`①${word.split('').join(' ')}※`])?.means).toBe(means)
  })
  test.each([
    'No.',
    '№',
    '連番',
    '項番',
    '整理番号',
    '管理番号',
    '内線',
    '担当者印',
    '__proto__',
    'constructor',
    '',
  ])('%s says nothing', (word) => {
    expect(matchHead([word])).toBeNull()
  })
  test('the words of a two-line head count together, then the lower one', () => {
    expect(matchHead(['所管', '課'])?.means).toBe('department')
    expect(matchHead(['情報資産', '種別'])?.means).toBe('kindCode')
    expect(matchHead(['個人情報', '種類'])?.means).toBe('personalData')
    expect(matchHead(['個人情報', '本人の数'])?.means).toBe('dataSubjects')
    expect(matchHead(['保管', '場所'])?.means).toBe('storageLocation')
    expect(matchHead(['外部', '委託先'])?.means).toBe('outsourcedTo')
    expect(matchHead(['その他', '備考'])?.means).toBe('remarks')
  })
  test('a known word within a longer one is only likely', () => {
    expect(matchHead(['当課における保管場所の詳細'])).toEqual({ means: 'storageLocation', how: 'likely' })
  })
})

test('every field of an asset has words, and the portal’s own label is one of them', () => {
  const fields = Object.keys(anAssetContent({ name: '', kindCode: 'paper', registeredOn: '' }))
  for (const field of fields) expect(Object.keys(columnSynonyms)).toContain(field)
  const ambiguous = ['keptByPortal', 'mediumAndPlace']
  for (const [means, pattern] of Object.entries(columnSynonyms)) {
    const label = Object.entries(importFieldLabels).find(([field]) => field === means)?.[1] ?? ''
    if (!ambiguous.includes(means)) expect([means, pattern.test(foldHead(label))]).toEqual([means, true])
  }
  expect(assetFieldLabels.name).toBe('名称')
})
