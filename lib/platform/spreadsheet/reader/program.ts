import { once } from 'node:events'
import { markWorkbook } from './mark-workbook'
import { readOffline } from './read-offline'
import type { ReadWish, ReaderLine } from './reader-lines'
import { understandFile } from './understand-file'
import { Unreadable, readerLimits, type UnreadableReason } from './unreadable'

/**
 * The reading child: on stdin four bytes (big-endian) with the length of the wish, the wish as JSON, then the file; on
 * stdout one JSON text a line. It has no database, no secrets, and ends by itself.
 */
export async function readInThisProcess(): Promise<void> {
  const { wish, bytes } = await receive(process.stdin)
  try {
    if (bytes === null) throw new Unreadable('tooLarge')
    if (wish.marks) await giveBack(await markWorkbook(bytes, wish.marks))
    else
      for await (const line of wish.holdsAnswers ? readOffline(bytes) : understandFile(bytes, wish))
        await say(line)
  } catch (error) {
    await say(refusalOf(error))
  }
}

/** A line holds some hundred kilobytes. */
async function giveBack(bytes: Uint8Array): Promise<void> {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const piece = 3 << 16
  for (let at = 0; at < all.length; at += piece)
    await say({ t: 'marked', part: all.subarray(at, at + piece).toString('base64') })
  await say({ t: 'end', rows: 0 })
}

function refusalOf(error: unknown): ReaderLine {
  if (error instanceof Unreadable) return { t: 'unreadable', reason: error.reason, args: error.args }
  const reason: UnreadableReason = 'broken'
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return { t: 'unreadable', reason, args: [] }
}

async function say(line: ReaderLine): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain')
}

async function receive(input: AsyncIterable<unknown>): Promise<{ wish: ReadWish; bytes: Uint8Array | null }> {
  const chunks: Buffer[] = []
  let [size, isTooLarge] = [0, false]
  for await (const chunk of input) {
    if (!(chunk instanceof Uint8Array)) continue
    size += chunk.length
    if (size > readerLimits.fileBytes + (8 << 20)) isTooLarge = true
    else chunks.push(Buffer.from(chunk))
  }
  const all = Buffer.concat(chunks)
  const length = all.readUInt32BE(0)
  // The parent writes the wish; whoever starts this program otherwise gets an error.
  const wish = JSON.parse(all.subarray(4, 4 + length).toString('utf8')) as ReadWish
  return { wish, bytes: isTooLarge ? null : all.subarray(4 + length) }
}
