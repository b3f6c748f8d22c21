import { mkdir, open, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { anchorMismatchWords } from '@/lib/labels/trail-verification'
import { anchorHmac, readAnchors } from './anchor-file'
import type { Anchor } from './anchor-file'

/** A client of `pg`, or anything that answers as it does; any serving role may read the heads. */
export type HeadReader = {
  query: (sql: string, values?: unknown[]) => Promise<{ rows: { number: string; hash: string }[] }>
}
export type AnchorPlace = { file: string; secret: string }

/** The chain or the file is not what it was when the last anchor was written: no anchor must cover that up. */
export class AnchorMismatch extends Error {}

const headSql = `select number::text, encode(hash, 'hex') as hash from audit_links
  where number = coalesce($1, (select max(number) from audit_links))`

/**
 * Writes the chain's head into the anchor file; call it at intervals and at each report (decision 14).
 * Writes nothing when the head is the anchored one already, or there is no link yet.
 * @returns the anchor that stands for the head now, or null without any link
 * @throws {AnchorMismatch} when the last anchor's link is gone or another, or the file itself was altered
 */
export async function anchorHead(db: HeadReader, place: AnchorPlace, at: Date): Promise<Anchor | null> {
  await mkdir(path.dirname(place.file), { recursive: true })
  const release = await lockFile(place.file)
  try {
    const last = await lastAnchor(place)
    if (last) {
      const { rows } = await db.query(headSql, [last.linkNumber])
      if (rows[0]?.hash !== last.hash)
        throw new AnchorMismatch(anchorMismatchWords.otherChain(last.linkNumber))
    }
    const head = (await db.query(headSql, [null])).rows[0]
    if (!head || (last && Number(head.number) === last.linkNumber)) return last
    const fresh = { at: at.toISOString(), linkNumber: Number(head.number), hash: head.hash }
    const anchor = { ...fresh, hmac: anchorHmac(place.secret, fresh, last?.hmac ?? '') }
    await append(place.file, `${JSON.stringify(anchor)}\n`)
    return anchor
  } finally {
    await release()
  }
}

async function lastAnchor({ file, secret }: AnchorPlace): Promise<Anchor | null> {
  let last: Anchor | null = null
  for await (const { line, anchor, joins } of readAnchors(file, secret)) {
    if (!joins) throw new AnchorMismatch(anchorMismatchWords.alteredLine(line))
    last = anchor
  }
  return last
}

async function append(file: string, text: string) {
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.appendFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** One writer at a time; a lock older than a minute was left by a killed process. */
async function lockFile(file: string): Promise<() => Promise<void>> {
  const lock = `${file}.lock`
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await (await open(lock, 'wx')).close()
      return () => rm(lock, { force: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const found = await stat(lock).catch(() => null)
      if (found && Date.now() - found.mtimeMs > 60_000) await rm(lock, { force: true })
      else await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  throw new Error(`another process is writing anchors: ${lock}`)
}
