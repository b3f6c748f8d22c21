import 'server-only'
import { reportLabels as words, changeKindLabels, workbookLabels as sheets } from '@/lib/labels/review-report'
import { questionLabels } from '@/lib/labels/review-questions'
import { progressLabels } from '@/lib/labels/reviews'
import { momentInWords } from '@/lib/labels/sign-in'
import type { May } from '@/lib/platform/authorize'
import { recordAccess } from '@/lib/platform/change'
import { writeWorkbook, type WrittenCell, type WrittenSheet } from '@/lib/platform/spreadsheet/write-xlsx'
import { showReport } from './report-queries'
import type { Report, ReportDepartment } from './report-schema'

/** The completion report within reach as a workbook, its export recorded; null before the review is closed. */
export async function exportReport(actor: May<'review.read'>, id: bigint) {
  const shown = await showReport(actor, id)
  if (!shown?.report) return null
  const { review, report, departments } = shown
  const named = sheetsOf(review.title, review.rowsFrozen ?? 0, report, departments)
  const content = await writeWorkbook(named)
  await recordAccess(actor, {
    action: 'review.reportExported',
    subjectType: 'reviews',
    subjectId: id,
    details: { rows: named.reduce((sum, { rows }) => sum + rows.length, 0), departments: departments.length },
  })
  return { name: sheets.fileName(review.title), kind: 'xlsx', content }
}

function sheetsOf(
  title: string,
  frozen: number,
  report: Report,
  departments: readonly ReportDepartment[],
): WrittenSheet[] {
  const assets = (which: 'disposed' | 'added'): WrittenSheet => ({
    name: sheets.sheets[which],
    head: [words.number, words.name, words.department],
    rows: report[which].map(({ number, name, department }) => [number, name, department]),
  })
  const given: WrittenSheet = {
    name: sheets.sheets.given,
    head: [questionLabels.question, questionLabels.department, questionLabels.answer],
    rows: report.given.map(({ question, department, answer }) => [question, department, answer]),
  }
  return [
    { name: sheets.sheets.totals, head: [sheets.review, title, ''], rows: totals(frozen, report) },
    departmentSheet(departments),
    {
      name: sheets.sheets.changes,
      head: [words.bureau, words.department, sheets.kind, words.rows],
      rows: departments.flatMap(({ bureau, name, changes }) =>
        Object.entries(changes).map(([kind, rows]) => [
          bureau,
          name,
          changeKindLabels[kind as keyof typeof changeKindLabels],
          rows,
        ]),
      ),
    },
    assets('disposed'),
    assets('added'),
    {
      name: sheets.sheets.late,
      head: [words.bureau, words.department],
      rows: report.late.map(({ bureau, name }) => [bureau, name]),
    },
    statementSheet(departments),
    ...(given.rows.length > 0 ? [given] : []),
  ]
}

function totals(frozen: number, report: Report): WrittenCell[][] {
  return [
    [sheets.closed, report.closed, null],
    [sheets.frozen, frozen, null],
    ['', '', ''],
    [words.answer, words.rows, words.share],
    ...report.answers.lines.map(({ name, rows, share }) => [name, rows, progressLabels.percent(share)]),
    [words.total, report.answers.total, null],
    [sheets.bulk, report.bulk, null],
    ['', '', ''],
    [words.level, words.before, words.after],
    ...report.levels.map(({ name, before, after }) => [name, before, after]),
    ...(report.reopened.length === 0
      ? []
      : [
          ['', '', ''],
          [words.reopened, sheets.when, sheets.reason],
        ]),
    ...report.reopened.map(({ name, when, reason }) => [name, when, reason]),
  ]
}

const counted = ['rows', 'unchanged', 'change', 'disposed', 'notOurs', 'none', 'unsettled', 'bulk'] as const

function departmentSheet(departments: readonly ReportDepartment[]): WrittenSheet {
  return {
    name: sheets.sheets.departments,
    head: [
      words.bureau,
      words.department,
      ...counted.map((each) => (each === 'bulk' ? words.bulkRows : progressLabels[each])),
      progressLabels.bulk,
      progressLabels.late,
    ],
    rows: departments.map((each) => [
      each.bureau,
      each.name,
      ...counted.map((count) => each[count]),
      progressLabels.percent(each.rows === 0 ? 0 : Math.round((each.bulk / each.rows) * 1000) / 10),
      each.late ? words.yes : null,
    ]),
  }
}

function statementSheet(departments: readonly ReportDepartment[]): WrittenSheet {
  return {
    name: sheets.sheets.statements,
    head: [
      words.bureau,
      words.department,
      words.rows,
      sheets.by,
      sheets.for,
      sheets.at,
      sheets.statement,
      words.hash,
      words.signed,
    ],
    rows: departments.map(({ bureau, name, rows, certificate, signOff }) => [
      bureau,
      name,
      rows,
      certificate?.by ?? words.notCertified,
      certificate?.for ?? null,
      certificate && momentInWords(certificate.at),
      certificate?.statement ?? null,
      certificate?.hash ?? null,
      signOff ? `${signOff.by}　${momentInWords(signOff.at)}` : progressLabels.notSigned,
    ]),
  }
}
