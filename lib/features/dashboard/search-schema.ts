import { leadingAxis } from '@/lib/domain/classification'
import type { LevelMatrix, MatrixRow } from '@/lib/domain/level-matrix'
import { readSearch, searchHref, type AssetSearch } from '@/lib/features/assets/search-schema'

/** The list that opens exactly the assets of a cell; null for a whole row, a whole column, or both. */
export function cellHref(
  { family }: Pick<LevelMatrix, 'family'>,
  row: MatrixRow | null,
  zone: string | null,
): string {
  return ledgerHref({
    state: ['active'],
    family,
    ...(zone === null ? {} : { zone: [zone] }),
    ...(row === null ? {} : { [leadingAxis[family]]: [row.level?.code ?? 'none'] }),
    ...(row?.scheme ? { scheme: row.scheme.code } : {}),
  })
}

export function ledgerHref(search: Partial<AssetSearch>): string {
  return searchHref(readSearch({}), search)
}
