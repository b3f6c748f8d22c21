import { listEditable } from '@/lib/features/assets/bulk-queries'
import { prepareMerge } from '@/lib/features/assets/merge-queries'
import { readSearch } from '@/lib/features/assets/search-schema'
import { prepareUndo } from '@/lib/features/assets/undo-queries'
import { showDeputies } from '@/lib/features/deputies/queries'
import { showInbox } from '@/lib/features/proposals/inbox-queries'
import { showProposal } from '@/lib/features/proposals/queries'
import { authorize } from '@/lib/platform/authorize'
import type { Page } from './review-statements'

/** What the pages of approval ask of the database, and in how many statements: for statements.db.test.ts. */
export function proposalPages(asset: () => bigint): Record<string, Page> {
  return {
    '/assets/[number]/merge': {
      as: 'assetclerk',
      ask: (who) => prepareMerge(authorize(who, 'asset.merge'), asset(), [], ''),
      statements: 6,
    },
    '/assets/[number]/undo': {
      as: 'assetclerk',
      ask: (who) => prepareUndo(authorize(who, 'asset.reclassify'), asset(), null),
      statements: 6,
    },
    '/assets/bulk': {
      as: 'assetclerk',
      ask: (who) => listEditable(authorize(who, 'asset.edit'), readSearch({})),
      statements: 5,
    },
    '/deputies': {
      as: 'ciso',
      ask: (who) => showDeputies(authorize(who, 'self.manage')),
      statements: 5,
    },
    '/inbox': {
      as: 'assetmanager',
      ask: (who) => showInbox(authorize(who, 'self.manage'), null),
      statements: 5,
    },
    '/proposals/[id]': {
      as: 'assetmanager',
      ask: (who) => showProposal(authorize(who, 'asset.read'), 1n, 0),
      statements: 5,
    },
  }
}
