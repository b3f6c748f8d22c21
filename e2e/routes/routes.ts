import { readdirSync } from 'node:fs'
import path from 'node:path'
import { nextVersion } from '../support/earlier-levels'
import { numberOf, personOf } from '../support/ledger'
import type { Portal } from '../support/portal'
import { assetViews } from './asset-views'
import { filledJobs, noticeViews } from './notice-views'
import { importViews } from './import-views'
import { reviewViews } from './review-views'
import type { View } from './view'

const at =
  (below = '') =>
  async (portal: Portal) =>
    `/assets/${await numberOf(portal, '戸籍情報システム')}${below}`
const person =
  (below = '') =>
  async (portal: Portal) =>
    `/people/${await personOf(portal, 'shirei-tanto')}${below}`
const view = (loginId: string | null, address: View['address'] | string, as?: string): View => ({
  loginId,
  address: typeof address === 'string' ? () => address : address,
  ...(as === undefined ? {} : { as }),
})

/** Every route of the app with the views of it that are tested: filled, and empty where it can be. */
export const views: Record<string, View[]> = {
  // Every role's first page: dashboard/home.spec.ts.
  '/': [view('shimin-tanto', '/'), view('kansa', '/')],
  '/sign-in': [view(null, '/sign-in'), view(null, '/sign-in?signedOut=1', 'after signing out')],
  '/assets': [
    view('ciso', '/assets?sort=level&direction=desc'),
    view('ciso', '/assets?zone=myNumber&kind=paper&personal=personal', 'narrowed'),
    view('ciso', '/assets?q=ありえない名称', 'without a match'),
    view('senkyo-tanto', '/assets', 'of a department without assets'),
  ],
  '/assets/export': [
    view('shimin-tanto', '/assets/export'),
    view(
      'ciso',
      '/assets/export?zone=myNumber&columns=chosen&column=name&asOf=令和8年3月31日',
      'with choices',
    ),
    view('ciso', '/assets/export?asOf=2月30日', 'with a day that does not exist'),
    view('senkyo-tanto', '/assets/export?refused=busy', 'when others are writing'),
    view('shimin-tanto', '/assets/export?columns=all&encoding=cp932&refused=lacking', 'asked for CP932'),
  ],
  '/assets/print': [
    view('shimin-tanto', '/assets/print?columns=screen'),
    view('ciso', '/assets/print?columns=all&department=0610', 'with every column'),
    view('senkyo-tanto', '/assets/print', 'of a department without assets'),
  ],
  '/assets/new': [
    view('shimin-tanto', '/assets/new'),
    view('shimin-tanto', '/assets/new?kind=paper&department=0610', 'second step, paper'),
    view('mama-tanto', '/assets/new?kind=information&department=7002', 'second step, school'),
  ],
  '/assets/[number]': [view('shimin-kacho', at()), view('ciso', schoolAsset, 'of a school')],
  '/assets/[number]/edit': [view('shimin-tanto', at('/edit'))],
  '/assets/[number]/reclassify': [view('shimin-kacho', at('/reclassify'))],
  '/assets/[number]/dispose': [view('shimin-kacho', at('/dispose'))],
  '/assets/[number]/transfer': [view('shimin-tanto', at('/transfer'))],
  ...assetViews,
  '/inbox': [
    view('shimin-kacho', '/inbox'),
    view('kansa', '/inbox', 'with nothing that waits'),
    view('shimin-kacho', '/inbox?kind=approval', 'of one kind'),
    view('jimukyoku', '/inbox?kind=stuck', 'of a kind of which nothing waits'),
    view('shimin-kacho', '/inbox?after=2126-01-01T00:00:00Z~approval-1', 'past the last page'),
    view(
      'shimin-kacho',
      '/inbox?done=decided&approved=2&passed=1&baseChanged=1&refused=1',
      'after a decision',
    ),
  ],
  '/deputies': [
    view('ciso', '/deputies'),
    view('shimin-kacho', '/deputies?done=named', 'of a head'),
    view('shimin-tanto', '/deputies', 'of whom nobody asked'),
  ],
  '/proposals/[id]': [
    view('shimin-kacho', proposal, 'by who may decide'),
    view('shimin-tanto', proposal, 'by who may take it back'),
  ],
  '/dashboard': [
    view('ciso', '/dashboard'),
    view('senkyo-tanto', '/dashboard', 'of a department without assets'),
  ],
  '/departments': [
    view('shimin-tanto', '/departments'),
    view('shimin-tanto', '/departments?q=ありえない課', 'without a match'),
  ],
  '/departments/moves': [view('jimukyoku', '/departments/moves')],
  '/people': [view('jimukyoku', '/people'), view('admin', '/people?q=ありえない人', 'without a match')],
  '/people/new': [view('jimukyoku', '/people/new')],
  '/people/[id]': [
    view('soukatsu', person(), 'by who gives roles'),
    view('admin', person(), 'by the administrator'),
  ],
  '/people/[id]/edit': [view('jimukyoku', person('/edit'))],
  '/people/renewal': [view('jimukyoku', '/people/renewal')],
  ...reviewViews,
  ...importViews,
  '/schemes': [
    view('shimin-tanto', '/schemes'),
    view('jimukyoku', '/schemes?version=municipal-2024&done=mapping', 'with a mapping'),
  ],
  '/schemes/mapping': [
    view('jimukyoku', '/schemes/mapping?from=municipal-earlier&to=municipal-2024', 'written already'),
    view('jimukyoku', unwrittenMapping, 'not written yet'),
  ],
  '/standard-ledger': [view('kyoiku-kacho', '/standard-ledger')],
  '/standard-ledger/new': [view('kyoiku-kacho', '/standard-ledger/new')],
  '/standard-ledger/[id]/edit': [view('kyoiku-kacho', standardAsset)],
  '/standard-ledger/schools': [
    view('kyoiku-kacho', '/standard-ledger/schools'),
    view('kyoiku-kacho', '/standard-ledger/schools?choose=all&derived=12&of=3', 'after it is done'),
    view('mama-kocho', '/standard-ledger/schools?refused=tooMany', 'when a workbook would be too long'),
    view('shimin-tanto', '/standard-ledger/schools', 'without a school in reach'),
  ],
  '/standard-ledger/schools/[code]': [
    view('kyoiku-kacho', '/standard-ledger/schools/7002'),
    view('kyoiku-kacho', '/standard-ledger/schools/7003', 'of a school without a ledger'),
    view('mama-tanto', '/standard-ledger/schools/7002', 'by the school itself'),
  ],
  '/audit-log': [
    view('kansa', '/audit-log'),
    view('ciso', '/audit-log?from=令和8年2月30日', 'with a day that does not exist'),
    view('kansa', '/audit-log?person=nobody-at-all', 'without a match'),
  ],
  '/jobs': [view('admin', '/jobs'), view('admin', filledJobs, 'with a job that was given up')],
  ...noticeViews,
  '/sessions': [view('shimin-tanto', '/sessions')],
  '/password': [view('shimin-tanto', '/password')],
}

