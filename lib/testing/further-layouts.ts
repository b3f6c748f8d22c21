import type { OtherLayout } from './other-layout'

const _ = null
const cia = ['機密性', '完全性', '可用性'] as const

/** More of them: beside each other, counted, coded, and without their merges. */
export const furtherLayouts: readonly OtherLayout[] = [
  {
    what: 'two tables side by side',
    sheets: [
      {
        name: 'Sheet1',
        grid: [
          ['保健部 資産一覧'],
          ['No', '資産名', '担当課', ...cia, _, 'No', '資産名', '担当課', ...cia],
          [1, '母子健康手帳交付簿', '保健医療課', '3B', 2, 1, _, 3, '予防接種台帳', '疾病予防課', '3B', 2, 2],
          [2, '健康だより', '保健医療課', 1, 1, 1],
        ],
      },
    ],
    rows: [
      { name: '母子健康手帳交付簿', code: '0910', levels: '3B 2 1' },
      { name: '健康だより', code: '0910', levels: '1 1 1' },
      { name: '予防接種台帳', code: '0930', levels: '3B 2 2' },
    ],
  },
  {
    what: 'counts in thousands by the head, years without 年, 可 that leaves the permission open',
    sheets: [
      {
        name: '税',
        grid: [
          ['担当課', '資産名', ...cia, '本人の数（千人）', '保存年限', '持出しの可否'],
          ['市民税課', '課税データ', '3B', 2, 2, 250, 5, '不可'],
          ['市民税課', '申告書', '3B', 2, 1, '1.5', '永年', '可'],
        ],
      },
    ],
    rows: [
      {
        name: '課税データ',
        code: '0550',
        levels: '3B 2 2',
        content: { dataSubjects: 250_000, retention: '5年', takeOut: 'prohibited' },
      },
      {
        name: '申告書',
        code: '0550',
        levels: '3B 2 1',
        content: { dataSubjects: 1_500, retention: '永年' },
        asked: ['takeOut'],
      },
    ],
  },
  {
    what: 'codes without their zeros, 係 behind the 課, and two 課 in one cell',
    sheets: [
      {
        name: 'export',
        grid: [
          ['部署コード', '部署名', '文書名', ...cia],
          [610, '市民課', '住民票請求書', '3B', 2, 1],
          [1620, '市民課', '住民票請求書', '3B', 2, 1],
          [_, '市民安全課 防犯係', '防犯カメラ映像', '3B', 2, 1],
          [_, '総務課・人事課', '職員名簿', '3C', 2, 1],
        ],
      },
    ],
    rows: [
      { name: '住民票請求書', code: '0610', levels: '3B 2 1' },
      { name: '住民票請求書', code: '1620', levels: '3B 2 1' },
      { name: '防犯カメラ映像', code: '0650', levels: '3B 2 1' },
      { name: '職員名簿', levels: '3C 2 1', asked: ['department'] },
    ],
  },
  {
    what: '有無 beside the name of the contractor and of the cloud',
    sheets: [
      {
        name: '調査票',
        merges: ['C1:D1', 'E1:F1'],
        grid: [
          ['担当課', '情報資産名', '業務委託', _, 'クラウド利用', _, 'バックアップ', ...cia],
          [_, _, '有無', '委託業者名', '有無', 'サービス名'],
          [
            '学校教育課',
            '就学援助システム',
            '有',
            '教育システム㈱',
            '有',
            '就学クラウド',
            '毎日',
            '3B',
            2,
            2,
          ],
          ['中央図書館', '図書館システム', '無', 'なし', '無', '－', '無', '3B', 2, 1],
        ],
      },
    ],
    rows: [
      {
        name: '就学援助システム',
        code: '3020',
        levels: '3B 2 2',
        content: { outsourcedTo: '教育システム㈱', cloudService: '就学クラウド' },
      },
      {
        name: '図書館システム',
        code: '3060',
        levels: '3B 2 1',
        content: { outsourcedTo: null, cloudService: null },
      },
    ],
  },
  {
    what: 'a CSV that has lost its merges, with a system above its data',
    csv: true,
    sheets: [
      {
        name: 'a',
        grid: [
          ['出力日', '2024/05/01'],
          ['主管課', 'システム名', 'データ名', ...cia, '保存期限'],
          ['こども福祉課', '児童手当システム', '受給者データ', '3B', 2, 2, '5年'],
          ['', '児童手当システム', '所得データ', '3B', 2, 1, '10年'],
          ['', '', '申請書綴', '3B', 2, 1, '永年'],
          ['こども施設運営課', '', '給食献立', 1, 1, 1, '1年'],
        ],
      },
    ],
    rows: [
      { name: '受給者データ', code: '0810', levels: '3B 2 2', content: { retention: '5年' } },
      { name: '所得データ', code: '0810', levels: '3B 2 1', content: { retention: '10年' } },
      { name: '申請書綴', code: '0810', levels: '3B 2 1' },
      { name: '給食献立', code: '0840', levels: '1 1 1' },
    ],
  },
  {
    what: 'levels in columns of ○, and a count by levels below the ledger',
    sheets: [
      {
        name: '人事課',
        merges: ['B1:F1', 'G1:H1', 'I1:J1'],
        grid: [
          ['情報資産名', '機密性', _, _, _, _, '完全性', _, '可用性', _, '保管場所'],
          [_, '３Ａ', '３Ｂ', '３Ｃ', '２', '１', '２', '１', '２', '１', _],
          ['人事記録', _, _, '○', _, _, '○', _, _, '○', '書庫'],
          ['採用試験問題', '○', _, _, _, _, '○', _, '○', _, '金庫'],
          ['採用案内', _, _, _, '○', '○', _, '○', _, '○', '棚'],
          ['3A', _, _, _, _, _, _, _, _, _, '1件'],
        ],
      },
    ],
    rows: [
      { name: '人事記録', code: '0230', levels: '3C 2 1', content: { storageLocation: '書庫' } },
      { name: '採用試験問題', code: '0230', levels: '3A 2 2' },
      { name: '採用案内', code: '0230', levels: ' 1 1', asked: ['confidentiality'] },
      { name: '3A', code: '0230', levels: '  ', asked: ['name'] },
    ],
  },
]
