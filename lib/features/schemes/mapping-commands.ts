import 'server-only'
import { z } from 'zod'
import {
  mappingGaps,
  mappingRefusals,
  type MappingGap,
  type MappingLine,
  type MappingRefusal,
} from '@/lib/domain/scheme-mapping'
import type { Level } from '@/lib/domain/scheme'
import type { May } from '@/lib/platform/authorize'
import { change, type Outcome, type Refusal } from '@/lib/platform/change'
import type { WriteDb } from '@/lib/platform/database'

/** A mapping as it is written; versions by code. `seen`: the lines that the person saw. */
export type KeptMapping = {
  from: string
  to: string
  lines: readonly MappingLine[]
  seen: readonly MappingLine[]
}

const kept = z.object({ outcome: z.enum(['saved', ...mappingRefusals]) })

/** Writes a mapping whole, in the place of what was there. The event carries all of its lines. */
export async function keepMapping(
  actor: May<'scheme.edit'>,
  { from, to, lines, seen }: KeptMapping,
): Promise<Outcome<{ to: string }, MappingRefusal>> {
  return change(actor, async (db) => {
    if ((await gapsOf(db, from, to, lines)).length > 0) return { refused: 'notWhole' }
    const [row] = await db.$queryRaw<{ answer: unknown }[]>`
      select keep_scheme_mapping(${from}, ${to}, ${JSON.stringify(lines)}::jsonb, ${JSON.stringify(seen)}::jsonb) as answer`
    const { outcome } = kept.parse(row?.answer)
    if (outcome !== 'saved') return { refused: outcome } satisfies Refusal<MappingRefusal>
    return {
      result: { to },
      events: [
        {
          action: 'scheme.mappingKept',
          subjectType: 'scheme_mappings',
          subjectId: null,
          subjectKey: `${from}/${to}`,
          details: { from, to, lines: [...lines] },
        },
      ],
    }
  })
}

async function gapsOf(
  db: WriteDb,
  from: string,
  to: string,
  lines: readonly MappingLine[],
): Promise<readonly MappingGap[]> {
  const levels = await db.$queryRaw<(Pick<Level, 'axis' | 'code'> & { scheme: string })[]>`
    select s.code as scheme, l.axis, l.code from levels l join classification_schemes s on s.id = l.scheme_id
    where s.code in (${from}, ${to})`
  const of = (scheme: string) => levels.filter((level) => level.scheme === scheme)
  return mappingGaps(lines, of(from), of(to))
}
