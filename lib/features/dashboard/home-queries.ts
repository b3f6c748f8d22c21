import 'server-only'
import { addYears } from '@/lib/domain/calendar'
import { listReviews } from '@/lib/features/reviews/queries'
import { authorize, may, type May } from '@/lib/platform/authorize'
import { read, readTogether } from '@/lib/platform/read'
import { homeTasks, type HomeTasks } from './home-schema'

/** Grants that end within so many days are worth a word. */
export const endingWithin = 60
/** So many drafts are named; the rest is a number with a link. */
const shownDrafts = 5
/** Counting stops here, as the list's does. */
const countCap = 1000

/** The first page: what waits, and the reviews that run and hold assets within this person's reach. */
export async function showHome(actor: May<'self.manage'>) {
  const { viewer } = actor
  return readTogether(actor, async () => {
    const [found, reviews] = await Promise.all([
      showHomeTasks(actor),
      may(viewer, 'review.read') ? listReviews(authorize(viewer, 'review.read')) : null,
    ])
    return { found, reviews: reviews ? reviews.open.filter(({ rows }) => rows > 0) : [] }
  })
}

/**
 * What waits for this person, in one statement. Counts come from the function that also counts the ledger's list, so
 * that a number and the list it opens agree.
 */
export async function showHomeTasks(actor: May<'self.manage'>): Promise<HomeTasks> {
  const { viewer } = actor
  // An auditor looks at everything and is waited for by nobody.
  const reads = may(viewer, 'asset.read') && viewer.grants.some((grant) => grant.role !== 'auditor')
  const edits = may(viewer, 'asset.edit')
  const oversees = reads && !edits
  const filters = {
    drafts: JSON.stringify({ state: ['draft'] }),
    unclassifiedDrafts: JSON.stringify(unclassified('draft')),
    unclassified: JSON.stringify(unclassified('active')),
    unconfirmed: JSON.stringify({ state: ['active'], unconfirmedBefore: addYears(viewer.today, -1) }),
  }
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<{ tasks: unknown }[]>`
      with mine as (
        select a.number, a.name, a.department_id, a.classification_id is not null as classified
        from assets a
        where a.state = 'draft' and ${edits}::boolean and a.submitted_by = (select viewer_id())
          and a.department_id = any ((select reach('asset.edit'))::bigint[])
          and not exists (select from proposal_items i where i.asset_number = a.number and i.state in ('open', 'approved'))
      ), named as (
        select m.number, m.name, d.name as department, m.classified
        from mine m join departments d on d.id = m.department_id order by m.classified desc, m.number limit ${shownDrafts}
      ), sent as (
        select p.id, p.title from proposals p where p.submitted_by = (select viewer_id()) and p.state = 'submitted'
      )
      select jsonb_build_object(
        'own', case when ${edits}::boolean then (select count(*) from mine) end,
        'isLedgerEmpty', ${may(viewer, 'asset.import')}::boolean and not exists (select from assets a
          where a.department_id = any ((select reach('asset.import'))::bigint[])),
        'sent', (select count(*) from sent),
        'proposals', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id::text, 'title', f.title) order by f.id), '[]')
          from (select * from sent order by id limit ${shownDrafts}) f),
        'draftsInReach', case when ${oversees}::boolean then count_found_assets(${filters.drafts}::jsonb, ${countCap}::int) end,
        'unclassifiedDrafts', case when ${edits}::boolean then count_found_assets(${filters.unclassifiedDrafts}::jsonb, ${countCap}::int) end,
        'unclassified', case when ${oversees}::boolean then count_found_assets(${filters.unclassified}::jsonb, ${countCap}::int) end,
        'unconfirmed', case when ${reads}::boolean then count_found_assets(${filters.unconfirmed}::jsonb, ${countCap}::int) end,
        'drafts', (select coalesce(jsonb_agg(jsonb_build_object('number', n.number::text, 'name', n.name, 'department', n.department,
          'isClassified', n.classified) order by n.classified desc, n.number), '[]') from named n),
        'ending', (select coalesce(jsonb_agg(jsonb_build_object('person', e.person, 'role', e.role, 'department', e.department,
          'until', e.until)), '[]') from ending_grants(${endingWithin}::int) e),
        'closed', case when ${may(viewer, 'asset.moveToSuccessor')}::boolean then (
          select coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'assets', c.assets) order by c.code), '[]')
          from (select d.code, d.name, sum(n.assets)::bigint as assets from departments d join asset_counts n on n.department_id = d.id
            where d.valid_to < app_today() and n.state in ('draft', 'active') group by d.code, d.name having sum(n.assets) > 0) c
        ) else '[]' end
      ) as tasks`,
  )
  return homeTasks.parse(row?.tasks)
}

function unclassified(state: string) {
  return { state: [state], confidentiality: ['none'], importance: ['none'] }
}
