import 'server-only'
import { z } from 'zod'
import type { Audience } from '@/lib/domain/asset'
import type { LevelCodes } from '@/lib/domain/classification'
import type { SubmitRefusal } from '@/lib/domain/proposal-answers'
import type { AdoptRefusal } from '@/lib/domain/review-answers'
import { findVocabulary, type SchemeWords } from '@/lib/features/assets/vocabulary-queries'
import { submitAnswer } from '@/lib/features/proposals/schema'
import { toldText } from '@/lib/features/proposals/submit-commands'
import { levelsInWords } from '@/lib/labels/scheme'
import { adoptionWords as words } from '@/lib/labels/scheme-mapping'
import { tryAgain } from '@/lib/platform/again'
import type { May } from '@/lib/platform/authorize'
import { atLength, change, type Outcome } from '@/lib/platform/change'
import type { WriteDb } from '@/lib/platform/database'
import { departmentOf } from './commands'
import { reviewVersions } from './reclassification-schema'

type Wanted = {
  review: bigint
  department: bigint
  /** One row, which the person looks at; null: all that follow. */
  number: bigint | null
  /** How many rows the person saw: neither more nor fewer are submitted. */
  seen: number
}
type Adoptable = {
  number: bigint
  version: number
  name: string
  audience: Audience | null
  levels: LevelCodes
  proposed: LevelCodes
  isOpened: boolean
}

/**
 * 対応表のとおりでよい: submits what follows from the mapping as one proposal of the department, which takes the usual
 * approvals. Each judgement names the mapping and the levels until now; the answers of its rows wait with it.
 */
export async function adoptProposed(
  actor: May<'asset.reclassify'>,
  wanted: Wanted,
): Promise<Outcome<{ rows: number }, AdoptRefusal | SubmitRefusal>> {
  const { schemes } = await findVocabulary(actor)
  return tryAgain(() =>
    change<'asset.reclassify', { rows: number }, AdoptRefusal | SubmitRefusal>(
      actor,
      async (db) => {
        const rows = await adoptableRows(db, wanted)
        if (rows.length === 0) return { refused: 'nothing' }
        if (wanted.number === null && rows.length !== wanted.seen) return { refused: 'countChanged' }
        const bundle = await bundleOf(db, wanted, rows, schemes)
        if (!bundle) return { refused: 'nothing' }
        const [row] = await db.$queryRaw<{ answer: unknown }[]>`
          select submit_proposals(${toldText([bundle])}::jsonb) as answer`
        const answer = submitAnswer.parse(row?.answer)
        if ('refused' in answer) return { refused: answer.refused }
        const subjects = rows.map(({ number }) => String(number))
        const { review, department } = wanted
        return {
          result: { rows: rows.length },
          events: [
            { ...departmentOf(review, department), action: 'review.adopted', details: { subjects } },
            ...answer.map(({ id }) => ({
              action: 'proposal.submitted',
              subjectType: 'proposals',
              subjectId: id,
              reason: bundle.reason,
              details: {
                origin: 'reclassification',
                kind: 'reclassification',
                items: rows.length,
                review: String(review),
              },
            })),
          ],
        }
      },
      atLength,
    ),
  )
}

async function adoptableRows(db: WriteDb, { review, department, number }: Wanted): Promise<Adoptable[]> {
  const rows = await db.$queryRaw<Adoptable[]>`
    select r.number, r.version, a.name, r.audience, r.levels, r.proposed, r.is_opened as "isOpened"
    from review_adoptable(${review}, ${department}) r join assets a on a.number = r.number
    where (${number}::bigint is null and r.is_opened) or r.number = ${number}::bigint order by r.number`
  return rows
}

async function bundleOf(
  db: WriteDb,
  { review, department }: Wanted,
  rows: readonly Adoptable[],
  schemes: readonly SchemeWords[],
) {
  const [row] = await db.$queryRaw<{ found: unknown }[]>`select review_versions(${review}, null) as found`
  const versions = reviewVersions.nullable().parse(row?.found ?? null)
  const scheme = schemes.find(({ id }) => id === versions?.from.id)
  if (!versions || !scheme) return null
  const { from, to } = versions
  return {
    departmentId: department,
    reviewId: review,
    origin: 'reclassification',
    title: words.title(rows.length, rows[0]?.name ?? '').slice(0, 200),
    reason: words.submitReason(from.label, to.label),
    items: rows.map(({ number, version, audience, levels, proposed }) => ({
      number,
      version,
      kind: 'reclassification',
      after: {},
      judgement: {
        schemeId: to.id,
        ...codes.parse(proposed),
        audience,
        reason: words.reason(from.label, to.label, levelsInWords(scheme, levels)),
        occasion: 'schemeChange',
        proposed: codes.parse(proposed),
      },
    })),
  }
}

const code = z.string().nullable().default(null)
const codes = z.object({ confidentiality: code, integrity: code, availability: code, importance: code })
