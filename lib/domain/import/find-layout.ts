import { filledColumns, textAt, type Merge, type SheetRow, type SheetShape } from './cells'
import { markedKind } from './marks'
import { matchHead } from './match-head'
import { mergeFiller } from './merges'
import { titleFacts, type TitleFacts } from './title-facts'

/** The words above a column, top to bottom, merges spread, repeated words once: 分類, 機密性. */
export type HeadWords = { column: number; words: readonly string[] }
export type SheetLayout = TitleFacts & {
  headFrom: number
  headTo: number
  heads: readonly HeadWords[]
  /** `none`: no head was found; the person says where it is. */
  certainty: 'sure' | 'doubtful' | 'none'
}

const deepest = 3
const lastHeadLine = 40

/** Where the head of a sheet lies, and what stands above it. `top`: its first lines, at most 60, in order. */
export function findLayout(shape: SheetShape, top: readonly SheetRow[]): SheetLayout {
  const fill = mergeFiller(nearTop(shape.merges, top), true)
  const filled = top.map(fill)
  let best: Candidate | null = null
  for (const [at, row] of filled.entries()) {
    if (at >= lastHeadLine || filledColumns(row).length === 0) continue
    for (let depth = 1; depth <= deepest; depth++) {
      const lines = filled.slice(at, at + depth)
      if (lines.length < depth || !areNeighbours(lines) || !mayGoOn(lines)) break
      const heads = headWordsOf(lines)
      const score = scoreOf(heads)
      const candidate = { at, depth, heads, score }
      if (score >= 3 && (best === null || isBetter(candidate, best, filled, shape.merges))) best = candidate
    }
  }
  const facts = titleFacts(top.slice(0, best?.at ?? 0))
  if (best === null) return { ...facts, headFrom: 0, headTo: 0, heads: [], certainty: 'none' }
  const headFrom = top[best.at]?.line ?? 0
  const certainty = best.score >= 5 ? 'sure' : 'doubtful'
  return { ...facts, headFrom, headTo: headFrom + best.depth - 1, heads: best.heads, certainty }
}

/** The layout where a person has said that the head lies on these lines. */
export function layoutAt(
  shape: SheetShape,
  top: readonly SheetRow[],
  headFrom: number,
  headTo: number,
): SheetLayout {
  const filled = top.map(mergeFiller(nearTop(shape.merges, top), true))
  const heads = headWordsOf(filled.filter(({ line }) => line >= headFrom && line <= headTo))
  const facts = titleFacts(top.filter(({ line }) => line < headFrom))
  return { ...facts, headFrom, headTo, heads, certainty: 'sure' }
}

const nearTop = (merges: readonly Merge[], top: readonly SheetRow[]) =>
  merges.filter(({ fromLine }) => fromLine <= (top.at(-1)?.line ?? 0))
const areNeighbours = (lines: readonly SheetRow[]) =>
  lines.every((row, at) => at === 0 || row.line === (lines[at - 1]?.line ?? 0) + 1)

type Candidate = { at: number; depth: number; heads: HeadWords[]; score: number }

function isBetter(
  found: Candidate,
  best: Candidate,
  rows: readonly SheetRow[],
  merges: readonly Merge[],
): boolean {
  if (found.at === best.at) return found.score > best.score + marginOf(found, rows, merges)
  // A head further down may be the same once more, on the next page: it has to be clearly the better one.
  if (found.at >= best.at + best.depth) return found.score > best.score * 1.5
  // Of equal heads the flatter one, unless what stands above is a line of heads itself: a title says nothing.
  const isFlatter = found.depth < best.depth && headWordsIn(rows[best.at]) < 2
  return found.score > best.score || (found.score === best.score && isFlatter)
}

