import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { planOrganization, type PlanProblem } from '@/lib/domain/organization-plan'
import { reorganize } from '@/lib/features/departments/commands'
import { listOrganization } from '@/lib/features/departments/queries'
import {
  departmentFileColumns,
  departmentFileRow,
  successionFileColumns,
  successionFileRow,
} from '@/lib/features/departments/schema'
import { departmentColumns, departmentFileLabels as words } from '@/lib/labels/departments-file'
import { categoryLabels, executiveBodyLabels } from '@/lib/labels/organization'
import { readCsv } from '@/lib/platform/spreadsheet/csv'
import { readFileRows } from '@/lib/platform/spreadsheet/file-rows'
import { CommandError, readingFile, refuseLines, type CommandLine } from './command-line'

/** Brings in departments and the history of reorganisations, all or nothing; what is there already stays. */
export async function importOrganization(
  line: CommandLine,
  file?: string,
  historyFile?: string,
): Promise<void> {
  if (file === undefined)
    throw new CommandError('使い方: npm run import:organization -- 部署のファイル.csv [改編の履歴.csv]')
  const departments = await rowsOf(file, departmentFileColumns, departmentFileRow)
  const history = historyFile ? await rowsOf(historyFile, successionFileColumns, successionFileRow) : []
  const actor = line.may('organization.manage')
  const list = {
    departments: departments.map(({ value }) => value),
    successions: history.flatMap(({ value }) => value),
  }
  const { plan, problems } = planOrganization(await listOrganization(actor), list)
  refuseLines(
    file,
    problems.filter(isOfDepartments).map((problem) => placed(problem, departments)),
  )
  if (historyFile)
    refuseLines(
      historyFile,
      problems
        .filter((problem) => !isOfDepartments(problem))
        .map((problem) => ({
          line:
            history.find(({ value }) =>
              value.some((step) => [step.fromCode, step.toCode].includes(problem.code)),
            )?.line ?? 1,
          message: inWords(problem),
        })),
    )
  const { add, close, succeed, unchanged } = plan
  if (add.length + close.length + succeed.length > 0) {
    const outcome = await reorganize(actor, plan)
    if ('refused' in outcome)
      throw new CommandError(`取り込めませんでした（${outcome.refused}）。何も書き込んでいません。`)
  }
  line.say(`部署: ${add.length}件追加、${close.length}件廃止、${unchanged.departments}件は登録済みです。`)
  if (historyFile)
    line.say(`組織改編の履歴: ${succeed.length}件追加、${unchanged.successions}件は登録済みです。`)
}

async function rowsOf<T>(file: string, columns: readonly string[], schema: z.ZodType<T>) {
  const bytes = await readFile(file).catch(() => {
    throw new CommandError(`${file} を開けません。ファイルの場所を確かめてください。`)
  })
  const { rows, problems } = readFileRows(
    schema,
    readingFile(file, () => readCsv(bytes, columns)),
  )
  refuseLines(file, problems)
  return rows
}

const isOfDepartments = (problem: PlanProblem) => problem.kind !== 'unknownDepartment'

function placed(
  problem: PlanProblem,
  rows: readonly { line: number; value: { code: string; parentCode: string | null } }[],
) {
  const isMeant = ({ value }: (typeof rows)[number]) =>
    problem.kind === 'unknownParent' ? value.parentCode === problem.code : value.code === problem.code
  const found = problem.kind === 'twice' ? rows.findLast(isMeant) : rows.find(isMeant)
  return { line: found?.line ?? 1, message: inWords(problem) }
}

function inWords(problem: PlanProblem): string {
  if (problem.kind !== 'differs') return words[problem.kind](problem.code)
  const shown = (value: string | null) =>
    value === null ? words.none : ({ ...categoryLabels, ...executiveBodyLabels }[value] ?? value)
  const column =
    problem.field === 'categoryCode'
      ? 'category'
      : problem.field === 'executiveBodyCode'
        ? 'executiveBody'
        : problem.field
  return words.differs(problem.code, departmentColumns[column], shown(problem.theirs), shown(problem.ours))
}
