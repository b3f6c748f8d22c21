import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { readDirectory } from '@/lib/platform/spreadsheet/reader/zip-directory'

/** One part; `declared` lies about its unpacked size. */
export type ZipPart = { name: string; data: Buffer; declared?: number }

/** The parts of a sound workbook, unpacked. */
export function unpacked(bytes: Uint8Array): ZipPart[] {
  return [...readDirectory(bytes).values()].map(({ name, method, at, packed }) => {
    const data = Buffer.from(bytes.subarray(at, at + packed))
    return { name, data: method === 0 ? data : inflateRawSync(data) }
  })
}

/** A zip of these parts. */
export function zipped(parts: readonly ZipPart[]): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const { name, data, declared } of parts) {
    const packed = deflateRawSync(data, { level: 9 })
    const title = Buffer.from(name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(data), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(declared ?? data.length, 18)
    shared.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), shared, title, packed])
    const entry = Buffer.alloc(46)
    entry.write('PK\u0001\u0002', 0, 'latin1')
    entry.writeUInt16LE(20, 4)
    shared.copy(entry, 6)
    entry.writeUInt32LE(at, 42)
    bodies.push(local)
    directory.push(entry, title)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, listed, end])
}
