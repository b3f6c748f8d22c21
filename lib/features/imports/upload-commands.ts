import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { UploadRefusal } from '@/lib/domain/import/import-state'
import type { May } from '@/lib/platform/authorize'
import type { AuditEvent } from '@/lib/platform/audit/event'
import { atLength, change, type Outcome } from '@/lib/platform/change'
import type { FileSent } from '@/lib/platform/multipart'

const began = z.union([
  z.object({ id: z.union([z.string(), z.number()]) }),
  z.object({ refused: z.enum(['tooManyWaiting', 'gone']) }),
])

/**
 * Keeps a file as it arrives, part by part, in one transaction: cut off, nothing of it is left. Reading it is a job's.
 * `instead`: one's own import in whose place it is sent, which ends in the same act.
 * @throws {FileTooLarge} out of the parts
 */
export async function keepFile(
  actor: May<'asset.import'>,
  { name, parts, instead = null }: Pick<FileSent, 'name' | 'parts'> & { instead?: bigint | null },
): Promise<Outcome<{ id: bigint }, UploadRefusal>> {
  return change<'asset.import', { id: bigint }, UploadRefusal>(
    actor,
    async (db) => {
      const [row] = await (instead === null
        ? db.$queryRaw<{ begun: unknown }[]>`select begin_import(${name}) as begun`
        : db.$queryRaw<{ begun: unknown }[]>`select replace_import(${instead}, ${name}) as begun`)
      const begun = began.parse(row?.begun)
      if ('refused' in begun) return begun
      const id = BigInt(begun.id)
      const hash = createHash('sha256')
      let [bytes, place] = [0, 0]
      for await (const part of parts) {
        hash.update(part)
        bytes += part.length
        place++
        await db.$queryRaw`select add_import_part(${id}, ${place}::int, ${new Uint8Array(part)})`
      }
      const digest = hash.digest()
      await db.$queryRaw`select end_upload(${id}, ${new Uint8Array(digest)})`
      return {
        result: { id },
        events: [
          {
            action: 'import.uploaded',
            subjectType: 'imports',
            subjectId: id,
            details: {
              file: name,
              bytes,
              sha256: digest.toString('hex'),
              ...(instead !== null && { replaces: String(instead) }),
            },
          },
          ...replaced(instead, id),
        ],
      }
    },
    atLength,
  )
}

function replaced(instead: bigint | null, by: bigint): AuditEvent[] {
  if (instead === null) return []
  const details = { replacedBy: String(by) }
  return [{ action: 'import.replaced', subjectType: 'imports', subjectId: instead, details }]
}
