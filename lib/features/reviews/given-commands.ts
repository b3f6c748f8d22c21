import 'server-only'
import type { z } from 'zod'
import { fileKindOf, largestFile } from '@/lib/domain/file-kind'
import type { GiveRefusal } from '@/lib/domain/review-answers'
import { toldText } from '@/lib/features/proposals/submit-commands'
import { reviewFormErrors as errors } from '@/lib/labels/review-words'
import type { Verdict } from '@/lib/platform/actions'
import { tryAgain } from '@/lib/platform/again'
import type { AuditEvent } from '@/lib/platform/audit/event'
import type { May } from '@/lib/platform/authorize'
import { change } from '@/lib/platform/change'
import type { WriteDb } from '@/lib/platform/database'
import { departmentOf } from './commands'
import { savedFile, savedGiven, type GivenForm } from './given-schema'

type Actor = May<'review.answer'>
type ToldGiven = { place: number; number?: bigint; version: number; value: string | null }
type HandedIn = { place: number; name: string; content: Uint8Array }
type Place = { review: bigint; department: bigint }
type SavedGiven = z.output<typeof savedGiven>

async function saveTexts(db: WriteDb, { review, department }: Place, told: readonly ToldGiven[]) {
  const [row] = await db.$queryRaw<{ answer: unknown }[]>`
    select save_review_given(${review}, ${department}, ${toldText(told)}::jsonb) as answer`
  return savedGiven.parse(row?.answer ?? [])
}

const givenEvent = ({ review, department }: Place, told: readonly ToldGiven[]): AuditEvent => {
  const subjects = [...new Set(told.flatMap(({ number }) => (number === undefined ? [] : [String(number)])))]
  const details = {
    places: [...new Set(told.map(({ place }) => place))],
    ...(subjects.length > 0 ? { subjects } : {}),
  }
  return { ...departmentOf(review, department), action: 'review.given', details }
}

/** Answers questions as people type, each for itself: what somebody else gave meanwhile is told and stays. */
export async function givenTo(actor: Actor, place: Place, told: readonly ToldGiven[]): Promise<SavedGiven> {
  return tryAgain(async () => {
    let given: SavedGiven = []
    await change<'review.answer', null, 'nothingSaved'>(actor, async (db) => {
      given = await saveTexts(db, place, told)
      const saved = told.filter((_, at) => given[at]?.outcome === 'saved')
      if (saved.length === 0) return { refused: 'nothingSaved' }
      return { result: null, events: [givenEvent(place, saved)] }
    })
    return given
  })
}

/** The form of questions: texts and files in one transaction, all or nothing; what is wrong is said at its field. */
export async function giveFromForm(
  actor: Actor,
  { number, texts, seen, ...place }: GivenForm,
  files: readonly HandedIn[],
): Promise<Verdict<{ given: number }, GiveRefusal | 'nothing'>> {
  const invalid = wrongFiles(files)
  if (Object.keys(invalid).length > 0) return { invalid }
  const told = texts.map((text) => ({ ...text, ...(number === null ? {} : { number }) }))
  return tryAgain(async () => {
    const wrong: Record<string, string[]> = {}
    const outcome = await change<'review.answer', { given: number }, GiveRefusal | 'nothing'>(
      actor,
      async (db) => {
        const given = told.length === 0 ? [] : await saveTexts(db, place, told)
        for (const { place: at, outcome: became, theirs } of given) {
          if (became === 'conflict') wrong[`given-${at}`] = [errors.givenConflict(theirs?.by ?? null)]
          if (became === 'refused') wrong[`given-${at}`] = [errors.givenUnfit]
          if (became === 'closed' || became === 'gone') return { refused: became }
        }
        if (Object.keys(wrong).length > 0) return { refused: 'conflict' }
        const events = told.length === 0 ? [] : [givenEvent(place, told)]
        for (const file of files) {
          const added = await handIn(db, { ...place, number }, file, seen(file.place))
          if ('refused' in added) return added
          events.push(added)
        }
        const [first, ...rest] = events
        if (!first) return { refused: 'nothing' }
        return { result: { given: events.length }, events: [first, ...rest] }
      },
    )
    return Object.keys(wrong).length > 0 ? { invalid: wrong } : outcome
  })
}

async function handIn(
  db: WriteDb,
  { review, department, number }: Place & { number: bigint | null },
  { place, name, content }: HandedIn,
  seen: number,
): Promise<AuditEvent | { refused: GiveRefusal }> {
  const kind = fileKindOf(content, name)
  const [row] = await db.$queryRaw<{ answer: unknown }[]>`
    select give_review_file(${review}, ${department}, ${number}::bigint, ${place}::int, ${seen}::int, ${name}, ${kind},
      ${content}::bytea) as answer`
  const answer = savedFile.parse(row?.answer)
  if (answer.outcome !== 'saved') return { refused: answer.outcome }
  return {
    action: 'review.fileAdded',
    subjectType: 'review_files',
    subjectId: answer.id,
    details: {
      place,
      name,
      bytes: content.length,
      ...(number === null ? {} : { subjects: [String(number)] }),
    },
  }
}

function wrongFiles(files: readonly HandedIn[]): Record<string, string[]> {
  return Object.fromEntries(
    files.flatMap(({ place, name, content }) => {
      const wrong =
        content.length > largestFile
          ? errors.fileTooLarge
          : name.trim() === '' || name.length > 200
            ? errors.fileName
            : fileKindOf(content, name) === null
              ? errors.fileKind
              : null
      return wrong === null ? [] : [[`file-${place}`, [wrong]]]
    }),
  )
}
