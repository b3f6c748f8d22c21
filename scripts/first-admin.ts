import { importPeople } from '@/lib/features/people/import-commands'
import { listKnownPeople } from '@/lib/features/people/queries'
import { addPersonInput } from '@/lib/features/people/schema'
import { listSchemes } from '@/lib/features/schemes/queries'
import { giveRefusalLabels, personFields, personRefusalLabels } from '@/lib/labels/people-forms'
import { CommandError, type CommandLine } from './command-line'
import { issueFirstPasswords } from './first-passwords'
import { loadSchemeDefinitions } from './scheme-definitions'

/** The first ポータル管理者 with a one-time password that is printed once; loads the classification schemes too. */
export async function createAdmin(line: CommandLine, login?: string, name?: string): Promise<void> {
  if (login === undefined || name === undefined)
    throw new CommandError('使い方: npm run create-admin -- --login ログインID --name 氏名')
  const typed = addPersonInput.safeParse({ loginId: login, name, employment: 'regular' })
  if (!typed.success) {
    const said = typed.error.issues.map(
      (issue) => `${personFields[issue.path[0] as keyof typeof personFields]}: ${issue.message}`,
    )
    throw new CommandError(said.join('\n'))
  }
  const { loginId } = typed.data
  if ((await listSchemes(line.may('scheme.edit'))).length === 0) await loadSchemeDefinitions(line)

  const known = (await listKnownPeople(line.may('person.manage'))).find(
    (person) => person.loginId === loginId,
  )
  if (known?.hasEnded)
    throw new CommandError(`${loginId} は利用を終えています。別のログインIDにしてください。`)
  const isAdmin = known?.grants.some((grant) => grant.role === 'portalAdmin') === true
  if (!isAdmin) {
    const grant = {
      loginId,
      role: 'portalAdmin',
      scope: { kind: 'everything' },
      validFrom: line.system.today,
      until: null,
    } as const
    const people = known ? [] : [typed.data]
    const outcome = await importPeople(line.may('person.manage'), line.may('grant.manageApprovers'), people, [
      grant,
    ])
    if ('refused' in outcome)
      throw new CommandError({ ...giveRefusalLabels, ...personRefusalLabels }[outcome.refused])
  }
  line.say(
    isAdmin
      ? `${loginId} はすでにポータル管理者です。`
      : `${loginId}（${known?.name ?? typed.data.name}）をポータル管理者にしました。`,
  )
  const issued = await line.asOwner((owner) => issueFirstPasswords(owner, [loginId]))
  const password = issued.get(loginId)
  if (password === undefined)
    line.say(
      'パスワードは設定済みなので、変えていません。忘れたときは、別の管理者を作って、その人が発行し直します。',
    )
  else {
    line.say(`仮のパスワード: ${password}`)
    line.say('この表示は一度だけです。72時間以内にサインインして、自分のパスワードに変えてください。')
  }
}
