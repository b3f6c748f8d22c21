import type { ZoneNetwork } from '@/lib/domain/reference'
import type { HandlingRestriction, LevelDefinition, SchemeFamily, SchemeStatus } from '@/lib/domain/scheme'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import type { AssetPermission } from './permission-schema'

type Labelled = { code: string; label: string }
export type SchemeWords = {
  id: string
  code: string
  family: SchemeFamily
  label: string
  status: SchemeStatus
  effectiveOn: string
  levels: LevelDefinition[]
  restrictions: HandlingRestriction[]
}
/** The words and levels that a city has set, in their order. */
export type Vocabulary = {
  zones: (Labelled & { network: ZoneNetwork })[]
  kinds: (Labelled & { needsZone: boolean })[]
  categories: Labelled[]
  bodies: Labelled[]
  schemes: SchemeWords[]
}

/** A department of today; id as text. */
export type DepartmentChoice = {
  id: string
  code: string
  name: string
  bureau: string | null
  category: string
}

/** The words, and the departments in which new assets can be written. */
export async function findFormWords(actor: May<AssetPermission>) {
  return read(actor, async (db) => {
    const [row] = await db.$queryRaw<{ vocabulary: Vocabulary; departments: DepartmentChoice[] }[]>`
      select ledger_vocabulary() as vocabulary, departments_in_reach('asset.create') as departments`
    if (!row) throw new Error('the vocabulary did not answer')
    return row
  })
}

/** The scheme in force for a family. @throws when the city has none: nothing can be classified then. */
export function schemeInForce(words: Vocabulary, family: SchemeFamily): SchemeWords {
  const scheme = words.schemes.find((each) => each.family === family && each.status === 'inForce')
  if (!scheme) throw new Error(`no ${family} scheme is in force`)
  return scheme
}