/** Routes whose page has its own spec, because it takes more than an address to get there. */
export const elsewhere: Record<string, string> = { '/first-password': 'sessions/first-day.spec.ts' }

async function schoolAsset(portal: Portal): Promise<string> {
  const { rows } = await portal.database.ownerPool.query<{ number: string }>(
    "select number::text from assets where scheme_family = 'education' and state = 'active' order by number limit 1",
  )
  return `/assets/${rows[0]?.number ?? ''}`
}

/** From the levels of 2024 to a version that is being prepared; made once a database. */
async function unwrittenMapping(portal: Portal): Promise<string> {
  await nextVersion(portal)
  return '/schemes/mapping?from=municipal-2024&to=municipal-next'
}

/** A registration of 市民課 that waits for approval. */
async function proposal(portal: Portal): Promise<string> {
  const { rows } = await portal.database.ownerPool.query<{ id: string }>(
    `select p.id::text from proposals p join departments d on d.id = p.department_id
     where d.name = '市民課' and p.state = 'submitted' order by p.id limit 1`,
  )
  return `/proposals/${rows[0]?.id ?? ''}`
}

async function standardAsset(portal: Portal): Promise<string> {
  const { rows } = await portal.database.ownerPool.query<{ id: string }>(
    'select id::text from standard_assets order by id limit 1',
  )
  return `/standard-ledger/${rows[0]?.id ?? ''}/edit`
}

/** The routes that the folders of app/ make: `(portal)` is no part of an address. */
export function routesOfApp(): string[] {
  const root = path.resolve(import.meta.dirname, '../../app')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const pages = files.filter((file) => path.basename(file) === 'page.tsx')
  return pages.map((file) => {
    const folders = path.dirname(file).split(path.sep)
    return `/${folders.filter((folder) => folder !== '.' && !folder.startsWith('(')).join('/')}`
  })
}
