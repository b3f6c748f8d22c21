import 'server-only'
import type { TakeOut } from '@/lib/domain/asset'
import { anAssetContent } from '@/lib/domain/asset-content'
import { audienceOf } from '@/lib/domain/audience-spelling'
import { unclassified } from '@/lib/domain/classification'
import { kindByMedium, needsZone } from '@/lib/domain/medium'
import type { SubmitRefusal } from '@/lib/domain/proposal-answers'
import type { ZoneCode } from '@/lib/domain/reference'
import { done, writeDrafts, type AssetDraft, type DraftRefusal } from '@/lib/features/assets/commands'
import { submitProposals } from '@/lib/features/proposals/submit-commands'
import { schoolLabels as words } from '@/lib/labels/schools'
import type { May } from '@/lib/platform/authorize'
import { atLength, change, type Outcome } from '@/lib/platform/change'
import type { WriteDb } from '@/lib/platform/database'
import { comparison } from './school-queries'
import type { DeriveWish } from './school-schema'

export type DeriveRefusal = 'nothingMissing' | 'oldScheme' | 'tooMany' | DraftRefusal | SubmitRefusal
/** So many rows are written and submitted at once; a city's schools beyond that are derived in parts. */
const most = 5_000
/** Two who press at once would both find the same rows missing. */
const deriving = 7_229_015

type Missing = {
  departmentId: bigint
  standardId: bigint
  name: string
  schemeId: bigint
  isInForce: boolean
  importance: string
  zoneCode: string | null
  medium: string | null
  storageLocation: string | null
  userScope: string | null
  takeOut: string | null
  retention: string | null
}

/**
 * What these schools lack of the standard ledger becomes drafts of theirs, submitted for registration: one proposal a
 * school and chain, for its head to approve in one go. All or nothing.
 */
export async function deriveSchoolLedgers(
  actor: May<'standardLedger.derive'>,
  { school }: DeriveWish,
): Promise<Outcome<{ rows: number; schools: number }, DeriveRefusal>> {
  return change<'standardLedger.derive', { rows: number; schools: number }, DeriveRefusal>(
    actor,
    async (db) => {
      const missing = await missingOf(db, school)
      if (missing.length === 0) return { refused: 'nothingMissing' }
      if (missing.length > most) return { refused: 'tooMany' }
      if (!missing.every(({ isInForce }) => isInForce)) return { refused: 'oldScheme' }
      const drafts = missing.map((row) => draftOf(row, actor.viewer.today))
      const written = await writeDrafts(db, actor, drafts)
      if ('refused' in written) return written
      const rows = await db.asset.findMany({
        where: { number: { in: written.numbers } },
        select: { number: true, version: true },
      })
      const changes = rows.map((row) => ({
        ...row,
        kind: 'registration' as const,
        after: { state: 'active' },
        judgement: null,
      }))
      const submitted = await submitProposals(db, changes, { origin: 'import', reason: words.submitReason })
      if ('refused' in submitted) return submitted
      const schools = new Set(missing.map(({ departmentId }) => departmentId)).size
      const event = {
        action: 'standardAsset.derived',
        subjectType: 'standard_assets',
        subjectId: null,
        reason: words.derivedReason(schools, missing.length),
        details: { schools, rows: missing.length },
      } as const
      return done({ rows: missing.length, schools }, [...written.events, ...submitted.events, event])
    },
    atLength,
  )
}

async function missingOf(db: WriteDb, schools: readonly string[]): Promise<Missing[]> {
  await db.$executeRaw`select pg_advisory_xact_lock(${deriving})`
  return db.$queryRaw<Missing[]>`
    with ${comparison(schools)}
    select d.id as "departmentId", s.id as "standardId", s.name, s.scheme_id as "schemeId", x.status = 'inForce' as "isInForce",
      s.importance, s.zone_code as "zoneCode", s.medium, s.storage_location as "storageLocation",
      s.user_scope as "userScope", s.take_out as "takeOut", s.retention
    from schools d cross join standard_assets s join classification_schemes x on x.id = s.scheme_id
    where not exists (select from compared c where c.department_id = d.id and c.standard_id = s.id)
    order by d.code, s.sort_order, s.id`
}

/** The same as a row of a school's ledger that says no 種別: by its medium, and 対象外 where no zone is needed. */
function draftOf(row: Missing, today: string): AssetDraft {
  const kindCode = kindByMedium(row.medium)
  const zone = row.zoneCode as ZoneCode | null
  return {
    departmentId: row.departmentId,
    standardAssetId: row.standardId,
    scheme: { schemeId: row.schemeId, schemeFamily: 'education' },
    content: anAssetContent({
      name: row.name,
      kindCode,
      zone: zone ?? (needsZone(kindCode, row.medium) ? null : 'notApplicable'),
      medium: row.medium,
      storageLocation: row.storageLocation,
      userScope: row.userScope,
      takeOut: row.takeOut as TakeOut | null,
      retention: row.retention,
      registeredOn: today,
    }),
    classification: {
      schemeId: row.schemeId,
      levels: { ...unclassified, importance: row.importance },
      audience: audienceOf(row.importance, row.userScope ?? ''),
      reason: words.classificationReason,
      occasion: 'import',
      answers: null,
      proposed: null,
    },
  }
}
