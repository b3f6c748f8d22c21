import 'server-only'
import { open } from 'node:fs/promises'
import { z } from 'zod'
import { environment } from '@/lib/platform/env'

const anchorLine = z.object({ at: z.coerce.date(), linkNumber: z.number().int() })
export type KnownAnchor = z.output<typeof anchorLine>

/** The last line of the anchor file, as it says itself; whether it is genuine is what `audit:verify` tells. Null when there is none. */
export async function findLastAnchor(): Promise<KnownAnchor | null> {
  const text = await endOfFile(environment().auditAnchorFile)
  const last = text?.trimEnd().split('\n').at(-1)
  if (!last) return null
  try {
    return anchorLine.parse(JSON.parse(last))
  } catch {
    return null
  }
}

async function endOfFile(file: string): Promise<string | null> {
  const handle = await open(file).catch(() => null)
  if (!handle) return null
  try {
    const { size } = await handle.stat()
    const length = Math.min(size, 4096)
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length)
    return buffer.toString('utf8')
  } finally {
    await handle.close()
  }
}
