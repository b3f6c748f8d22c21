import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { rawDoor } from '@/e2e/support/small-city-raw'
import { departmentsOf } from '@/e2e/support/small-city-reach'
import { rawSql } from '@/e2e/support/small-city-sessions'
import { holds, permissions, reachOf, within } from '@/lib/domain/access'
import { resumeSession } from '@/lib/platform/viewer'
import { smallCityMoment } from '@/lib/testing/small-city'

let city: SmallCity
beforeAll(async () => {
  city = await smallCity()
})
afterAll(() => city.end())

const deputy = 'clerk-400'
type Answer = { permission: string; held: boolean; codes: string[] }

/** What the code concludes from the viewer's grants, as each request does. */
async function accordingToCode(login: string): Promise<Answer[]> {
  const viewer = await resumeSession(await city.secretOf(login))
  if (!viewer) throw new Error(`${login} is nobody`)
  const departments = await departmentsOf(city)
  return permissions.map((permission) => {
    const reach = reachOf(viewer.grants, permission, departments, viewer.today)
    const codes = [...city.departmentIds].filter(([, id]) => within(reach, id)).map(([code]) => code)
    return { permission, held: holds(viewer.grants, permission, viewer.today), codes: codes.sort() }
  })
}

async function accordingToDatabase(login: string, at = smallCityMoment): Promise<Answer[]> {
  const sql = `select p.permission, holds(p.permission) as held,
      array(select d.code from departments d where d.id = any (reach(p.permission)) order by d.code collate "C") as codes
    from unnest($1::text[]) with ordinality p(permission, place) order by p.place`
  const secret = await city.secretOf(login)
  const { rows } = await rawSql(city.reader, sql, { secret, at, values: [permissions] })
  return rows as Answer[]
}
const codesOf = (answers: Answer[], wanted: string) =>
  answers.find(({ permission }) => permission === wanted)?.codes

test.each(['ciso', 'chiefofficer', 'educationchief', 'bureauofficer', 'assetmanager', 'educationofficer'])(
  'a deputy of %s reaches what the post reaches, for that day, by the permissions of a deputy and no others',
  async (principal) => {
    const [named] = await rawDoor(city).arrange(
      `insert into deputies (principal_id, deputy_id, grant_id, valid_from, until, reason, named_by)
       select g.person_id, d.id, g.id, app_today(), app_today(), 'away', 1
       from set_config('app.permission', 'grant.manageApprovers', true) p, grants g join people o on o.id = g.person_id, people d
       where o.login_id = $1 and d.login_id = $2 returning id`,
      principal,
      deputy,
    )
    const answers = await accordingToDatabase(deputy)
    expect(answers).toEqual(await accordingToCode(deputy))
    const ofPost = await accordingToDatabase(principal)
    const read = new Set([...(codesOf(ofPost, 'asset.read') ?? []), '400'])
    expect(codesOf(answers, 'proposal.decide')).toEqual(codesOf(ofPost, 'proposal.decide'))
    expect(codesOf(answers, 'asset.read')).toEqual([...read].sort())
    expect(codesOf(answers, 'asset.edit')).toEqual(['400'])
    expect(
      codesOf(await accordingToDatabase(deputy, '2026-03-11T00:00:00+09:00'), 'proposal.decide'),
    ).toEqual([])
    await rawDoor(city).arrange('update deputies set ended_on = app_today() where id = $1', named?.['id'])
  },
)
