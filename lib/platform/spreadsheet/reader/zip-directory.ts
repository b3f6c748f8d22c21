import { Unreadable, readerLimits } from './unreadable'

export type ZipEntry = { name: string; method: 0 | 8; packed: number; size: number; at: number }

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50
const zip64 = 0xffffffff

/** The parts that a zip declares, after every check that needs no unpacking. @throws {Unreadable} */
export function readDirectory(bytes: Uint8Array): Map<string, ZipEntry> {
  try {
    const entries = entriesOf(bytes)
    refuseSwelling(entries, bytes.length)
    refuseOverlaps(entries)
    return new Map(entries.map((entry) => [entry.name, entry]))
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('broken')
  }
}

function entriesOf(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > readerLimits.entries) throw new Unreadable('swells')
  const names = new Set<string>()
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== directoryEntry) throw new Unreadable('broken')
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const [nameLength = 0] = lengths
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8')
    const local = view.getUint32(at + 42, true)
    if (packed === zip64 || size === zip64 || local === zip64) throw new Unreadable('swells')
    if ((flags & 1) !== 0) throw new Unreadable('oldFormat')
    if (method !== 0 && method !== 8) throw new Unreadable('broken')
    if (names.has(name) || /(?:^|[\\/])\.\.(?:[\\/]|$)|\u0000/u.test(name)) throw new Unreadable('broken')
    names.add(name)
    entries.push({ name, method, packed, size, at: dataStart(view, local) })
    at += 46 + lengths.reduce((sum, length) => sum + length, 0)
  }
  return entries
}

function dataStart(view: DataView, local: number): number {
  if (view.getUint32(local, true) !== localHeader) throw new Unreadable('broken')
  return local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
}

function refuseSwelling(entries: readonly ZipEntry[], fileBytes: number) {
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0)
  const largest = Math.max(0, ...entries.map(({ size }) => size))
  const isDense = unpacked > readerLimits.ratioFrom && unpacked > readerLimits.ratio * fileBytes
  if (isDense || unpacked > readerLimits.unpackedBytes || largest > readerLimits.partBytes)
    throw new Unreadable('swells')
}

/** Two parts that share bytes are how a small zip holds a very large one. */
function refuseOverlaps(entries: readonly ZipEntry[]) {
  const inOrder = [...entries].sort((a, b) => a.at - b.at)
  for (const [index, entry] of inOrder.entries()) {
    const next = inOrder[index + 1]
    if (next && entry.at + entry.packed > next.at) throw new Unreadable('swells')
  }
}

/** The end record lies at the end, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= earliest; at--)
    if (view.getUint32(at, true) === endOfDirectory) return at
  throw new Unreadable('broken')
}
