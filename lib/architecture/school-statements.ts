import { findSchool, listSchools } from '@/lib/features/standard-assets/school-queries'
import { authorize } from '@/lib/platform/authorize'
import type { Page } from './review-statements'

/** The pages of the schools beside the standard ledger, and in how many statements each asks. */
export const schoolPages: Record<string, Page> = {
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
