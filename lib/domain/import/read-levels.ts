import { readLevel } from '../level-spelling'
import { readLevelTriple } from '../level-triple-spelling'
import type { LevelAxis } from '../scheme'
import { blank, type CellRead } from './cell-reading'
import type { CellText } from './cells'
import type { City, FileScheme } from './city-words'

const romans: readonly (readonly [RegExp, string])[] = [
  [/III/u, '3'],
  [/II/u, '2'],
  [/I/u, '1'],
]

/** 3B：住民の個人情報, 機密性2(庁内限り), (3B), 3-B; not where the explanation names another level, or a choice. */
function withoutExplanation(folded: string): string {
  const inner = /^[(【[〔<]([^()【】[\]〔〕<>]+)[)】\]〕>]$/u.exec(folded)?.[1] ?? folded
  const [, level, said = ''] =
    /^([^\d(【[〔]*\d[ABC]?)(?:[(【[〔](.+)[)】\]〕]|[:=、,](.+))$/u.exec(inner) ?? []
  const bare = level !== undefined && !/\d|又は|または|もしくは|あるいは|[→~～]/u.test(said) ? level : inner
  return bare.replace(/(?<=3)[-‐‑–—ー−](?=[ABC]$)/u, '')
}

/** The level in one cell: also C3B, ②, Ⅱ; a cell that Excel has turned into a day is told as such. */
export function readLevelCell(
  axis: LevelAxis,
  cell: CellText,
  city: City,
  scheme: FileScheme,
): CellRead<string> {
  if (cell.as === 'date') return { kind: 'problem', code: 'becameDate' }
  return readLevelText(axis, cell.text.trim().replace(/^['’]/u, ''), city, scheme)
}

function readLevelText(axis: LevelAxis, text: string, city: City, scheme: FileScheme): CellRead<string> {
  const levels = city.levels[scheme]
  const folded = text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase()
  const bare = folded.replace(/^[CIA][:=-]?(?=\d)/u, '').replace(/\.0+$/u, '')
  const plain = readLevel(axis, bare, levels)
  const read = plain.kind === 'unknown' ? readLevel(axis, withoutExplanation(bare), levels) : plain
  if (read.kind === 'blank') return blank
  if (read.kind === 'level') return { kind: 'value', value: read.code }
  if (axis !== 'importance') {
    const digit = romans.find(([roman]) => roman.test(bare.replace(/^(?:機密性|完全性|可用性)/u, '')))?.[1]
    const again =
      /^(?:機密性|完全性|可用性)?I{1,3}$/u.test(bare) && digit ? readLevel(axis, digit, levels) : read
    if (again.kind === 'level') return { kind: 'value', value: again.code }
  }
  const isEarlier =
    scheme === 'current' &&
    readLevel(axis, bare, city.levels.earlier).kind === 'level' &&
    axis === 'confidentiality'
  const codes = levels.filter((level) => level.axis === axis).map(({ code }) => code)
  return isEarlier
    ? { kind: 'problem', code: 'levelOfEarlier' }
    : { kind: 'problem', code: 'unknownLevel', args: codes }
}

/** Three levels of one cell; null = none of the ways in which people write three. */
export function readTripleCell(
  cell: CellText,
  city: City,
  scheme: FileScheme,
): { axis: LevelAxis; read: CellRead<string> }[] | null {
  const triple = readLevelTriple(cell.text)
  if (triple === null) return null
  const axes: readonly LevelAxis[] = ['confidentiality', 'integrity', 'availability']
  return axes.flatMap((axis) => {
    const text = triple[axis]
    return text === undefined ? [] : [{ axis, read: readLevelText(axis, text, city, scheme) }]
  })
}

/** How often a sheet's confidentiality is written in the words of each scheme. */
export type SchemeCensus = { current: number; earlier: number }

export function countScheme(census: SchemeCensus, text: string): void {
  const folded = text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase()
  const level =
    readLevelTriple(folded)?.confidentiality ?? folded.replace(/^(?:自治体)?(?:機密性|C)?[:=]?/u, '')
  if (/(?<!\d)3[-‐‑–—ー−]?[ABC](?![A-Z\d])/u.test(level)) census.current++
  else if (withoutExplanation(level) === '3') census.earlier++
}

/** 3.6: 3A–3C anywhere means the scheme of today; a bare 3 without any means the earlier one; 1 and 2 say nothing. */
export function schemeOf(census: SchemeCensus): {
  scheme: 'current' | 'earlier'
  certainty: 'sure' | 'doubtful'
} {
  if (census.current > 0) return { scheme: 'current', certainty: 'sure' }
  if (census.earlier > 0) return { scheme: 'earlier', certainty: 'sure' }
  return { scheme: 'current', certainty: 'doubtful' }
}
