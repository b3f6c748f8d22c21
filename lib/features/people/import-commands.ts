import 'server-only'
import { insertGrants, type GiveRefusal } from '@/lib/features/grants/commands'
import type { May } from '@/lib/platform/authorize'
import { atLength, change, type Done, type Outcome, type Refusal } from '@/lib/platform/change'
import { continueWith } from '@/lib/platform/second-permission'
import type { ListedGrant } from './import-schema'
import { insertPeople, type AddRefusal } from './commands'
import type { NewPerson } from './schema'

export type ImportedPeople = { people: number; grants: number }
export type ImportRefusal = AddRefusal | GiveRefusal

/** Adds people and gives roles in one transaction, all or nothing; both permissions are the same person's. */
export async function importPeople(
  actor: May<'person.manage'>,
  granter: May<'grant.manageApprovers'>,
  people: readonly NewPerson[],
  grants: readonly ListedGrant[],
): Promise<Outcome<ImportedPeople, ImportRefusal>> {
  if (actor.viewer.personId !== granter.viewer.personId) throw new Error('one person imports')
  return change(
    actor,
    async (db): Promise<Done<ImportedPeople> | Refusal<ImportRefusal>> => {
      const added = await insertPeople(db, people)
      if ('refused' in added) return added
      const present = await db.person.findMany({
        where: { loginId: { in: grants.map((grant) => grant.loginId) } },
        select: { id: true, loginId: true },
      })
      const ids = new Map(present.map((person) => [person.loginId, person.id]))
      await continueWith(db, granter)
      const whole = grants.flatMap(({ loginId, ...grant }) => {
        const personId = ids.get(loginId)
        return personId === undefined ? [] : [{ ...grant, personId }]
      })
      if (whole.length < grants.length) return { refused: 'unknownPerson' }
      const given = await insertGrants(db, granter, whole)
      if ('refused' in given) return given
      const [first, ...others] = [...added.events, ...given.events]
      if (!first) return { refused: 'nothingToDo' }
      return { result: { people: people.length, grants: grants.length }, events: [first, ...others] }
    },
    atLength,
  )
}
