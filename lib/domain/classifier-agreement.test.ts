import { describe, expect, it } from 'vitest'
import type { KindCode, PersonalData } from './asset'
import { rankOf } from './classification'
import { proposeLevels } from './classifier'
import type { Answers } from './classifier-questions'
import { openQuestions } from './classifier-questions'
import type { ZoneCode } from './reference'
import { municipal2024 } from './schemes/municipal-2024'

/**
 * The city's own ledgers: name, kind, zone, personal data, people (- = not given), what a person would answer judging by
 * the name and the task alone, and the level that the ledger has.
 */
const ledger = `
住民基本台帳システム informationSystem myNumber specific 490000 - 3B
戸籍情報システム informationSystem myNumber personal 320000 - 3B
住民異動届 paper - specific 30000 residents 3B
印鑑登録原票データ information myNumber personal 280000 - 3B
国民健康保険資格給付システム informationSystem myNumber specific 78000 - 3B
レセプトデータ information myNumber sensitive 78000 - 3B
国民年金被保険者名簿 information myNumber specific 60000 - 3B
個人住民税課税システム informationSystem myNumber specific 260000 - 3B
給与支払報告書 paper - specific 200000 residents 3B
固定資産課税台帳 information myNumber specific 150000 - 3B
航空写真データ information lgwan none - later 2
滞納管理システム informationSystem myNumber specific 35000 - 3B
口座振替依頼書 paper - personal 90000 residents+harm 3B
介護保険システム informationSystem myNumber specific 95000 - 3B
要介護認定調査票 paper - sensitive 18000 - 3B
障害者手帳管理台帳 information myNumber sensitive 16000 - 3B
生活保護システム informationSystem myNumber specific 9800 - 3B
ケース記録 paper - sensitive 9800 - 3B
民生委員・児童委員名簿 information lgwan personal 420 residents+harm 3B
避難行動要支援者名簿 information myNumber sensitive 11000 - 3B
児童手当システム informationSystem myNumber specific 48000 - 3B
児童虐待相談記録 information myNumber sensitive 1200 secret 3A
保育所入所選考データ information myNumber specific 8000 - 3B
保育園連絡アプリ informationSystem internet personal 5200 residents+harm 3B
予防接種台帳 information myNumber sensitive 300000 - 3B
健康診査結果データ information myNumber sensitive 85000 - 3B
感染症発生動向データ information lgwan sensitive 3000 - 3B
人事給与システム informationSystem lgwan specific 4200 staff 3C
職員採用試験問題 information lgwan none - secret 3A
人事評価記録 information lgwan personal 4200 staff 3C
職員健康診断結果 paper - sensitive 4200 - 3B
庶務事務システム informationSystem lgwan personal 4200 staff 3C
文書管理・電子決裁システム informationSystem lgwan personal - staff 3C
例規集データベース informationSystem internet none - premised 1
訴訟事件記録 paper - personal 300 secret 3A
防災情報システム informationSystem internet none - later 2
国民保護計画(非公開部分) document lgwan none - secret 3A
市長日程表 information lgwan none - later 2
市公式Webサイト informationSystem internet none - premised 1
市公式SNSアカウント informationSystem internet none - premised 1
市民の声データ information lgwan personal 6000 residents+bearable 3C
総合計画策定資料 information lgwan none - later 2
行政評価シート information lgwan none - later 2
姉妹都市交流資料 information internet none - premised 1
情報セキュリティ実施手順 document lgwan none - never 3C
セキュリティ監査報告書 document lgwan none - never 3C
庁内ネットワーク network lgwan none - later 2
仮想化基盤 informationSystem lgwan personal 490000 residents+harm 3B
ネットワーク構成図 document lgwan none - never 3C
バックアップ磁気テープ medium - specific 490000 residents 3B
情報システム室 facility - none - later 2
ファイル無害化システム informationSystem lgwan none - later 2
電子申請システム informationSystem internet personal 120000 residents+harm 3B
業務用チャット informationSystem lgwan personal 4200 staff 3C
財務会計システム informationSystem lgwan personal 20000 contacts+later 2
入札予定価格調書 paper - none - never 3C
電子入札システム informationSystem internet personal 3000 residents+bearable 3C
公有財産台帳 information lgwan none - premised 1
法律相談記録 paper - sensitive 1500 - 3B
防犯カメラ映像 information lgwan personal - residents+bearable 3C
自治会長名簿 information lgwan personal 230 residents+bearable 3C
NPO登録団体一覧 information internet none - premised 1
中小企業融資あっせん台帳 information lgwan personal 2500 residents+harm 3C
商店街補助金交付台帳 information lgwan personal 300 contacts+later 2
農業者支援台帳 information lgwan personal 600 residents+bearable 3C
観光パンフレット原稿 information internet none - premised 1
施設予約システム informationSystem internet personal 45000 residents+bearable 3C
収蔵美術品台帳 information lgwan none - premised 2
市民プール利用者名簿 paper - personal 5000 residents+bearable 3C
環境基本計画資料 information lgwan none - premised 1
公害苦情受付簿 paper - personal 800 residents+bearable 3C
大型ごみ受付システム informationSystem internet personal 30000 residents+bearable 3C
都市計画GIS informationSystem lgwan none - premised 1
建築確認申請書 paper - personal 12000 residents+bearable 3C
再開発事業権利者名簿 information lgwan personal 450 residents+harm 3B
公園台帳 information lgwan none - premised 1
道路台帳システム informationSystem lgwan none - premised 1
用地買収交渉記録 paper - personal 200 residents+harm 3B
コミュニティバス運行データ information internet none - premised 1
下水道受益者負担金台帳 information lgwan personal 40000 residents+harm 3B
排水機場監視制御システム informationSystem lgwan none - later 2
口座情報データ information lgwan personal 60000 residents+harm 3B
奨学金受給者台帳 information lgwan personal 150 residents+harm 3B
学齢簿システム informationSystem myNumber specific 34000 - 3B
教職員人事記録 paper - personal 2000 staff 3C
図書館システム informationSystem internet personal 130000 residents+bearable 3C
出土遺物台帳 information lgwan none - premised 1
選挙人名簿システム informationSystem myNumber personal 400000 - 3B
投票用紙管理簿 paper - none - never 3C
監査調書 information lgwan personal - residents+bearable 3C
不利益処分審査記録 paper - personal 10 secret 3A
農地台帳 information lgwan personal 2200 residents+bearable 3C
審査申出書 paper - personal 30 residents+harm 3B
会議録検索システム informationSystem internet none - premised 1
議員報酬データ information lgwan specific 42 staff 3C
高機能消防指令システム informationSystem lgwan personal 0 residents+harm 3B
１１９番通報録音データ information lgwan sensitive 0 - 3B
救急活動記録票 paper - sensitive 28000 - 3B
救急統計データ information lgwan none 0 later 2
防火対象物台帳 information lgwan personal 9000 residents+bearable 3C
危険物施設許可台帳 paper - personal 500 residents+bearable 3C
消防水利位置図① information lgwan none 0 later 2
消防無線(デジタル) network - none 0 never 3C
消防団員名簿 information lgwan personal 400 staff 3C
火災調査書類 paper - personal 300 residents+harm 3B
火災調査書類 paper - personal 250 residents+harm 3B
火災調査書類 paper - personal 260 residents+harm 3B
火災調査書類 paper - personal 210 residents+harm 3B
出動車両タブレット medium lgwan personal 0 residents+harm 3B
`

