import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'

/** A file that is being sent: its name, the fields that stand before it, and its bytes in parts of at most 1 MiB. */
export type FileSent = {
  name: string
  fields: Readonly<Record<string, string>>
  parts: AsyncGenerator<Uint8Array, void, undefined>
}
/** More bytes came than are taken. */
export class FileTooLarge extends Error {}
/** The form holds no file, or is none of this kind. */
export class NoFile extends Error {}

const partBytes = 1 << 20

/**
 * Hands the one file of a form on while it arrives: at no time more than a part of it is in memory. What remains of the
 * request is read and dropped, so that the browser hears the answer.
 * @throws {FileTooLarge | NoFile} also out of `parts`
 */
export async function receiveFile<T>(
  request: Request,
  mostBytes: number,
  take: (file: FileSent) => Promise<T>,
): Promise<T> {
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !/^multipart\/form-data;/iu.test(type)) throw new NoFile('no file was sent')
  const fields: Record<string, string> = {}
  const parser = new Busboy({
    headers: { 'content-type': type },
    limits: { fileSize: mostBytes, files: 1, fields: 20, fieldSize: 200, parts: 21 },
  })
  parser.on('field', (name, value) => {
    fields[name] = value
  })
  const begun = new Promise<{ stream: BusboyFileStream; name: string } | null>((resolve) => {
    parser.on('file', (_, stream, name) => {
      resolve({ stream, name: typeof name === 'string' ? name.trim() : '' })
    })
    parser.on('finish', () => {
      resolve(null)
    })
    parser.on('error', () => {
      resolve(null)
    })
  })
  // The two declarations of a web stream, the platform's and the browser's, are one and the same at run time.
  const sent = pipeline(Readable.fromWeb(request.body as WebStream<Uint8Array>), parser)
  sent.catch(() => undefined) // heard below, where the file's own stream ends
  const file = await begun
  if (!file) throw new NoFile('no file was sent')
  const { stream, name } = file
  sent.catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error('cut off')))
  try {
    if (name === '') throw new NoFile('no file was chosen')
    return await take({ name, fields, parts: partsOf(stream) })
  } finally {
    stream.on('error', () => undefined)
    stream.resume()
    await sent.catch(() => undefined)
  }
}

async function* partsOf(stream: BusboyFileStream): AsyncGenerator<Uint8Array, void, undefined> {
  let [held, length]: [Buffer[], number] = [[], 0]
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue
    held.push(chunk)
    length += chunk.length
    while (length >= partBytes) {
      const all = Buffer.concat(held)
      yield all.subarray(0, partBytes)
      held = [all.subarray(partBytes)]
      length -= partBytes
    }
  }
  if (stream.truncated) throw new FileTooLarge('more bytes came than are taken')
  if (length > 0) yield Buffer.concat(held)
}
