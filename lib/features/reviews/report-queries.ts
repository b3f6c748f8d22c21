import 'server-only'
import { answers, totalsOf } from '@/lib/domain/review'
import type { ReviewQuestion } from '@/lib/domain/review-question'
import { findVocabulary } from '@/lib/features/assets/vocabulary-queries'
import { changeKindLabels, reportLabels as words } from '@/lib/labels/review-report'
import { questionLabels } from '@/lib/labels/review-questions'
import { answerLabels } from '@/lib/labels/review-sheet'
import { progressLabels } from '@/lib/labels/reviews'
import { momentInWords } from '@/lib/labels/sign-in'
import type { May } from '@/lib/platform/authorize'
import { read, readTogether } from '@/lib/platform/read'
import { saidOf } from './given-words-queries'
import { findProgress, signedInWords } from './progress-queries'
import { showSchemeChanges } from './reclassification-queries'
import { findReview } from './queries'
import { reportAnswer, type Report, type ReportDepartment } from './report-schema'
import { levelChoices } from './words-queries'

type Named = { number: string; name: string }

/** The completion report in words; `report` is null before the review is closed. Null: there is no such review. */
export async function showReport(actor: May<'review.read'>, id: bigint) {
  return readTogether(actor, async () => {
    const review = await findReview(actor, id)
    if (!review) return null
    const [row] = await read(
      actor,
      (db) => db.$queryRaw<{ report: unknown; assets: Named[] }[]>`
        with found as materialized (select review_report(${id}::bigint) as report),
          numbers as (select (n #>> '{}')::bigint as number from found,
            jsonb_path_query(found.report, '$.departments[*].disposedNumbers[*]') n
            union select (n #>> '{}')::bigint from found, jsonb_path_query(found.report, '$.departments[*].addedNumbers[*]') n)
        select found.report, (select coalesce(jsonb_agg(jsonb_build_object('number', a.number::text, 'name', a.name)), '[]')
          from assets a join numbers using (number)) as assets from found`,
    )
    const report = reportAnswer.nullable().parse(row?.report ?? null)
    if (!report) return { review, report: null, departments: [], changes: null }
    const names = new Map(row?.assets.map(({ number, name }) => [number, name]))
    const now = await findProgress(actor, id)
    const vocabulary = await findVocabulary(actor)
    const levelNames = new Map(
      (['confidentiality', 'importance'] as const).flatMap((axis) =>
        levelChoices(vocabulary, axis).map(({ code, label }) => [code, label] as const),
      ),
    )
    const { departments } = report
    const texts = [...new Set(departments.flatMap(({ certificate }) => certificate?.statement ?? []))]
    const shown: Report = {
      closed: words.closed(report.closedBy ?? '', momentInWords(report.closedAt)),
      answers: answersOf(departments),
      bulk: totalsOf(departments).bulk,
      changes: changesOf(departments),
      levels: levelsOf(departments, levelNames),
      disposed: assetsOf(departments, 'disposedNumbers', names),
      added: assetsOf(departments, 'addedNumbers', names),
      late: departments.filter(({ late }) => late).map(({ name, bureau }) => ({ name, bureau })),
      statements: departments.map(({ id: key, name, bureau, certificate, rows, signOff }) => ({
        key,
        name,
        bureau,
        rows,
        certified: certificate && signedInWords(certificate),
        hash: certificate?.hash ?? null,
        text: certificate ? texts.indexOf(certificate.statement) + 1 : 0,
        signed: signOff && signedInWords(signOff),
      })),
      texts,
      bulks: bulksOf(departments),
      given: givenOf(departments, report.questions),
      reopened: now.flatMap(({ name, reopenedAt, reopenReason }) =>
        reopenedAt ? [{ name, when: momentInWords(reopenedAt), reason: reopenReason ?? '' }] : [],
      ),
    }
    const schemeChanges = review.versions ? await showSchemeChanges(actor, id) : null
    return { review, report: shown, departments, changes: schemeChanges }
  })
}

/** How much was answered in bulk: each bureau (its schools apart) with its departments below. */
function bulksOf(departments: readonly ReportDepartment[]): Report['bulks'] {
  const line = (
    key: string,
    name: string,
    isBureau: boolean,
    { rows, bulk }: { rows: number; bulk: number },
  ) => ({
    ...{ key, name, isBureau, rows, bulk },
    share: rows === 0 ? 0 : Math.round((bulk / rows) * 1000) / 10,
  })
  const units = new Map<string, ReportDepartment[]>()
  for (const each of departments) {
    const key = `${each.bureauId}${each.isSchool ? 's' : ''}`
    units.set(key, [...(units.get(key) ?? []), each])
  }
  return [...units].flatMap(([key, among]) => {
    const [first] = among
    if (!first) return []
    const name = first.isSchool ? progressLabels.schools(first.bureau) : first.bureau
    const below = among.map((each) => line(each.id, each.name, false, each))
    return [line(`bureau ${key}`, name, true, totalsOf(among)), ...below]
  })
}

function givenOf(
  departments: readonly ReportDepartment[],
  questions: readonly ReviewQuestion[],
): Report['given'] {
  return questions.flatMap((question, at) =>
    departments.flatMap(({ id, name, given }) => {
      const mine = given.filter(({ place }) => place === at + 1)
      if (mine.length === 0) return []
      const answer = mine.map(({ value, fileName, rows }) => {
        const said = saidOf(question, value) ?? fileName
        if (rows === null) return said ?? ''
        return said === null ? questionLabels.answered(rows) : `${said}　${questionLabels.rows(rows)}`
      })
      return [{ key: `${at}-${id}`, question: question.label, department: name, answer: answer.join('、') }]
    }),
  )
}

/** Every answer with its rows and its share; what nobody answered is a line of its own, so that they add up. */
function answersOf(departments: readonly ReportDepartment[]) {
  const total = totalsOf(departments)
  const share = (rows: number) => (total.rows === 0 ? 0 : Math.round((rows / total.rows) * 1000) / 10)
  const lines = [
    ...answers.map((answer) => ({ name: answerLabels[answer], rows: total[answer] })),
    { name: words.notAnswered, rows: total.none },
  ]
  return { lines: lines.map((line) => ({ ...line, share: share(line.rows) })), total: total.rows }
}

function changesOf(departments: readonly ReportDepartment[]) {
  const found = new Map<string, number>()
  for (const { changes } of departments)
    for (const [kind, rows] of Object.entries(changes)) found.set(kind, (found.get(kind) ?? 0) + rows)
  return [...found].map(([kind, rows]) => ({
    name: changeKindLabels[kind as keyof typeof changeKindLabels],
    rows,
  }))
}

function levelsOf(departments: readonly ReportDepartment[], names: ReadonlyMap<string, string>) {
  const found = new Map<string, { name: string; before: number; after: number }>()
  for (const { levels } of departments)
    for (const { family, level, before, after } of levels) {
      const known = found.get(`${family} ${level}`) ?? {
        name: names.get(level) ?? level,
        before: 0,
        after: 0,
      }
      found.set(`${family} ${level}`, { ...known, before: known.before + before, after: known.after + after })
    }
  return [...found].map(([key, line]) => ({ key, ...line }))
}

function assetsOf(
  departments: readonly ReportDepartment[],
  which: 'disposedNumbers' | 'addedNumbers',
  names: ReadonlyMap<string, string>,
) {
  return departments.flatMap((department) =>
    department[which].map((number) => ({
      number,
      name: names.get(number) ?? words.withheld,
      department: department.name,
    })),
  )
}
