import type { AssetContent } from '@/lib/domain/asset-content'
import type { LevelCodes } from '@/lib/domain/classification'

/** Until `on` the levels were `until`; on that day they became the next story's, or those of the ledger. */
export type LevelStory = { key: string; on: string; until: Partial<LevelCodes>; reason: string }
/** The same for what is written about an asset; a clerk corrects it. */
export type ContentStory = { key: string; on: string; until: Partial<AssetContent> }

export const levelStories: readonly LevelStory[] = [
  {
    key: 'internal 54',
    on: '2025-02-14',
    until: { confidentiality: '3C' },
    reason: '相談の内容を送る使い方をしている課が見つかったため',
  },
  {
    key: 'internal 58',
    on: '2025-07-10',
    until: { confidentiality: '2' },
    reason: '公有財産の一覧を市のサイトで公表したため',
  },
  {
    key: 'internal 81',
    on: '2025-08-25',
    until: { availability: '1' },
    reason: '大雨のときに操作できないと浸水を招くことを、訓練で確かめたため',
  },
  {
    key: 'school 7101 14',
    on: '2025-10-15',
    until: { importance: 'III' },
    reason: '保護者の電話番号と住所を載せているため',
  },
  {
    key: 'internal 54',
    on: '2025-11-20',
    until: { confidentiality: '3B' },
    reason: '相談の内容を送らない運用に改め、全課で確かめたため',
  },
  {
    key: 'internal 60',
    on: '2025-12-09',
    until: { confidentiality: '3B' },
    reason: '14日で上書きし、個人を検索できないため',
  },
  {
    key: 'internal 20',
    on: '2026-04-24',
    until: { availability: '1' },
    reason: '災害のときに直ちに必要となるため',
  },
]

export const contentStories: readonly ContentStory[] = [
  { key: 'internal 59', on: '2025-01-20', until: { storageLocation: '執務室 キャビネット' } },
  { key: 'internal 18', on: '2025-03-05', until: { retention: '3年' } },
  { key: 'internal 24', on: '2025-04-10', until: { outsourcedTo: '㈱保育連絡' } },
  { key: 'internal 1', on: '2025-05-20', until: { dataSubjects: 492_000 } },
  { key: 'fire 8', on: '2025-06-17', until: { outsourcedTo: null } },
  { key: 'internal 86', on: '2026-03-06', until: { dataSubjects: null, userScope: '図書館職員' } },
]

/** An asset of a story has to be in the ledger before the story begins. */
export function hasStory(key: string): boolean {
  return [...levelStories, ...contentStories].some((story) => story.key === key)
}

/** The levels that an asset had on a day. */
export function levelsOn(key: string, day: string, final: LevelCodes): LevelCodes {
  const next = levelStories.find((story) => story.key === key && story.on > day)
  return { ...final, ...next?.until }
}

/** What was written about an asset on a day. */
export function contentOn(key: string, day: string, final: AssetContent): AssetContent {
  const next = contentStories.find((story) => story.key === key && story.on > day)
  return { ...final, ...next?.until }
}
