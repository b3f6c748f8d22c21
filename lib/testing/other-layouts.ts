import { furtherLayouts } from './further-layouts'
import type { OtherLayout } from './other-layout'

const _ = null
const cia = ['機密性', '完全性', '可用性'] as const

/** Ledgers as other cities lay them out: each once met somewhere, none like ours. */
export const otherLayouts: readonly OtherLayout[] = [
  {
    what: 'a form with its number, boxes for seals, and 有無 beside the kinds of personal data',
    sheets: [
      {
        name: '様式第３号',
        merges: ['D4:F4', 'G4:I4'],
        grid: [
          ['様式第３号（第８条関係）', _, _, _, _, _, _, '課長', '係長'],
          ['所属名', '市民部 国民年金課', _, _, '作成日', '令和6年4月1日', _, '印', '印'],
          [],
          ['番号', '情報資産の名称', '保存場所', '重要度', _, _, '個人情報', _, _, '備考'],
          [_, _, _, ...cia, '有無', '件数', '特定個人情報'],
          [1, '国民年金システム', 'データセンター', '３Ｂ', 2, 2, '有', 60000, '○', '内線 2345'],
          [2, '年金だより原稿', '共有フォルダ', '１', 1, 1, '無', _, '×'],
          [3, '届出書', '書庫', '３Ｂ', 1, 1, '無', _, '○'],
        ],
      },
    ],
    rows: [
      {
        name: '国民年金システム',
        code: '0630',
        levels: '3B 2 2',
        content: { personalData: 'specific', dataSubjects: 60000, remarks: '内線 2345' },
      },
      { name: '年金だより原稿', code: '0630', levels: '1 1 1', content: { personalData: 'none' } },
      { name: '届出書', code: '0630', levels: '3B 1 1', asked: ['personalData'] },
    ],
  },
  {
    what: 'zones and media in columns of ○',
    sheets: [
      {
        name: '台帳',
        merges: ['D1:F1', 'G1:H1'],
        grid: [
          [
            '部',
            '課',
            '情報資産の\n名　称',
            '利用ネットワーク',
            _,
            _,
            '媒体',
            _,
            '機密\n性',
            '完全\n性',
            '可用\n性',
          ],
          [_, _, _, '基幹系', 'LGWAN系', 'ｲﾝﾀｰﾈｯﾄ系', '紙', '電子'],
          ['福祉部 ', '介護福祉課　', '介護保険システム　', '○', _, _, _, '○', '３Ｂ', '２', '２'],
          ['〃', '〃', '調査票', _, _, _, '○', _, '３Ｂ', '２', '１'],
          ['〃', '同上', '相談フォーム', _, '○', '○', _, '○', '３Ｂ', '１', '１'],
        ],
      },
    ],
    rows: [
      {
        name: '介護保険システム',
        code: '0720',
        levels: '3B 2 2',
        content: { zone: 'myNumber', medium: '電子' },
      },
      { name: '調査票', code: '0720', levels: '3B 2 1', content: { medium: '紙', zone: null } },
      { name: '相談フォーム', code: '0720', levels: '3B 1 1', asked: ['zone'] },
    ],
  },
  {
    what: 'kinds as sections; one that names no kind ends the one before',
    sheets: [
      {
        name: '課別',
        grid: [
          ['所属', '情報資産名', ...cia],
          ['■情報システム'],
          ['総務部 総務課', '文書管理システム', '3C', 2, 2],
          ['■紙文書（簿冊を含む）'],
          ['総務部 総務課', '公印台帳', '3C：職員の個人情報', '2（重要）', 1],
          ['■そのほか'],
          ['総務部 総務課', '電話交換機', 2, 1, 2],
          ['※１　機密性は方針による。'],
        ],
      },
    ],
    rows: [
      {
        name: '文書管理システム',
        code: '0210',
        levels: '3C 2 2',
        content: { kindCode: 'informationSystem' },
      },
      { name: '公印台帳', code: '0210', levels: '3C 2 1', content: { kindCode: 'paper' } },
      { name: '電話交換機', code: '0210', levels: '2 1 2', content: { kindCode: null } },
    ],
  },
  {
    what: 'rows that show how to fill it in, numbers below the head, and totals',
    sheets: [
      {
        name: '回答用',
        grid: [
          ['No', '資産名', '担当課', '重要度', ...cia, '本人数'],
          ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
          ['記入例', '住民情報システム', '国民年金課', 'A', '3B', 2, 2, 100],
          [1, '道路台帳', '道路管理課', 'A', 2, 2, 2, 10],
          [2, '例規集', '道路管理課', 'B', 1, 2, 1, 3],
          ['合　計', '２件', _, _, _, _, _, 13],
        ],
      },
    ],
    rows: [
      { name: '道路台帳', code: '1410', levels: '2 2 2', content: { dataSubjects: 10 } },
      { name: '例規集', code: '1410', levels: '1 2 1', content: { dataSubjects: 3 } },
    ],
  },
  {
    what: 'two tables below each other, each with columns of its own',
    sheets: [
      {
        name: '議会事務局',
        grid: [
          ['１　情報システム一覧'],
          ['No.', 'システム名', '所管課', ...cia, 'ネットワーク区分', '備考'],
          [1, '会議録検索システム', '議事課', 1, 2, 1, 'インターネット接続系', 'クラウド'],
          [],
          ['２　紙文書一覧'],
          ['No.', '所管課', '文書名', '保管場所', ...cia, '備考'],
          [1, '庶務課', '議員名簿', '書庫', '3C', 2, 1],
        ],
      },
    ],
    rows: [
      {
        name: '会議録検索システム',
        code: '4020',
        levels: '1 2 1',
        content: { zone: 'internet', kindCode: 'informationSystem' },
      },
      {
        name: '議員名簿',
        code: '4010',
        levels: '3C 2 1',
        content: { storageLocation: '書庫', kindCode: 'paper' },
      },
    ],
  },
  ...furtherLayouts,
]
