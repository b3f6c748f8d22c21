import { createInflateRaw } from 'node:zlib'
import { Unreadable } from './unreadable'
import type { ZipEntry } from './zip-directory'

/** The text of one XML part, piece by piece, counted against what the directory declared. @throws {Unreadable} */
export async function* partText(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8')
  let size = 0
  for await (const chunk of inflated(bytes, entry)) {
    if (size === 0 && isUtf16(chunk)) throw new Unreadable('broken')
    size += chunk.length
    if (size > entry.size) throw new Unreadable('swells')
    yield decoder.decode(chunk, { stream: true })
  }
  if (size < entry.size) throw new Unreadable('broken')
  yield decoder.decode()
}

async function* inflated(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array, void, undefined> {
  const packed = bytes.subarray(entry.at, entry.at + entry.packed)
  if (packed.length < entry.packed) throw new Unreadable('broken')
  if (entry.method === 0) return yield packed
  const inflate = createInflateRaw({ chunkSize: 1 << 16 })
  inflate.end(packed)
  try {
    for await (const chunk of inflate) if (chunk instanceof Uint8Array) yield chunk
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('broken')
  } finally {
    inflate.destroy()
  }
}

/** Spreadsheets write UTF-8; another encoding could hide what is looked for. */
function isUtf16(chunk: Uint8Array): boolean {
  const [first, second] = chunk
  return (
    (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0
  )
}
