import {
  findStandardAsset,
  listImportanceLevels,
  listStandardAssets,
} from '@/lib/features/standard-assets/queries'
import { findSchool, listSchools } from '@/lib/features/standard-assets/school-queries'
import { authorize } from '@/lib/platform/authorize'
import { readTogether } from '@/lib/platform/read'
import type { Page } from './review-statements'

/** The pages of the standard ledger and of the schools beside it, and in how many statements each asks. */
export const schoolPages: Record<string, Page> = {
  '/standard-ledger': {
    as: 'ciso',
    ask: (who) => listStandardAssets(authorize(who, 'standardLedger.read')),
    statements: 5,
  },
  '/standard-ledger/[id]/edit': {
    as: 'educationofficer',
    ask: async (who) => {
      const actor = authorize(who, 'standardLedger.edit')
      await readTogether(actor, async () => {
        await findStandardAsset(actor, 1n)
        await listImportanceLevels(actor)
      })
    },
    statements: 6,
  },
  '/standard-ledger/new': {
    as: 'educationofficer',
    ask: (who) => listImportanceLevels(authorize(who, 'standardLedger.edit')),
    statements: 5,
  },
  '/standard-ledger/schools': {
    as: 'educationofficer',
    ask: (who) => listSchools(authorize(who, 'standardLedger.read')),
    statements: 5,
  },
  '/standard-ledger/schools/[code]': {
    as: 'educationofficer',
    ask: (who) => findSchool(authorize(who, 'standardLedger.read'), '331'),
    statements: 5,
  },
}
