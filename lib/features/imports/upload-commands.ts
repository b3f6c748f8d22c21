import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { UploadRefusal } from '@/lib/domain/import/import-state'
import type { May } from '@/lib/platform/authorize'
import { atLength, change, type Outcome } from '@/lib/platform/change'
import type { FileSent } from '@/lib/platform/multipart'

const began = z.union([
  z.object({ id: z.union([z.string(), z.number()]) }),
  z.object({ refused: z.literal('tooManyWaiting') }),
])

/**
 * Keeps a file as it arrives, part by part, in one transaction: cut off, nothing of it is left. Reading it is a job's.
 * @throws {FileTooLarge} out of the parts
 */
export async function keepFile(
  actor: May<'asset.import'>,
  { name, parts }: Pick<FileSent, 'name' | 'parts'>,
): Promise<Outcome<{ id: bigint }, UploadRefusal>> {
  return change<'asset.import', { id: bigint }, UploadRefusal>(
    actor,
    async (db) => {
      const [row] = await db.$queryRaw<{ begun: unknown }[]>`select begin_import(${name}) as begun`
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
            details: { file: name, bytes, sha256: digest.toString('hex') },
          },
        ],
      }
    },
    atLength,
  )
}
