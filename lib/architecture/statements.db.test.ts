import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { powersOver } from '@/app/(portal)/people/[id]/powers'
import { renewable } from '@/app/(portal)/people/renewal/renewable'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { showExport } from '@/lib/features/assets/export-page-queries'
import { readExport } from '@/lib/features/assets/export-schema'
import { prepareAssetForm, prepareNewAsset, prepareTransfer } from '@/lib/features/assets/form-queries'
import { showAssets } from '@/lib/features/assets/list-queries'
import { listPendingMoves } from '@/lib/features/assets/move-queries'
import { showAsset } from '@/lib/features/assets/page-queries'
import { showPrint } from '@/lib/features/assets/print-queries'
import { findAsset } from '@/lib/features/assets/queries'
import { readSearch } from '@/lib/features/assets/search-schema'
import { readTrail } from '@/lib/features/audit-log/queries'
import { readTrailSearch } from '@/lib/features/audit-log/schema'
import { showHome } from '@/lib/features/dashboard/home-queries'
import { showOverview } from '@/lib/features/dashboard/queries'
import { listDepartmentOptions, listDepartments } from '@/lib/features/departments/queries'
import { findJobOverview } from '@/lib/features/jobs/queries'
import { showMail } from '@/lib/features/mail/queries'
import { listNotices } from '@/lib/features/notices/queries'
import { findPerson, listPeople } from '@/lib/features/people/queries'
import { peopleSearchInput } from '@/lib/features/people/search-schema'
import { findMappingsTo } from '@/lib/features/schemes/mapping-queries'
import { showSchemes } from '@/lib/features/schemes/queries'
import { findSignInFacts, listOwnSessions } from '@/lib/features/sessions/queries'
import { readTogether } from '@/lib/platform/read'
import { authorize } from '@/lib/platform/authorize'
import { closeDatabase } from '@/lib/platform/database'
import { resumeSession } from '@/lib/platform/viewer'
import { startStatementProxy, type StatementProxy } from '@/scripts/bench/statement-proxy'
import { bringInOne, importPages } from './import-statements'
import { proposalPages } from './proposal-statements'
import { openReview, reviewPages, type OpenedReview, type Page } from './review-statements'
import { schoolPages } from './school-statements'

let city: SmallCity
let proxies: Record<'reader' | 'writer', StatementProxy>
let [asset, person] = [0n, 0n]
let opened: OpenedReview
let imported: bigint
beforeAll(async () => {
  city = await smallCity()
  asset = city.assets.find(({ code, state }) => code === '110' && state === 'active')?.number ?? 0n
  person = (await city.viewerOf('assetclerk')).personId
  opened = await openReview(city, asset)
  imported = await bringInOne(city)
  await closeDatabase()
  const { readerUrl, writerUrl } = city.database
  proxies = { reader: await startStatementProxy(readerUrl), writer: await startStatementProxy(writerUrl) }
  process.env['DATABASE_URL'] = proxies.reader.urlOf(readerUrl)
  process.env['DATABASE_WRITE_URL'] = proxies.writer.urlOf(writerUrl)
})
afterAll(async () => {
  await closeDatabase()
  await Promise.all([proxies.reader.stop(), proxies.writer.stop()])
  await city.end()
})

