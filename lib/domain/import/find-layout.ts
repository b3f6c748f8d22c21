import { filledColumns, textAt, type Merge, type SheetRow, type SheetShape } from './cells'
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
  const fill = mergeFiller(nearTop(shape.merges), true)
  const filled = top.map(fill)
  let best: { at: number; depth: number; heads: HeadWords[]; score: number } | null = null
  for (const [at, row] of filled.entries()) {
    if (row.line > lastHeadLine || filledColumns(row).length === 0) continue
    for (let depth = 1; depth <= deepest; depth++) {
      const lines = filled.slice(at, at + depth)
      if (lines.length < depth || !areNeighbours(lines)) break
      const heads = headWordsOf(lines)
      const score = scoreOf(heads)
      const isBetter =
        best === null ||
        score > best.score + marginFor(best, at, depth, shape.merges, row.line) ||
        (score >= best.score && depth < best.depth)
      if (score >= 3 && isBetter) best = { at, depth, heads, score }
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
  const filled = top.map(mergeFiller(nearTop(shape.merges), true))
  const heads = headWordsOf(filled.filter(({ line }) => line >= headFrom && line <= headTo))
  const facts = titleFacts(top.filter(({ line }) => line < headFrom))
  return { ...facts, headFrom, headTo, heads, certainty: 'sure' }
}

const nearTop = (merges: readonly Merge[]) => merges.filter(({ fromLine }) => fromLine <= 60)
const areNeighbours = (lines: readonly SheetRow[]) =>
  lines.every((row, at) => at === 0 || row.line === (lines[at - 1]?.line ?? 0) + 1)

/** Of equal heads the flatter one: a title above says nothing. A deeper head has to say clearly more; but where cells reach down from the upper line, one field is enough. */
function marginFor(
  best: { at: number; depth: number },
  at: number,
  depth: number,
  merges: readonly Merge[],
  line: number,
): number {
  if (best.at !== at || depth <= best.depth) return 0
  const reaches = merges.some(({ fromLine, toLine }) => fromLine === line && toLine === line + depth - 1)
  return reaches ? 0 : 1.5
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
