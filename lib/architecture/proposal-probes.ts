import type pg from 'pg'
import { expect } from 'vitest'
import type { SmallCity } from '@/e2e/support/small-city'
import type { Expected } from '@/e2e/support/small-city-reach'
import { tablesShown } from './permission-surface'

type Ask = <T>(login: string | null, expression: string, values?: unknown[]) => Promise<T>
type Shown = { id: string; items: { number: string }[] }
type Proposed = { id: string; isInReach: boolean; isForMe: boolean; waitsFor: string | null }

/** Every proposal, as the code's own rules say who sees it (permission-surface.ts). */
async function proposalsFor(
  pool: pg.Pool,
  { reached, opened, personId, held }: Expected,
): Promise<Proposed[]> {
  const { rows } = await pool.query<Proposed>(
    `select t.id::text, coalesce(${tablesShown['proposals'] ?? ''}, false) as "isInReach",
       exists (select from approval_steps s cross join lateral deciders(s.duty, s.department_id) x
         where s.proposal_id = t.id and s.state = 'waiting' and x.person_id = v.person) as "isForMe",
       (select i.asset_number::text from proposal_items i where i.proposal_id = t.id and i.state = 'open') as "waitsFor"
     from proposals t, (select $1::bigint[] as reached, $2::bigint[] as opened, $3::bigint as person, $4::text[] as held) v order by t.id`,
    [reached, opened, personId, held],
  )
  return rows
}

type Probe = (login: string | null, city: SmallCity, expectation: Expected) => Promise<void>

/** What the functions over proposals show, against who sees which proposal: for reach-shown.db.test.ts. */
export const proposalProbes = (askOne: Ask, owner: () => pg.Pool): Record<string, Probe> => ({
  'proposal_in_reach(bigint)': async (login, _city, expectation) => {
    for (const { id, isInReach } of await proposalsFor(owner(), expectation))
      expect([id, await askOne(login, 'proposal_in_reach($1)', [id])]).toEqual([id, isInReach])
  },
  'proposal_for_me(bigint)': async (login, _city, expectation) => {
    for (const { id, isForMe } of await proposalsFor(owner(), expectation))
      expect([id, await askOne(login, 'proposal_for_me($1)', [id])]).toEqual([id, isForMe])
  },
  'proposal_detail(bigint,integer,integer)': async (login, _city, expectation) => {
    for (const { id, isInReach, isForMe } of await proposalsFor(owner(), expectation)) {
      const detail = await askOne<Shown | null>(login, 'proposal_detail($1, 0, 100)', [id])
      expect([id, detail !== null]).toEqual([id, isInReach])
      for (const { number } of detail?.items ?? [])
        expect(isForMe || expectation.numbers.includes(BigInt(number))).toBe(true)
    }
  },
  'open_proposal(bigint)': async (login, { assets }, expectation) => {
    const all = await proposalsFor(owner(), expectation)
    for (const { number } of assets) {
      const open = await askOne<Shown | null>(login, 'open_proposal($1)', [number])
      const waiting = all.find((proposal) => proposal.waitsFor === String(number))
      const isShown = waiting !== undefined && (waiting.isForMe || expectation.numbers.includes(number))
      expect([number, open?.id ?? null]).toEqual([number, isShown ? waiting.id : null])
    }
  },
  'returned_of_asset(bigint)': async (login, { assets }, expectation) => {
    const { rows } = await owner().query<{ number: string }>(
      `select i.asset_number::text as number from proposal_items i join proposals p on p.id = i.proposal_id
       where p.state = 'returned' and p.id = (select max(n.proposal_id) from proposal_items n where n.asset_number = i.asset_number)`,
    )
    for (const { number } of assets) {
      const isShown =
        expectation.numbers.includes(number) && rows.some((row) => row.number === String(number))
      if (!isShown)
        expect([number, await askOne(login, 'returned_of_asset($1)', [number])]).toEqual([number, null])
    }
  },
  'inbox_page(jsonb,integer,text)': async (login, _city, expectation) => {
    const page = await askOne<{ entries: { proposal: Shown }[] }>(login, 'inbox_page(null, 100)')
    const inReach = (await proposalsFor(owner(), expectation))
      .filter(({ isForMe }) => isForMe)
      .map(({ id }) => id)
    for (const { proposal } of page.entries) expect(inReach).toContain(proposal.id)
  },
  'deputy_page()': async (login, _city, { held }) => {
    const page = await askOne<{ posts: { isOwn: boolean }[]; people: object[]; deputies: object[] } | null>(
      login,
      'deputy_page()',
    )
    const { rows } = await owner().query<{ all: number }>('select count(*)::int as all from deputies')
    if (held.length === 0) {
      expect(page).toBeNull()
      return
    }
    const forOthers = held.includes('grant.manageApprovers')
    expect(page?.posts.some(({ isOwn }) => !isOwn)).toBe(forOthers)
    expect((page?.posts.length ?? 0) > 0).toBe(forOthers || held.includes('deputy.name'))
    if (page?.posts.length === 0) expect(page.people).toEqual([])
    if (held.includes('person.read')) expect(page?.deputies).toHaveLength(rows[0]?.all ?? 0)
  },
})
