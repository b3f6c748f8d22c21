/** What a zip's central directory declares, read without unpacking anything. */
export type DeclaredSizes = { entries: number; packed: number; unpacked: number; largest: number }

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const zip64 = 0xffffffff

/**
 * Sums up the sizes in bytes that a zip declares for itself.
 * @throws {RangeError} when it is no zip, or one whose directory cannot be believed (zip64, cut off)
 */
export function declaredSizes(bytes: Uint8Array): DeclaredSizes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const sizes: DeclaredSizes = { entries: count, packed: 0, unpacked: 0, largest: 0 }
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < count; entry++) {
    if (view.getUint32(at, true) !== directoryEntry) throw new RangeError('broken zip directory')
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    if (packed === zip64 || unpacked === zip64) throw new RangeError('zip64 is not accepted')
    sizes.packed += packed
    sizes.unpacked += unpacked
    sizes.largest = Math.max(sizes.largest, unpacked)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return sizes
}

/** The end record lies at the end, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= earliest; at--)
    if (view.getUint32(at, true) === endOfDirectory) return at
  throw new RangeError('not a zip')
}