/** What each page asks of the database beside who the viewer is, and how many statements that is in all. */
const pages: Record<string, Page> = {
  '/': { as: 'assetmanager', ask: (who) => showHome(authorize(who, 'self.manage')), statements: 6 },
  '/assets': {
    as: 'ciso',
    ask: (who) => showAssets(authorize(who, 'asset.read'), readSearch({ q: '受付簿' })),
    statements: 5,
  },
  '/assets/[number]': {
    as: 'ciso',
    ask: (who) => showAsset(authorize(who, 'asset.read'), asset, null),
    statements: 8,
  },
  '/assets/[number]/dispose': {
    as: 'assetmanager',
    ask: (who) => findAsset(authorize(who, 'asset.dispose'), asset),
    statements: 7,
  },
  '/assets/[number]/edit': {
    as: 'assetmanager',
    ask: (who) => prepareAssetForm(authorize(who, 'asset.edit'), asset),
    statements: 7,
  },
  '/assets/[number]/reclassify': {
    as: 'assetmanager',
    ask: (who) => prepareAssetForm(authorize(who, 'asset.reclassify'), asset),
    statements: 7,
  },
  '/assets/[number]/transfer': {
    as: 'assetclerk',
    ask: (who) => prepareTransfer(authorize(who, 'asset.transfer'), asset),
    statements: 7,
  },
  '/assets/export': {
    as: 'assetclerk',
    ask: (who) => showExport(authorize(who, 'asset.export'), readExport({ q: '受付簿' }, who.today)),
    statements: 5,
  },
  '/assets/print': {
    as: 'assetclerk',
    ask: (who) => {
      const asked = readExport({ columns: 'all' }, who.today)
      if (typeof asked.request === 'string') throw new Error(asked.request)
      return showPrint(authorize(who, 'asset.export'), asked, asked.request)
    },
    statements: 7,
  },
  ...importPages(() => imported),
  '/assets/new': {
    as: 'assetclerk',
    ask: (who) => prepareNewAsset(authorize(who, 'asset.create'), {}),
    statements: 1,
  },
  '/audit-log': {
    as: 'auditor',
    ask: (who) => readTrail(authorize(who, 'audit.read'), readTrailSearch({})),
    statements: 7,
  },
  '/dashboard': { as: 'ciso', ask: (who) => showOverview(authorize(who, 'dashboard.read')), statements: 5 },
  '/departments': {
    as: 'ciso',
    ask: (who) => listDepartments(authorize(who, 'organization.read'), who.today),
    statements: 5,
  },
  '/departments/moves': {
    as: 'secretariat',
    ask: (who) => listPendingMoves(authorize(who, 'asset.moveToSuccessor')),
    statements: 5,
  },
  '/first-password': { as: 'ciso', ask: () => Promise.resolve(), statements: 1 },
  '/jobs': { as: 'portaladmin', ask: (who) => findJobOverview(authorize(who, 'job.read')), statements: 5 },
  '/mail': { as: 'portaladmin', ask: (who) => showMail(authorize(who, 'mail.manage')), statements: 5 },
  '/notices': {
    as: 'assetclerk',
    ask: (who) => listNotices(authorize(who, 'self.manage'), null),
    statements: 5,
  },
  '/password': { as: 'ciso', ask: () => Promise.resolve(), statements: 1 },
  '/people': {
    as: 'ciso',
    ask: async (who) => {
      const actor = authorize(who, 'person.read')
      await readTogether(actor, async () => {
        await listPeople(actor, peopleSearchInput.parse({}))
        await listDepartmentOptions(actor)
      })
    },
    statements: 6,
  },
  '/people/[id]': {
    as: 'ciso',
    ask: async (who) => {
      const actor = authorize(who, 'person.read')
      const found = await readTogether(actor, async () => {
        await listDepartmentOptions(actor)
        return findPerson(actor, person)
      })
      if (!found) throw new Error('nobody there')
      await powersOver(who, found)
    },
    statements: 6,
  },
  '/people/[id]/edit': {
    as: 'portaladmin',
    ask: (who) => findPerson(authorize(who, 'person.manage'), person),
    statements: 5,
  },
  '/people/new': { as: 'portaladmin', ask: () => Promise.resolve(), statements: 1 },
  '/people/renewal': {
    as: 'ciso',
    ask: (who) => renewable(authorize(who, 'grant.manageClerks')),
    statements: 5,
  },
  ...proposalPages(() => asset),
  ...reviewPages(() => opened),
  '/schemes': {
    as: 'ciso',
    ask: (who) => showSchemes(authorize(who, 'scheme.read'), undefined),
    statements: 7,
  },
  '/schemes/mapping': {
    as: 'secretariat',
    ask: (who) => findMappingsTo(authorize(who, 'scheme.edit'), 'municipal-2024', 'municipal-earlier'),
    statements: 5,
  },
  '/sessions': { as: 'ciso', ask: (who) => listOwnSessions(authorize(who, 'self.manage')), statements: 5 },
  '/sign-in': { as: 'ciso', ask: () => findSignInFacts(), statements: 2 },
  ...schoolPages,
}

/** Every statement that goes over the wire, BEGIN, set_config and COMMIT included; the second time, when connections are open. */
async function statementsOf({ as, ask }: Page): Promise<string[]> {
  const secret = await city.secretOf(as)
  const open = async () => {
    const viewer = await resumeSession(secret)
    if (!viewer) throw new Error(`nobody signs in as ${as}`)
    await ask(viewer)
  }
  await open()
  for (const proxy of Object.values(proxies)) proxy.take()
  await open()
  return Object.values(proxies).flatMap((proxy) => proxy.take().map(({ sql }) => sql))
}

describe('a page asks the database in few statements', () => {
  test.each(Object.entries(pages))('%s asks as many as are written down', async (_, page) => {
    const statements = await statementsOf(page)
    expect(statements, statements.join('\n')).toHaveLength(page.statements)
  })

  test('eight are enough for every page', () => {
    const many = Object.keys(pages).filter((route) => (pages[route]?.statements ?? 0) > 8)
    expect(many).toEqual([])
  })

  test('every page of the portal is in this list', () => {
    const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter(
      (file) => path.basename(file) === 'page.tsx',
    )
    const routes = files.map((file) =>
      `/${path.dirname(file).replace(/\([a-z]+\)\/?/gu, '')}`.replace('/.', '/'),
    )
    expect(routes.sort()).toEqual(Object.keys(pages).sort())
  })
})