/** A deeper head has to say clearly more; not where cells reach down from its first line, or its last has only heads. */
function marginOf(
  { at, depth, heads }: Candidate,
  rows: readonly SheetRow[],
  merges: readonly Merge[],
): number {
  const [first, last] = [rows[at], rows[at + depth - 1]]
  if (!first || !last) return 0
  const reaches = merges.some(({ fromLine, toLine }) => fromLine === first.line && toLine === last.line)
  const lower = heads.filter(({ column }) => textAt(last, column) !== '')
  const isAllHeads = lower.every(({ column, words }) => {
    const isSection = /^[【《〔〈■□◆◇●○▼▶◎★]/u.test(textAt(last, column))
    return !isSection && (matchHead(words)?.how === 'exact' || markedKind(words) !== null)
  })
  if (reaches || areSpread(rows[at + depth - 2], last)) return -2
  return isAllHeads && lower.some(({ words }) => words.length > 1) ? -1 : 1.5
}

/** 有無 and 委託業者名 below a 業務委託 that is merged over both: all of a line stands below such words of another. */
function areSpread(above: SheetRow | undefined, last: SheetRow): boolean {
  if (
    !above ||
    above === last ||
    new Set(filledColumns(above).map((column) => textAt(above, column))).size < 3
  )
    return false
  const lower = filledColumns(last).filter((column) => textAt(last, column) !== textAt(above, column))
  return lower.length > 1 && lower.every((column) => isSpread(above, column))
}

function isSpread(above: SheetRow, column: number): boolean {
  const word = textAt(above, column)
  return word !== '' && [column - 1, column + 1].some((beside) => textAt(above, beside) === word)
}

/** A line goes on a head only if half of its words are heads, alone or below the line above: values are not. */
function mayGoOn(lines: readonly SheetRow[]): boolean {
  const [above, last] = [lines.at(-2), lines.at(-1)]
  if (!above || !last) return true
  const columns = filledColumns(last)
  const heads = columns.filter((column) => {
    const words = [textAt(above, column), textAt(last, column)]
    if (words[0] !== words[1] && isSpread(above, column)) return true
    return [words, words.slice(1)].some(
      (word) => matchHead(word)?.how === 'exact' || markedKind(word) !== null,
    )
  })
  return heads.length > 0 && heads.length * 2 >= columns.length
}

function headWordsIn(row: SheetRow | undefined): number {
  const texts = row ? new Set(filledColumns(row).map((column) => textAt(row, column))) : new Set<string>()
  return [...texts].filter((text) => matchHead([text])?.how === 'exact').length
}

/** How many different fields the head names, with 名称 among them; a likely one counts half. */
function scoreOf(heads: readonly HeadWords[]): number {
  const matches = heads.map(({ words }) => matchHead(words))
  if (!matches.some((match) => match?.means === 'name')) return 0
  const found = new Map<string, number>()
  for (const match of matches)
    if (match) found.set(match.means, Math.max(found.get(match.means) ?? 0, match.how === 'exact' ? 1 : 0.5))
  return [...found.values()].reduce((sum, one) => sum + one, 0)
}

/** A CSV has lost its merges: an upper word reaches right over columns that only have a lower one. */
function headWordsOf(lines: readonly SheetRow[]): HeadWords[] {
  const columns = [...new Set(lines.flatMap(filledColumns))].sort((a, b) => a - b)
  const lowest = lines.at(-1)
  let reaching: { column: number; words: string[] } | null = null
  return columns.map((column) => {
    const words = lines.map((row) => textAt(row, column))
    const hasLower = lowest !== undefined && textAt(lowest, column) !== ''
    const upper = words.slice(0, -1)
    if (upper.some((word) => word !== '')) reaching = hasLower ? { column, words: upper } : null
    else if (hasLower && reaching !== null && lines.length > 1 && column - reaching.column < 12)
      words.splice(0, upper.length, ...reaching.words)
    const said = words.filter((word) => word !== '')
    return { column, words: said.filter((word, at) => word !== said[at - 1]) }
  })
}
