import type { PersonalData } from '../asset'
import type { AssetContent } from '../asset-content'
import type { ZoneCode } from '../reference'
import type { LevelAxis } from '../scheme'

/** What a column of somebody's ledger can tell about an asset. `keptByPortal`: the portal knows better (状態, 最終確認日). */
export type ImportField =
  | keyof AssetContent
  | LevelAxis
  | 'number'
  | 'departmentCode'
  | 'bureau'
  | 'department'
  | 'audience'
  | 'classificationReason'
  | 'scheme'
  | 'keptByPortal'

/** Two fields in one cell: 媒体・保存先, or 機密性・完全性・可用性. */
export type HeadMeaning = ImportField | 'mediumAndPlace' | 'levels'

/** What a ○ stands for: a kind of personal data, a zone, or the medium or level that the head of its column names. */
export type MarkMeaning = PersonalData | ZoneCode | 'medium' | 'level'

/** A column and what is taken from it; `marks`: a ○ in it means that much. */
export type ColumnUse = { column: number; means: HeadMeaning; marks?: MarkMeaning }
