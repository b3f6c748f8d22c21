import 'server-only'
import type { z } from 'zod'
import type { ImportRefusal } from '@/lib/domain/import/import-state'
import type { May } from '@/lib/platform/authorize'
import { atLength, change, type Outcome } from '@/lib/platform/change'
import { confirmSaid, sealedImport } from './door-schema'
import type { confirmImportSchema } from './form-schema'

type Confirmed = { id: bigint; matchedAgain?: true }

/**
 * 台帳に取り込む: seals what was shown in the trail, and leaves the writing to the job. The same request pressed twice is
 * one. Where something became other than it was shown, the rows are matched anew, kept so, and refused as `changed`.
 */
export async function confirmOwnImport(
  actor: May<'asset.import'>,
  { id, version, request }: z.output<typeof confirmImportSchema>,
): Promise<Outcome<Confirmed, ImportRefusal>> {
  const about = { subjectType: 'imports', subjectId: id }
  const outcome = await change<'asset.import', Confirmed, ImportRefusal | 'same'>(
    actor,
    async (db) => {
      const [row] = await db.$queryRaw<{ said: unknown }[]>`
        select confirm_import(${id}, ${version}::int, ${request}::uuid) as said`
      const said = confirmSaid.parse(row?.said)
      if (said === 'changed')
        return { result: { id, matchedAgain: true }, events: [{ action: 'import.matchedAgain', ...about }] }
      if (said !== 'done') return { refused: said }
      const [found] = await db.$queryRaw<unknown[]>`
        select encode(rows_hash, 'hex') as hash, counts from imports where id = ${id}`
      const details = { request, ...sealedImport.parse(found) }
      return { result: { id }, events: [{ action: 'import.confirmed', ...about, details }] }
    },
    atLength,
  )
  if ('refused' in outcome)
    return outcome.refused === 'same' ? { result: { id } } : { refused: outcome.refused }
  return outcome.result.matchedAgain ? { refused: 'changed' } : outcome
}