const meaning: Readonly<Record<string, Answers>> = {
  '-': {},
  secret: { secret: 'yes' },
  residents: { whose: 'residents' },
  staff: { whose: 'staff' },
  contacts: { whose: 'contacts' },
  harm: { harm: 'yes' },
  bearable: { harm: 'no' },
  never: { publication: 'never' },
  later: { publication: 'later' },
  premised: { publication: 'premised' },
}

const rows = ledger
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', kind, zone, personalData, people, answers = '-', level] = line.split(' ')
    return {
      name,
      level,
      facts: {
        family: 'municipal' as const,
        kind: kind as KindCode,
        zone: zone === '-' ? null : (zone as ZoneCode),
        personalData: personalData as PersonalData,
        dataSubjects: people === '-' ? null : Number(people),
      },
      answers: answers
        .split('+')
        .reduce<Answers>((all, word) => ({ ...all, ...meaning[word] }), { altered: 'yes', stopped: 'yes' }),
    }
  })
const proposed = rows.map((row) => ({
  ...row,
  got: proposeLevels(row.facts, row.answers, municipal2024.levels),
}))

describe('the classifier on the ledgers of a city', () => {
  it('decides every row once its questions are answered', () => {
    expect(rows).toHaveLength(109)
    for (const { name, facts, answers, got } of proposed) {
      expect([name, got.levels.confidentiality]).not.toContain(null)
      expect([name, openQuestions(facts, { secret: 'no', ...answers })]).toEqual([name, []])
    }
  })
  it('agrees with the ledger on confidentiality in at least 85 of 100 rows, and names where it does not', () => {
    const others = proposed.filter(({ level, got }) => got.levels.confidentiality !== level)
    expect(others.map(({ name }) => name)).toEqual([
      '中小企業融資あっせん台帳',
      '収蔵美術品台帳',
      '図書館システム',
    ])
    expect(1 - others.length / rows.length).toBeGreaterThanOrEqual(0.85)
  })
  it('errs only to the strict side where the fields alone decide, without a single answer', () => {
    const alone = rows.map((row) => ({ ...row, got: proposeLevels(row.facts, {}, municipal2024.levels) }))
    const rank = (code: string | null | undefined) =>
      rankOf(municipal2024.levels, 'confidentiality', code ?? null)
    const decided = alone.filter(({ got, answers }) => got.levels.confidentiality !== null && !answers.secret)
    const tooLow = decided.filter(
      ({ level, got }) => (rank(got.levels.confidentiality) ?? 0) < (rank(level) ?? 0),
    )
    expect(decided.length).toBeGreaterThan(30)
    expect(tooLow.map(({ name }) => name)).toEqual([])
  })
})
