import { assetStates, audiences, type Audience } from '@/lib/domain/asset'
import type { AssetContent } from '@/lib/domain/asset-content'
import type { LevelCodes } from '@/lib/domain/classification'
import type { CityWords, FileScheme } from '@/lib/domain/import/city-words'
import { fileSchemes } from '@/lib/domain/import/city-words'
import { keptText, textLimits } from '@/lib/domain/content-rules'
import { ledgerFields, type LedgerRow } from '@/lib/domain/ledger-row'
import { levelAxes, type LevelAxis } from '@/lib/domain/scheme'
import type { LedgerWords } from '@/lib/labels/ledger-columns'
import { randomContent } from './random-content'
import { randomText, seededRandom } from './random-text'

/** An asset as the ledger may hold it; its number is its seed. */
export type RandomAsset = {
  seed: number
  departmentId: string
  departmentCode: string
  content: AssetContent
  scheme: FileScheme
  schemeId: string
  levels: Partial<LevelCodes>
  audience: Audience | null
  reason: string | null
  state: string
}

export function randomAsset(seed: number, words: CityWords): RandomAsset {
  const random = seededRandom(seed * 104_729)
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const department = oneOf(words.departments.filter(({ validTo }) => validTo === null))
  const scheme = oneOf(fileSchemes)
  const isOf = (each: CityWords['schemes'][number]) =>
    scheme === 'education'
      ? each.family === 'education'
      : each.family === 'municipal' && (each.status === 'retired') === (scheme === 'earlier')
  const at = words.schemes.findIndex(isOf)
  const isRated = random() < 0.9
  // What a family is rated by is always there; the schools' other axes may be.
  const must = (axis: LevelAxis) => (scheme === 'education' ? axis === 'importance' : axis !== 'importance')
  const axes = levelAxes.filter((axis) => must(axis) || random() < 0.5)
  const levels = Object.fromEntries(
    axes.flatMap((axis) => {
      const codes = words.schemes[at]?.levels.filter((level) => level.axis === axis) ?? []
      return codes.length > 0 && isRated ? [[axis, oneOf(codes).code] as const] : []
    }),
  )
  const content = Object.fromEntries(
    Object.entries(randomContent(seed)).map(([field, value]) => [
      field,
      typeof value === 'string' ? keptText(value) || null : value,
    ]),
  ) as AssetContent
  return {
    seed,
    departmentId: department.id,
    departmentCode: department.code,
    content: { ...content, name: random() < 0.02 ? '-' : content.name },
    scheme,
    schemeId: String(at + 1),
    levels,
    audience: levels.importance ? oneOf(audiences) : null,
    reason: keptText(randomText(seed)) || null,
    state: oneOf(assetStates),
  }
}

/** The same asset with every text changed, where there is one. */
export function withTexts(asset: RandomAsset, change: (text: string) => string): RandomAsset {
  const content = Object.fromEntries(
    Object.entries(asset.content).map(([field, value]) => [
      field,
      field in textLimits && typeof value === 'string' ? change(value).trim() || null : value,
    ]),
  ) as AssetContent
  return {
    ...asset,
    content: { ...content, name: change(asset.content.name).trim() || 'x' },
    reason: asset.reason === null ? null : change(asset.reason).trim() || null,
  }
}

/** As `ledger_rows` answers it: every value as text. */
export function ledgerRowOf(asset: RandomAsset): LedgerRow {
  const { content, levels, seed, audience, reason, state } = asset
  const { zone, ...fields } = content
  const known: Record<string, string | number | boolean | null | undefined> = {
    ...fields,
    ...levels,
    number: seed,
    version: 1,
    zoneCell: zone ?? 'notEntered',
    departmentId: asset.departmentId,
    schemeId: asset.schemeId,
    audience,
    classificationReason: reason,
    state,
  }
  const texts = Object.fromEntries(
    ledgerFields.map((field) => {
      const value = known[field] ?? null
      return [field, value === null ? null : String(value)]
    }),
  )
  return { ...texts, place: String(seed) } as LedgerRow
}

export function wordsOfCity(words: CityWords): LedgerWords {
  const names = new Map(words.departments.map(({ id, name }) => [id, name]))
  return {
    departments: new Map(
      words.departments.map(({ id, code, name, parentId }) => [
        id,
        { code, name, bureau: parentId === null ? null : (names.get(parentId) ?? null) },
      ]),
    ),
    zones: new Map([
      ['myNumber', 'マイナンバー利用事務系'],
      ['lgwan', 'LGWAN接続系'],
      ['internet', 'インターネット接続系'],
    ]),
    kinds: new Map([
      ['network', 'ネットワーク'],
      ['informationSystem', '情報システム'],
      ['facility', '施設・設備'],
      ['medium', '電磁的記録媒体'],
      ['information', '情報'],
      ['document', '関連文書'],
      ['paper', '紙文書'],
    ]),
    schemes: new Map(
      words.schemes.map(({ label, levels }, at) => [
        String(at + 1),
        { label, levels: new Map(levels.map((level) => [`${level.axis} ${level.code}`, level.label])) },
      ]),
    ),
  }
}
