import 'server-only'
import { createHash } from 'node:crypto'
import { fileKindOf, largestFile } from '@/lib/domain/file-kind'
import { offlineLimits, type AnswerOfflineRefusal, type OfflineRow } from '@/lib/domain/offline-answers'
import { toldText } from '@/lib/features/proposals/submit-commands'
import { unreadableInWords } from '@/lib/labels/import-refusals'
import { offlineFormErrors as errors } from '@/lib/labels/offline'
import type { Verdict } from '@/lib/platform/actions'
import { tryAgain } from '@/lib/platform/again'
import { takingIn } from '@/lib/platform/at-once'
import type { AuditEvent } from '@/lib/platform/audit/event'
import type { May } from '@/lib/platform/authorize'
import { atLength, change } from '@/lib/platform/change'
import { understandInChild } from '@/lib/platform/spreadsheet/reader/child'
import { departmentOf } from './commands'
import { answeredOffline, fileIn, keptOffline, keptSheet, type FileSentIn } from './offline-schema'

type Actor = May<'review.answerOffline'>
type KeepRefusal = 'closed' | 'empty' | 'tooMany' | 'noSchool'

/** Reads a workbook of answers in a process of its own, and keeps what was read for its page. Nothing is answered by this. */
export async function bringOffline(
  actor: Actor,
  { review }: { review: bigint },
  data: FormData,
): Promise<Verdict<{ id: bigint }, KeepRefusal | 'busy'>> {
  const sent = await fileIn(data, 'book', offlineLimits.bytes)
  if ('wrong' in sent) return { invalid: { book: [sent.wrong] } }
  const leave = takingIn.enter()
  if (!leave) return { refused: 'busy' }
  try {
    const read = await readWorkbook(actor, sent.file)
    if ('wrong' in read) return { invalid: { book: [read.wrong] } }
    return await keep(actor, review, sent.file, read)
  } finally {
    leave()
  }
}

type Read = { rows: OfflineRow[]; unread: string[] }

async function readWorkbook(actor: Actor, { name, content }: FileSentIn): Promise<Read | { wrong: string }> {
  const read: Read = { rows: [], unread: [] }
  const words = { departments: [], successions: [], schemes: [] }
  const end = await understandInChild(
    once(content),
    { name, today: actor.viewer.today, words, sheets: {}, answers: [], holdsAnswers: true },
    (line) => {
      if (line.t !== 'offline') return
      read.rows.push(...line.rows)
      read.unread.push(...line.unread)
    },
    AbortSignal.timeout(120_000),
  )
  if (end.reason === null) return read
  return {
    wrong: end.reason === 'interrupted' ? errors.interrupted : unreadableInWords(end.reason, end.args),
  }
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content)
}

async function keep(actor: Actor, review: bigint, { name, content }: FileSentIn, read: Read) {
  const hash = createHash('sha256').update(content).digest()
  return change<'review.answerOffline', { id: bigint }, KeepRefusal>(actor, async (db) => {
    const [row] = await db.$queryRaw<{ answer: unknown }[]>`
      select keep_offline_workbook(${review}, ${name}, ${new Uint8Array(hash)}, ${toldText(read)}::jsonb) as answer`
    const answer = keptOffline.parse(row?.answer)
    if (answer.outcome !== 'kept') return { refused: answer.outcome }
    const details = {
      file: name,
      bytes: content.length,
      sha256: hash.toString('hex'),
      rows: read.rows.length,
    }
    const event = {
      action: 'review.offlineBrought',
      subjectType: 'reviews',
      subjectId: review,
      details,
    } as const
    return { result: { id: answer.id }, events: [event] }
  })
}

/** 署名された紙 of one school; a second one stands in the place of the first. */
export async function attachSignedSheet(
  actor: Actor,
  { workbook, department }: { workbook: bigint; department: bigint },
  data: FormData,
): Promise<Verdict<{ id: bigint }, 'gone'>> {
  const field = `sheet-${department}`
  const sent = await fileIn(data, field, largestFile)
  if ('wrong' in sent) return { invalid: { [field]: [sent.wrong] } }
  const { name, content } = sent.file
  const kind = fileKindOf(content, name)
  if (kind !== 'pdf' && kind !== 'png' && kind !== 'jpg') return { invalid: { [field]: [errors.sheetKind] } }
  return change<'review.answerOffline', { id: bigint }, 'gone'>(actor, async (db) => {
    const [row] = await db.$queryRaw<{ answer: unknown }[]>`
      select add_signed_sheet(${workbook}, ${department}, ${name}, ${kind}, ${content}::bytea) as answer`
    const answer = keptSheet.parse(row?.answer)
    if (answer.outcome !== 'saved') return { refused: answer.outcome }
    const details = { name, bytes: content.length, sha256: answer.sha256 }
    return {
      result: { id: answer.id },
      events: [
        { action: 'review.signedSheetAdded', subjectType: 'signed_sheets', subjectId: answer.id, details },
      ],
    }
  })
}

/** Writes what the workbook says as answers of its review: all or nothing, under one number, once. */
export async function answerOffline(
  actor: Actor,
  { workbook, seal, leave }: { workbook: bigint; seal: string; leave?: '1' | undefined },
): Promise<Verdict<{ workbook: bigint }, AnswerOfflineRefusal>> {
  return tryAgain(async () => {
    const outcome = await change<'review.answerOffline', { workbook: bigint }, AnswerOfflineRefusal | 'same'>(
      actor,
      async (db) => {
        const [row] = await db.$queryRaw<{ answer: unknown }[]>`
          select answer_offline(${workbook}, ${seal}, ${leave === '1'}) as answer`
        const answer = answeredOffline.parse(row?.answer)
        if (answer.outcome !== 'answered') return { refused: answer.outcome }
        const [first, ...rest] = answer.schools.map((school): AuditEvent => ({
          ...departmentOf(answer.review, school.id),
          action: 'review.answeredOffline',
          details: {
            offline: true,
            workbook: String(workbook),
            file: answer.file,
            sha256: answer.fileSha256,
            signedSheet: school.sheet,
            signedFile: school.sheetName,
            signedSha256: school.sha256,
            left: school.left,
            subjects: school.numbers,
          },
        }))
        if (!first) return { refused: 'nothing' }
        return { result: { workbook }, events: [first, ...rest] }
      },
      atLength,
    )
    if (!('refused' in outcome)) return outcome
    // A second press shows what the first one did.
    return outcome.refused === 'same' ? { result: { workbook } } : { refused: outcome.refused }
  })
}
