import 'server-only'
import { axesOf } from '@/lib/domain/classification'
import type { Answer } from '@/lib/domain/review'
import { findVocabulary } from '@/lib/features/assets/vocabulary-queries'
import { personalDataLabels } from '@/lib/labels/asset'
import { formatDate } from '@/lib/labels/dates'
import { answerLabels, reviewRowLabels as words, sheetLabels } from '@/lib/labels/review-sheet'
import { levelInWords } from '@/lib/labels/scheme'
import { momentInWords } from '@/lib/labels/sign-in'
import { emptyCellLabels } from '@/lib/labels/zones'
import { read, readTogether } from '@/lib/platform/read'
import { findEarlierDepartments } from './route-queries'
import type { SheetReader } from './sheet-head-queries'
import { showSheetRow } from './sheet-queries'
import type { SheetRowFound } from './sheet-schema'

const number = new Intl.NumberFormat('ja-JP')

type LogLine = { answer: Answer | null; inBulk: boolean; note: string | null; by: string | null; at: Date }

/** One row of a sheet in full: what was frozen, what stands out, how it was answered so far. */
export async function showRow(actor: SheetReader, review: bigint, asset: bigint) {
  return readTogether(actor, async () => {
    const shown = await showSheetRow(actor, review, asset)
    if (!shown) return null
    const log = await read(
      actor,
      (db) => db.$queryRaw<LogLine[]>`
        select answer, in_bulk as "inBulk", note, person_name(answered_by) as by, at from review_answer_log
        where review_id = ${review} and asset_number = ${asset} order by id desc limit 50`,
    )
    const earlier = shown.row.links ? await findEarlierDepartments(actor, asset) : []
    const { schemes } = await findVocabulary(actor)
    const scheme = schemes.find(({ id }) => id === String(shown.found.schemeId))
    return {
      ...shown,
      earlier,
      facts: factsOf(shown.found),
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
