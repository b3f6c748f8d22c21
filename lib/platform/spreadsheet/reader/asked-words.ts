import type { ProblemCode } from '@/lib/domain/import/problems'
import type { RowFound, WordAsked } from './reader-lines'

const asking: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'unknownDepartment',
  'ambiguousDepartment',
  'severalSuccessors',
  'closedDepartment',
  'unknownZone',
  'unknownKind',
  'unknownChoice',
  'unknownLevel',
  'levelOfEarlier',
])

/** Words that nobody could read, each once, with how many rows wait for it. */
export function askedWords(): { see: (row: RowFound) => void; words: () => WordAsked[] } {
  const found = new Map<string, WordAsked>()
  return {
    see: ({ problems }) => {
      for (const { field, code, written, args } of problems) {
        if (!asking.has(code)) continue
        const word = field === 'department' ? (args?.[0] ?? written) : written
        const key = JSON.stringify([field, word])
        const before = found.get(key)
        if (before) before.rows++
        else if (found.size < 1_000) {
          const candidates = code === 'ambiguousDepartment' ? { candidates: args?.slice(2) ?? [] } : {}
          found.set(key, { field, written: word, rows: 1, ...candidates })
        }
      }
    },
    words: () => [...found.values()],
  }
}
