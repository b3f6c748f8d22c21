import { addDays } from '@/lib/domain/calendar'
import { answerRest, saveReviewAnswers, type ToldAnswer } from '@/lib/features/reviews/answer-commands'
import { certifyDepartment, signOffBureau } from '@/lib/features/reviews/certify-commands'
import { closeReview, makeReview, startReview } from '@/lib/features/reviews/commands'
import { givenTo } from '@/lib/features/reviews/given-commands'
import { prepareSignOff } from '@/lib/features/reviews/manage-queries'
import { makeRecurrence } from '@/lib/features/reviews/recurrence-commands'
import { findReview } from '@/lib/features/reviews/queries'
import { reviewContent } from '@/lib/features/reviews/schema'
import { findSheetHead } from '@/lib/features/reviews/sheet-head-queries'
import { read } from '@/lib/platform/read'
import { Prisma } from '@/generated/prisma/client'
import { findRows } from '@/lib/features/reviews/sheet-queries'
import { accepted } from './actors'
import type { City, Happening } from './chronicle'
import { responsibleFor } from './people'
import { momentOf, workday } from './timeline'

const secretary = 'jimukyoku'
/** Two bureaus with their officers. */
const officers: Record<string, string> = { '0500': 'zaisei-bucho', '0600': 'shimin-bucho' }
const question = {
  askedOf: 'department' as const,
  kind: 'yesNo' as const,
  label: '保管庫と書庫の施錠を確かめましたか',
  required: true,
}

type Department = { id: bigint; code: string; bureauId: bigint; bureauCode: string }
type Begun = { review: bigint; departments: Department[] }

/** Last autumn two bureaus looked at all of theirs; since then it comes every year by itself. */
export function reviewStory(city: City): Happening[] {
  const { today } = city.timeline
  const year = autumnBefore(today)
  const begun: Begun = { review: 0n, departments: [] }
  const on = (monthDay: string, from: number) =>
    momentOf(workday(`${year}-${monthDay}`), from, from + 1, 'review')
  return [
    { at: on('10-01', 9), run: () => begin(city, year, begun) },
    { at: on('10-15', 10), run: () => answer(city, begun, begun.departments.slice(0, -1)) },
    { at: on('10-15', 14), run: () => certify(city, begun, begun.departments.slice(0, -1)) },
    // One department is late.
    { at: on('11-05', 10), run: () => answer(city, begun, begun.departments.slice(-1)) },
    { at: on('11-05', 14), run: () => certify(city, begun, begun.departments.slice(-1)) },
    { at: on('11-10', 10), run: () => signOff(city, begun) },
    { at: on('11-14', 16), run: () => close(city, begun) },
    { at: momentOf(workday(addDays(today, -10)), 9, 10), run: () => comeEveryYear(city, begun) },
  ]
}

/** The year of the last autumn that is wholly over. */
function autumnBefore(today: string): number {
  const year = Number(today.slice(0, 4))
  return today >= `${year}-12-20` ? year : year - 1
}

async function begin({ actors }: City, year: number, begun: Begun) {
  const actor = await actors.may(secretary, 'review.manage')
  const given = reviewContent.parse({
    title: `令和${year - 2018}年度 定期見直し（財政部・市民部）`,
    opensOn: actor.viewer.today,
    dueOn: `${year}-10-31`,
    bureaus: Object.keys(officers).join('\n'),
  })
  const made = await makeReview(actor, { given, copiedFrom: null, questions: [question] })
  if (!('result' in made)) throw new Error('no review was made')
  begun.review = accepted(await startReview(actor, { id: made.result.id, version: 1 }), 'open the review').id
  begun.departments = await read(
    await actors.may(secretary, 'review.read'),
    (db) => db.$queryRaw<Department[]>`
      select r.department_id as id, d.code, r.bureau_id as "bureauId", b.code as "bureauCode"
      from review_departments r join departments d on d.id = r.department_id join departments b on b.id = r.bureau_id
      where r.review_id = ${begun.review} order by d.code`,
  )
}

/** Clerks answer the question, look at what speaks against, and the rest at once. */
async function answer({ actors, users }: City, { review }: Begun, departments: readonly Department[]) {
  for (const { id: department, code } of departments) {
    const { clerk } = responsibleFor(code, users)
    const actor = await actors.may(clerk, 'review.answer')
    const reader = await actors.may(clerk, 'review.read')
    await givenTo(actor, { review, department }, [{ place: 1, version: 0, value: 'yes' }])
    const rows = await findRows(reader, review, department, Prisma.sql`and a.answer is null`)
    const answers = rows.flatMap(({ number, version, objections }): ToldAnswer[] => {
      if (objections.length === 0) return []
      const ended = objections.includes('ended') ? ('disposed' as const) : null
      return [
        {
          number,
          version,
          opened: true,
          answer: ended ?? (objections.includes('openProposal') ? 'change' : 'unchanged'),
        },
      ]
    })
    if (answers.length > 0) accepted(await saveReviewAnswers(actor, { review, answers }), `answer ${code}`)
    const free = rows.length - answers.length
    if (free > 0) accepted(await answerRest(actor, { review, department, seen: free }), `rest of ${code}`)
  }
}

/** Heads certify what they see; what is not settled yet stays without a certificate. */
async function certify({ actors, users }: City, { review }: Begun, departments: readonly Department[]) {
  for (const { id: department, code } of departments) {
    const { manager } = responsibleFor(code, users)
    const actor = await actors.may(manager, 'review.certify')
    const head = await findSheetHead(actor, review, department)
    if (!head || head.part.none + head.part.unsettled > 0) continue
    const seen = { review, department, hash: head.part.seal }
    accepted(await certifyDepartment(actor, seen), `certify ${code}`)
  }
}

async function signOff({ actors }: City, { review, departments }: Begun) {
  for (const [code, officer] of Object.entries(officers)) {
    const bureau = departments.find(({ bureauCode }) => bureauCode === code)?.bureauId
    if (bureau === undefined) continue
    const actor = await actors.may(officer, 'review.signOff')
    const unit = await prepareSignOff(actor, review, String(bureau))
    if (!unit?.seal) continue
    const seen = { review, bureau, schools: false, hash: unit.seal }
    accepted(await signOffBureau(actor, seen), `sign off ${code}`)
  }
}

async function close({ actors }: City, { review }: Begun) {
  const actor = await actors.may(secretary, 'review.manage')
  const version = (await findReview(actor, review))?.version ?? 0
  accepted(await closeReview(actor, { id: review, version }), 'close the review')
}

/** On 1 April or 1 October, whichever is farther ahead: not on the next days. */
async function comeEveryYear({ actors, timeline }: City, { review }: Begun) {
  const actor = await actors.may(secretary, 'review.manage')
  const opensMonth = Number(timeline.today.slice(5, 7)) > 6 ? 4 : 10
  const days = { opensMonth, opensDay: 1, dueMonth: opensMonth, dueDay: 30 }
  accepted(await makeRecurrence(actor, { template: review, ...days }), 'make it come every year')
}
