import { Unreadable } from './unreadable'

const startsWith = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((byte, at) => bytes[at] === byte)
const ascii = (text: string) => [...Buffer.from(text, 'latin1')]

const oldOffice = [0xd0, 0xcf, 0x11, 0xe0]
const zip = [0x50, 0x4b, 0x03, 0x04]
const foreign = [
  ascii('%PDF'),
  [0x89, ...ascii('PNG')],
  [0xff, 0xd8, 0xff],
  ascii('GIF8'),
  ascii('RIFF'),
  ascii('BM\u0000'),
  ascii('MZ'),
  [0x7f, ...ascii('ELF')],
  [0x1f, 0x8b],
  ascii('7z'),
  ascii('Rar!'),
  ascii('II*\u0000'),
  ascii('MM\u0000*'),
  ascii('PK'),
]
const marked = /^\s*(?:\{\\rtf|<!doctype|<html|<\?xml|<workbook)/iu

/** What the first bytes say. A picture that was renamed, an .xls or a web page is refused here. @throws {Unreadable} */
export function kindOfFile(bytes: Uint8Array): 'zip' | 'text' {
  if (bytes.length === 0) throw new Unreadable('empty')
  if (startsWith(bytes, oldOffice)) throw new Unreadable('oldFormat')
  if (startsWith(bytes, zip)) return 'zip'
  if (foreign.some((magic) => startsWith(bytes, magic))) throw new Unreadable('notASpreadsheet')
  const head = bytes.subarray(0, 1 << 16)
  if (marked.test(Buffer.from(head.subarray(0, 200)).toString('latin1').replace(/^ï»¿/u, '')))
    throw new Unreadable('otherFormat')
  if (!looksLikeUtf16(head) && controlShare(head) > 0.01) throw new Unreadable('notASpreadsheet')
  return 'text'
}

/** Byte order mark, or NUL at most of every second place: UTF-16 of a text that is mostly ASCII and 改行. */
export function looksLikeUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be'
  const nul = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) nul[at % 2] = (nul[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nul
  const least = Math.max(2, head.length * 0.05)
  if (odd >= least && even * 8 < odd) return 'utf-16le'
  return even >= least && odd * 8 < even ? 'utf-16be' : null
}

function controlShare(head: Uint8Array): number {
  let control = 0
  for (const byte of head) if ((byte < 32 && ![9, 10, 13, 26].includes(byte)) || byte === 127) control++
  return control / head.length
}
