import { readFile } from 'node:fs/promises'
import { listDepartmentOptions } from '@/lib/features/departments/queries'
import { importPeople } from '@/lib/features/people/import-commands'
import { planPeople } from '@/lib/features/people/import-schema'
import { listKnownPeople } from '@/lib/features/people/queries'
import { personFileColumns, personFileRow } from '@/lib/features/people/schema'
import { giveRefusalLabels, personRefusalLabels } from '@/lib/labels/people-forms'
import { readCsv } from '@/lib/platform/spreadsheet/csv'
import { readFileRows } from '@/lib/platform/spreadsheet/file-rows'
import { CommandError, readingFile, refuseLines, type CommandLine } from './command-line'
import { writeFirstPasswords } from './first-passwords'

/**
 * Brings in people and their roles, all or nothing; who is there already, and a role that is held, stay. With
 * `passwordFile`, everybody of the list who has no password yet gets a one-time one, written there.
 */
export async function importListOfPeople(
  line: CommandLine,
  file?: string,
  passwordFile?: string,
): Promise<void> {
  if (file === undefined)
    throw new CommandError(
      '使い方: npm run import:people -- 利用者のファイル.csv [--passwords 仮のパスワードの書き出し先]',
    )
  const bytes = await readFile(file).catch(() => {
    throw new CommandError(`${file} を開けません。ファイルの場所を確かめてください。`)
  })
  const { today } = line.system
  const cells = readingFile(file, () => readCsv(bytes, personFileColumns))
  const { rows, problems } = readFileRows(personFileRow(today), cells)
  refuseLines(file, problems)
  const actor = line.may('person.manage')
  const departments = await listDepartmentOptions(line.may('organization.read'))
  const ids = new Map(departments.map(({ code, id }) => [code, id]))
  const plan = planPeople(await listKnownPeople(actor), rows, ids, today)
  refuseLines(file, plan.problems)
  if (plan.people.length + plan.grants.length > 0) {
    const outcome = await importPeople(actor, line.may('grant.manageApprovers'), plan.people, plan.grants)
    if ('refused' in outcome)
      throw new CommandError({ ...giveRefusalLabels, ...personRefusalLabels }[outcome.refused])
  }
  line.say(`利用者: ${plan.people.length}件追加、${plan.unchanged.people}件は登録済みです。`)
  line.say(`役割: ${plan.grants.length}件追加、${plan.unchanged.grants}件は登録済みです。`)
  if (passwordFile === undefined) return
  const logins = [...new Set(rows.map(({ value }) => value.loginId))]
  const issued = await writeFirstPasswords(line, logins, passwordFile)
  line.say(
    issued === 0
      ? '仮のパスワード: 発行する人はいません（全員がパスワードを持っています）。'
      : `仮のパスワード: ${issued}件を ${passwordFile} に書き出しました。72時間有効です。本人に伝えたら、ファイルを消してください。`,
  )
}
