import type { HeadWords } from './find-layout'
import type { ColumnUse, HeadMeaning } from './import-field'
import { areMarks, markedAs, readMark } from './marks'
import { foldHead, matchHead } from './match-head'

export type HeadUse = HeadWords & {
  use: ColumnUse | null
  how: 'exact' | 'likely' | 'chosen' | 'none'
  /** Another column means the same and was taken: the person is asked. */
  clash: boolean
}

/** What each column is taken for. `sample`: the texts of the first data rows by column. */
export function mapColumns(
  heads: readonly HeadWords[],
  sample: (column: number) => readonly string[],
): HeadUse[] {
  const marked = markColumns(heads, sample)
  const taken = new Map<HeadMeaning, number>()
  const matches = heads.map((head) => ({
    head,
    match: marked.has(head.column) ? null : matchHead(head.words),
  }))
  const hasConfidentiality = matches.some(({ match }) => match?.means === 'confidentiality')
  const wanted = matches.map(({ head, match }): Want | null => {
    if (!match) return null
    const means = meaningBy(match.means, sample(head.column), hasConfidentiality)
    return means === null ? null : { means, how: match.how }
  })
  departmentUnder(wanted, heads, sample)
  const named = bestName(heads, wanted, sample)
  if (named !== null) taken.set('name', named)
  for (const how of ['exact', 'likely'] as const)
    for (const [at, want] of wanted.entries())
      if (want?.how === how && (want.means === 'keptByPortal' || !taken.has(want.means)))
        taken.set(want.means, at)
  return matches.map(({ head }, at): HeadUse => {
    const marks = marked.get(head.column)
    if (marks)
      return {
        ...head,
        use: { column: head.column, ...marks },
        how: 'exact',
        clash: false,
      }
    const want = wanted[at]
    if (!want) return { ...head, use: null, how: 'none', clash: false }
    const isTaken = want.means === 'keptByPortal' || taken.get(want.means) === at
    if (!isTaken) return { ...head, use: null, how: 'none', clash: true }
    return { ...head, use: { column: head.column, means: want.means }, how: want.how, clash: false }
  })
}

/** Two neighbours at least, or one whose word alone says the kind (特定個人情報 ○): else 個人情報 ○ is its own field. */
function markColumns(heads: readonly HeadWords[], sample: (column: number) => readonly string[]) {
  const candidates = heads.flatMap(({ column, words }, at) => {
    const use = markedAs(words)
    const texts = sample(column)
    const isMarked = areMarks(texts)
    return use !== null && (isMarked || texts.length === 0) ? [{ at, column, use, isMarked }] : []
  })
  const found = new Map<number, Omit<ColumnUse, 'column'>>()
  const marked = new Set(candidates.filter((one) => one.isMarked).map(({ use }) => use.means))
  for (const { at, column, use, isMarked } of candidates) {
    const hasNeighbour = candidates.some(
      (other) => Math.abs(other.at - at) === 1 && other.use.means === use.means,
    )
    const isAlone = isMarked && (use.marks === 'sensitive' || use.marks === 'specific')
    if ((hasNeighbour && marked.has(use.means)) || isAlone) found.set(column, use)
  }
  return found
}

/** Texts that name something: a column of 有 and 無 under such a head says only whether there is one. */
const naming: ReadonlySet<HeadMeaning> = new Set<HeadMeaning>([
  ...(['name', 'task', 'medium', 'storageLocation', 'userScope', 'systemManager', 'snsOwner'] as const),
  ...(['outsourcedTo', 'cloudService', 'cloudCountries', 'personalFileNumber', 'retention'] as const),
])

/** What a head says, where the texts below it agree; null = it is something else of that name. */
function meaningBy(
  means: HeadMeaning,
  texts: readonly string[],
  hasConfidentiality: boolean,
): HeadMeaning | null {
  if (means === 'levels') return levelsOf(texts)
  if (
    means === 'disposalDueOn' &&
    areMostly(texts, /^(?:\d+(?:年|か月|ヶ月)(?:間|保存)?|永年|永久|常用|無期限)$/u)
  )
    return 'retention'
  if (means === 'importance' && hasConfidentiality && texts.length > 0)
    return levelsOf(texts) === 'importance' ? means : null
  const saysWhether = naming.has(means) && areMarks(texts) && texts.some((text) => readMark(text) === 'yes')
  return saysWhether ? null : means
}

const placeName = /(?:課|室|局|署|所|館|園|支所|センター|事務局|係)(?:長)?(?:[(（].*[)）])?$/u

/** 管理責任者 often holds the 課: without a column of departments, one whose texts are mostly such names is it. */
function departmentUnder(
  wanted: (Want | null)[],
  heads: readonly HeadWords[],
  sample: (column: number) => readonly string[],
): void {
  const has = (...means: HeadMeaning[]) => wanted.some((want) => want !== null && means.includes(want.means))
  if (has('department', 'departmentCode')) return
  for (const [at, { column }] of heads.entries()) {
    const texts = sample(column)
    if (wanted[at]?.means !== 'systemManager' || texts.length === 0) continue
    if (texts.filter((text) => placeName.test(text.trim())).length < texts.length * 0.6) continue
    wanted[at] = { means: 'department', how: 'likely' }
    return
  }
}

type Want = { how: 'exact' | 'likely'; means: HeadMeaning }

/** Of システム名 and データ名 the one that tells the rows apart; a column that says 資産 goes first. */
function bestName(
  heads: readonly HeadWords[],
  wanted: readonly (Want | null)[],
  sample: (column: number) => readonly string[],
): number | null {
  const names = heads.flatMap(({ column, words }, at) => {
    const want = wanted[at]
    if (want?.means !== 'name' || want.how !== 'exact') return []
    const said = words.map(foldHead).join(' ')
    const weight = (/資産/u.test(said) ? 10_000 : 0) + new Set(sample(column)).size
    return [{ at, said, weight }]
  })
  const [first] = names
  if (!first) return null
  // The same head twice is another table beside this one.
  const others = names.filter(({ said }) => said !== first.said)
  return others.reduce((best, one) => (one.weight > best.weight ? one : best), first).at
}

function areMostly(texts: readonly string[], pattern: RegExp): boolean {
  const folded = texts.map((text) => text.normalize('NFKC').replace(/\s+/gu, ''))
  return folded.length > 0 && folded.filter((text) => pattern.test(text)).length >= folded.length * 0.6
}

/** A column called only 分類: three levels in one cell, the schools' Ⅰ–Ⅳ, or the confidentiality. */
function levelsOf(texts: readonly string[]): HeadMeaning | null {
  const folded = texts
    .map((text) => text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase())
    .filter(Boolean)
  const share = (pattern: RegExp) =>
    folded.length > 0 && folded.filter((text) => pattern.test(text)).length >= folded.length * 0.6
  if (share(/[1-3][ABC]?\D+\d\D+\d|機密性.*完全性/u)) return 'levels'
  if (share(/^(?:重要性分類|分類)?(?:I{1,3}|IV)$/u)) return 'importance'
  return share(/^(?:自治体)?(?:機密性)?(?:3[ABC]?|2|1)$/u) ? 'confidentiality' : null
}
