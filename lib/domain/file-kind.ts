/** Kinds of files that may be handed in, by what they contain. */
export const fileKinds = ['pdf', 'png', 'jpg', 'xlsx', 'docx', 'txt', 'csv'] as const
export type FileKind = (typeof fileKinds)[number]

/** 5 MB; the database keeps the same limit. */
export const largestFile = 5 * 1024 * 1024

const begins = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)

/** `bytes` as one character each, to look for ASCII names in. */
const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/** Neither NUL nor another control character than tab and line ends: a text in UTF-8 or Shift_JIS. */
const isText = (bytes: Uint8Array) =>
  bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)

/**
 * What a file is, by its first bytes and (of an Office file) its parts; the ending of its name must say the same. Null:
 * not a kind that may be handed in.
 */
export function fileKindOf(bytes: Uint8Array, name: string): FileKind | null {
  const ending = /\.([a-z0-9]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? ''
  const agrees = (kind: FileKind, ...endings: string[]) => ([kind, ...endings].includes(ending) ? kind : null)
  if (bytes.length === 0) return null
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return agrees('pdf')
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return agrees('png')
  if (begins(bytes, [0xff, 0xd8, 0xff])) return agrees('jpg', 'jpeg')
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const parts = asText(bytes)
    if (parts.includes('vbaProject.bin')) return null
    if (parts.includes('xl/workbook.xml')) return agrees('xlsx')
    return parts.includes('word/document.xml') ? agrees('docx') : null
  }
  if (!isText(bytes)) return null
  return ending === 'csv' ? 'csv' : agrees('txt')
}
