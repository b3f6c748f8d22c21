import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A part of a zip as it lies in it: packed bytes and what the directory says of them. */
export type ZipPart = { name: string; method: number; crc: number; size: number; packed: Uint8Array }

const local = 0x04034b50
const central = 0x02014b50
const end = 0x06054b50
const descriptor = 0x08074b50
/** Bit 11: names are UTF-8; bit 3: sizes follow the data. */
const named = 0x0800
const sizesFollow = 0x0008
const deflated = 8
/** 1 January 1980: a file says nothing of when it was made but in its own words. */
const noDate = 0x0021

/** The parts of a zip that was made here: no zip64, no encryption, no comment. */
export function partsOfZip(zip: Uint8Array): ZipPart[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  let at = view.byteLength - 22
  while (view.getUint32(at, true) !== end) at--
  const count = view.getUint16(at + 10, true)
  at = view.getUint32(at + 16, true)
  const parts: ZipPart[] = []
  for (let part = 0; part < count; part++) {
    const [method, crc] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)]
    const [length, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength))
    const header = view.getUint32(at + 42, true)
    const data = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
    parts.push({ name, method, crc, size, packed: zip.subarray(data, data + length) })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

/** A zip piece by piece: ready parts first, then one that is packed while it is written; memory does not grow with it. */
export async function* streamZip(
  parts: readonly ZipPart[],
  last: { name: string; text: AsyncIterable<string> },
): AsyncGenerator<Uint8Array, void> {
  const directory: Uint8Array[] = []
  let offset = 0
  for (const part of parts) {
    const header = localHeader(part.name, named, part)
    yield header
    yield part.packed
    directory.push(directoryEntry(part, named, part.packed.length, offset))
    offset += header.length + part.packed.length
  }
  const tally = { name: last.name, method: deflated, crc: 0, size: 0 }
  const header = localHeader(last.name, named | sizesFollow, { ...tally, packed: new Uint8Array() })
  yield header
  let packed = 0
  for await (const chunk of deflate(last.text, tally)) {
    packed += chunk.length
    yield chunk
  }
  yield words(descriptor, tally.crc, packed, tally.size)
  directory.push(directoryEntry(tally, named | sizesFollow, packed, offset))
  offset += header.length + packed + 16
  const entries = Buffer.concat(directory)
  yield entries
  yield endOfDirectory(directory.length, entries.length, offset)
}

async function* deflate(
  text: AsyncIterable<string>,
  tally: { crc: number; size: number },
): AsyncGenerator<Uint8Array, void> {
  async function* bytes() {
    for await (const piece of text) {
      const chunk = Buffer.from(piece)
      tally.crc = crc32(chunk, tally.crc)
      tally.size += chunk.length
      yield chunk
    }
  }
  const packing = createDeflateRaw({ level: 3 })
  // What goes wrong in the source reaches the reader of `packing`; nothing is left to do here.
  pipeline(Readable.from(bytes()), packing, () => undefined)
  for await (const chunk of packing) yield chunk as Uint8Array
}

type Described = { name: string; method: number; crc: number; size: number }

function localHeader(name: string, flags: number, part: Omit<ZipPart, 'name'>): Uint8Array {
  const encoded = Buffer.from(name)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(local, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(part.method, 8)
  header.writeUInt16LE(noDate, 12)
  header.writeUInt32LE(part.crc, 14)
  header.writeUInt32LE(part.packed.length, 18)
  header.writeUInt32LE(part.size, 22)
  header.writeUInt16LE(encoded.length, 26)
  return Buffer.concat([header, encoded])
}

function directoryEntry(part: Described, flags: number, packed: number, offset: number): Uint8Array {
  const encoded = Buffer.from(part.name)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(central, 0)
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(flags, 8)
  entry.writeUInt16LE(part.method, 10)
  entry.writeUInt16LE(noDate, 14)
  entry.writeUInt32LE(part.crc, 16)
  entry.writeUInt32LE(packed, 20)
  entry.writeUInt32LE(part.size, 24)
  entry.writeUInt16LE(encoded.length, 28)
  entry.writeUInt32LE(offset, 42)
  return Buffer.concat([entry, encoded])
}

function endOfDirectory(count: number, length: number, offset: number): Uint8Array {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(end, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(length, 12)
  record.writeUInt32LE(offset, 16)
  return record
}

function words(...values: number[]): Uint8Array {
  const out = Buffer.alloc(values.length * 4)
  for (const [at, value] of values.entries()) out.writeUInt32LE(value, at * 4)
  return out
}
