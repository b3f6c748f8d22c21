import { Unreadable } from './unreadable'

export type Tag = { name: string; attributes: string; isClosing: boolean; isEmpty: boolean }

const declaration = /<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/iu
const longestTag = 1 << 16

/**
 * Calls `onTag` for the tags of an XML text that comes in pieces; text between them is skipped. No spreadsheet program
 * writes a DOCTYPE: whoever does wants entities. @throws {Unreadable}
 */
export async function scanTags(
  pieces: AsyncIterable<string>,
  onTag: ((tag: Tag) => void) | null,
): Promise<void> {
  let rest = ''
  for await (const piece of pieces) {
    const text = rest + piece
    if (declaration.test(text)) throw new Unreadable('entities')
    const cut = text.lastIndexOf('<')
    const isOpen = cut >= 0 && !text.includes('>', cut)
    const whole = isOpen ? text.slice(0, cut) : text
    rest = isOpen ? text.slice(cut) : ''
    if (rest.length > longestTag) throw new Unreadable('broken')
    if (onTag) scan(whole, onTag)
  }
  if (rest !== '') throw new Unreadable('broken')
}

function scan(text: string, onTag: (tag: Tag) => void) {
  const tag = /<(\/?)(?:[\w.-]+:)?([\w.-]+)([^<>]*?)(\/?)>/gu
  for (let match = tag.exec(text); match !== null; match = tag.exec(text)) {
    const [, closing, name = '', attributes = '', empty] = match
    onTag({ name, attributes, isClosing: closing === '/', isEmpty: empty === '/' })
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const patterns = new Map<string, RegExp>()

/** Made once for each name: there are a million cells in a file. */
function patternOf(name: string): RegExp {
  const known = patterns.get(name)
  if (known) return known
  const made = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u')
  patterns.set(name, made)
  return made
}

/** The value of an attribute, its entities resolved; null when there is none. */
export function attribute(attributes: string, name: string): string | null {
  const found = patternOf(name).exec(attributes)
  if (!found) return null
  const value = found[1] ?? found[2] ?? ''
  if (!value.includes('&')) return value
  return value.replace(
    /&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/gu,
    (whole, ten, hex, word) => {
      const code =
        typeof ten === 'string' ? Number(ten) : typeof hex === 'string' ? Number.parseInt(hex, 16) : NaN
      if (!Number.isNaN(code)) return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
      return (typeof word === 'string' ? entities[word] : undefined) ?? whole
    },
  )
}

export function isOn(attributes: string, name: string): boolean {
  const value = attribute(attributes, name)
  return value === '1' || value === 'true'
}
