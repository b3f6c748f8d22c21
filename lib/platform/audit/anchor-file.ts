import { createHmac, timingSafeEqual } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** The chain's head as it was at a moment, written down where the database cannot reach. */
export type Anchor = { at: string; linkNumber: number; hash: string; hmac: string }

/** Each line's code covers the line before it: one taken from the middle is missed. The key never meets the database. */
export function anchorHmac(secret: string, anchor: Omit<Anchor, 'hmac'>, previousHmac: string): string {
  const text = JSON.stringify([anchor.at, anchor.linkNumber, anchor.hash, previousHmac])
  return createHmac('sha256', secret).update(text).digest('hex')
}

/** `joins`: the line bears the right code and follows the one before it. A line that is no anchor is `null`. */
export type ReadAnchor = { line: number; anchor: Anchor | null; joins: boolean }

/** The anchors line by line, in constant memory; none when the file does not exist. */
export async function* readAnchors(file: string, secret: string): AsyncGenerator<ReadAnchor> {
  if (!existsSync(file)) return
  let previous = ''
  let line = 0
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    line += 1
    const anchor = parseAnchor(text)
    const joins = anchor !== null && sameText(anchor.hmac, anchorHmac(secret, anchor, previous))
    previous = anchor?.hmac ?? previous
    yield { line, anchor, joins }
  }
}

function parseAnchor(text: string): Anchor | null {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof given !== 'object' || given === null) return null
  const { at, linkNumber, hash, hmac } = given as Partial<Record<keyof Anchor, unknown>>
  if (typeof at !== 'string' || typeof linkNumber !== 'number') return null
  if (typeof hash !== 'string' || typeof hmac !== 'string') return null
  return { at, linkNumber, hash, hmac }
}

function sameText(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
