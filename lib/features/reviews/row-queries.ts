import 'server-only'
import { z } from 'zod'
import { axesOf } from '@/lib/domain/classification'
import { answers } from '@/lib/domain/review'
import { findVocabulary } from '@/lib/features/assets/vocabulary-queries'
import { personalDataLabels } from '@/lib/labels/asset'
import { formatDate } from '@/lib/labels/dates'
import { answerLabels, reviewRowLabels as words, sheetLabels } from '@/lib/labels/review-sheet'
import { levelInWords } from '@/lib/labels/scheme'
import { momentInWords } from '@/lib/labels/sign-in'
import { emptyCellLabels } from '@/lib/labels/zones'
import { read, readTogether } from '@/lib/platform/read'
import { earlierDepartments } from './route-schema'
import type { SheetReader } from './sheet-head-queries'
import { showSheetRow } from './sheet-queries'
import type { SheetRowFound } from './sheet-schema'

const number = new Intl.NumberFormat('ja-JP')

const logLines = z.array(
  z.object({
    answer: z.enum(answers).nullable(),
    inBulk: z.boolean(),
    note: z.string().nullable(),
    by: z.string().nullable(),
    at: z.coerce.date(),
  }),
)
type LogLine = z.output<typeof logLines>[number]

/** Where and how an asset is kept today: what the person who answers goes and looks at. */
const keptTerms = ['medium', 'storageLocation', 'outsourcedTo'] as const
type KeptFacts = Record<(typeof keptTerms)[number], string | null>

/** One row of a sheet in full: what was frozen, what stands out, how it was answered so far. */
export async function showRow(actor: SheetReader, review: bigint, asset: bigint) {
  return readTogether(actor, async () => {
    const shown = await showSheetRow(actor, review, asset)
    if (!shown) return null
    const [row] = await read(
      actor,
      (db) => db.$queryRaw<{ log: unknown; earlier: unknown; kept: KeptFacts | null }[]>`
        select earlier_departments(${asset}::bigint) as earlier, (
          select coalesce(jsonb_agg(jsonb_build_object('answer', l.answer, 'inBulk', l.in_bulk, 'note', l.note,
            'by', person_name(l.answered_by), 'at', l.at) order by l.id desc), '[]')
          from (select * from review_answer_log where review_id = ${review} and asset_number = ${asset}
            order by id desc limit 50) l) as log, (
          select jsonb_build_object('medium', a.medium, 'storageLocation', a.storage_location, 'outsourcedTo', a.outsourced_to)
          from assets a where a.number = ${asset}) as kept`,
    )
    const log = logLines.parse(row?.log ?? [])
    const earlier = shown.row.links ? earlierDepartments.parse(row?.earlier ?? []) : []
    const { schemes } = await findVocabulary(actor)
    const scheme = schemes.find(({ id }) => id === String(shown.found.schemeId))
    return {
      ...shown,
      earlier,
      facts: factsOf(shown.found),
      kept: keptTerms.map((name) => ({ name, value: row?.kept?.[name] ?? null })),
      levels: scheme
        ? axesOf[scheme.family].map((axis) => {
            const level = scheme.levels.find(
              (each) => each.axis === axis && each.code === shown.found.levels[axis],
            )
            return {
              axis,
              name: level ? levelInWords(scheme.family, axis, level.label) : emptyCellLabels.unclassified,
              criterion: level?.criterion ?? '',
            }
          })
        : [],
      log: log.map(lineOf),
    }
  })
}

function factsOf({ personalData, dataSubjects, lastConfirmedOn }: SheetRowFound) {
  return {
    personal: personalData === null ? null : personalDataLabels[personalData],
    people: dataSubjects === null ? null : number.format(dataSubjects),
    confirmed: lastConfirmedOn === null ? null : formatDate(lastConfirmedOn),
  }
}

function lineOf({ answer, inBulk, note, by, at }: LogLine) {
  const said = answer === null ? sheetLabels.notAnswered : answerLabels[answer]
  return {
    when: momentInWords(at),
    what: [said, inBulk && sheetLabels.inBulk, note].filter(Boolean).join('　'),
    who: by ?? words.nobody,
  }
}
