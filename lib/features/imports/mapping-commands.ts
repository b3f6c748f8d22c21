import 'server-only'
import type { z } from 'zod'
import type { ImportRefusal } from '@/lib/domain/import/import-state'
import { change, type Outcome } from '@/lib/platform/change'
import type { May } from '@/lib/platform/authorize'
import { readDoor } from './door-schema'
import type { endMappingSchema, rememberMappingSchema } from './form-schema'

type Actor = May<'asset.import'>
type Done = Promise<Outcome<{ id: bigint }, ImportRefusal>>

/** 読み方を覚える: how an import's sheets are read, for the next file with the same head. */
export async function rememberOwnMapping(
  actor: Actor,
  { id, name, shared }: z.output<typeof rememberMappingSchema>,
): Done {
  return change<'asset.import', { id: bigint }, ImportRefusal>(actor, async (db) => {
    const [row] = await db.$queryRaw<{ said: unknown }[]>`
      select remember_mapping(${id}, ${name}, ${shared}) as said`
    const said = readDoor(row?.said)
    if (said !== 'done') return { refused: said }
    const about = { subjectType: 'imports', subjectId: id, details: { name, shared } }
    const action = shared === 'own' ? 'mapping.remembered' : 'mapping.shared'
    return { result: { id }, events: [{ action, ...about }] }
  })
}

/** 使わない: one's own only. */
export async function endOwnMapping(actor: Actor, { id }: z.output<typeof endMappingSchema>): Done {
  return change<'asset.import', { id: bigint }, ImportRefusal>(actor, async (db) => {
    const [row] = await db.$queryRaw<{ said: unknown }[]>`select end_mapping(${id}) as said`
    const said = readDoor(row?.said)
    if (said !== 'done') return { refused: said }
    return {
      result: { id },
      events: [{ action: 'mapping.ended', subjectType: 'import_mappings', subjectId: id }],
    }
  })
}
