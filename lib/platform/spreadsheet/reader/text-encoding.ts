import iconv from 'iconv-lite'
import { looksLikeUtf16 } from './file-kind'
import type { Encoding } from './open-file'

export type DecodedText = { text: string; encoding: Encoding; isDoubtful: boolean }

/**
 * Byte order mark, else UTF-16 by its NULs, else UTF-8 if the whole file is valid, else CP932 with the vendors' ㈱, 髙
 * and ～. Doubtful: a sequence that CP932 doesn't have. `wanted`: a person has said which.
 */
export function decodeBytes(bytes: Uint8Array, wanted?: Encoding): DecodedText {
  const encoding = wanted ?? encodingOf(bytes)
  const text = decodeAs(bytes, encoding)
  return { text, encoding, isDoubtful: encoding === 'cp932' && text.includes('\uFFFD') }
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8-bom'
  const wide = looksLikeUtf16(bytes.subarray(0, 1 << 16))
  if (wide !== null) return wide
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'cp932'
  }
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'cp932')
    return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 'cp932')
  return new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding).decode(bytes)
}
