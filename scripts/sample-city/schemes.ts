import type { SchemeDefinition } from '@/lib/domain/scheme'
import { education2025 } from '@/lib/domain/schemes/education-2025'
import { municipal2024 } from '@/lib/domain/schemes/municipal-2024'
import { schemeMappings } from '@/lib/domain/schemes/definitions'
import { municipalEarlier } from '@/lib/domain/schemes/municipal-earlier'
import { enforceScheme, loadScheme } from '@/lib/features/schemes/commands'
import { keepMapping } from '@/lib/features/schemes/mapping-commands'
import { accepted, type Actors } from './actors'
import { schemeDays } from './plan'

/** Loads the three versions and what follows from one in the next: the earlier levels are in force at once, the others wait for their day. */
export async function loadSchemes(actors: Actors): Promise<Map<string, bigint>> {
  const ids = new Map<string, bigint>()
  const definitions: SchemeDefinition[] = [
    municipalEarlier,
    // The day on which a city puts the levels of 2024 in force is its own decision.
    { ...municipal2024, effectiveOn: schemeDays.municipal2024 },
    { ...education2025, effectiveOn: schemeDays.education },
  ]
  for (const definition of definitions) {
    const { id } = accepted(
      await loadScheme(await actors.may('system', 'scheme.edit'), definition),
      definition.code,
    )
    ids.set(definition.code, id)
  }
  for (const mapping of schemeMappings) {
    const actor = await actors.may('system', 'scheme.edit')
    accepted(await keepMapping(actor, { ...mapping, seen: [] }), `${mapping.from} ${mapping.to}`)
  }
  await enforce(actors, 'system', municipalEarlier.code)
  return ids
}

export async function enforce(actors: Actors, login: string, code: string): Promise<void> {
  accepted(await enforceScheme(await actors.may(login, 'scheme.enforce'), code), code)
}
