import { readFile } from 'node:fs/promises'
import type { SmallCity } from '@/e2e/support/small-city'
import { keepFile } from '@/lib/features/imports/upload-commands'
import { showColumns } from '@/lib/features/imports/layout-queries'
import { showMappings } from '@/lib/features/imports/mapping-queries'
import { showRow } from '@/lib/features/imports/mend-queries'
import { showNames } from '@/lib/features/imports/names-queries'
import { showImport, showImports } from '@/lib/features/imports/show-queries'
import { authorize } from '@/lib/platform/authorize'
import { readImports } from '@/lib/platform/jobs/read-imports'
import { accepted } from '@/scripts/sample-city/actors'
import type { Page } from './review-statements'

/** The sample city's ledger in another city: read, and no row of it can come in. */
export async function bringInOne(city: SmallCity): Promise<bigint> {
  const parts = (async function* () {
    yield await readFile('prisma/sample/ledger-internal.csv')
  })()
  const kept = await keepFile(await city.may('assetclerk', 'asset.import'), { name: 'ledger.csv', parts })
  const { id } = accepted(kept, 'ledger.csv')
  const client = await city.writer.connect()
  try {
    await readImports(client, { anchors: null }, () => city.writer.connect())
  } finally {
    client.release(true)
  }
  return id
}

/** What each page of importing asks of the database; `at`: the import. */
export const importPages = (at: () => bigint): Record<string, Page> => ({
  '/assets/import': {
    as: 'assetclerk',
    ask: (who) => showImports(authorize(who, 'asset.import')),
    statements: 5,
  },
  '/assets/import/mappings': {
    as: 'assetclerk',
    ask: (who) => showMappings(authorize(who, 'asset.import')),
    statements: 5,
  },
  '/assets/import/[id]': {
    as: 'assetclerk',
    ask: (who) =>
      showImport(authorize(who, 'asset.import'), at(), { show: null, after: 0, done: null, refused: null }),
    statements: 8,
  },
  '/assets/import/[id]/columns': {
    as: 'assetclerk',
    ask: (who) => showColumns(authorize(who, 'asset.import'), at(), null),
    statements: 6,
  },
  '/assets/import/[id]/names': {
    as: 'assetclerk',
    ask: (who) => showNames(authorize(who, 'asset.import'), at()),
    statements: 6,
  },
  '/assets/import/[id]/rows/[place]': {
    as: 'assetclerk',
    ask: (who) => showRow(authorize(who, 'asset.import'), at(), 1),
    statements: 6,
  },
})
