import type { AssetContent } from '@/lib/domain/asset-content'
import { draftAssets } from '@/lib/features/assets/commands'
import { findAsset } from '@/lib/features/assets/queries'
import { decideProposals } from '@/lib/features/proposals/commands'
import { anAsset } from '@/lib/testing/asset-draft'
import { registerThrough, waitingFor } from '@/lib/testing/registered'
import { accepted } from '@/scripts/sample-city/actors'
import type { SmallCity } from './small-city'

/** What tests of commands do again and again in the small city, each by the person whose task it is. */
export function workOf(city: SmallCity) {
  const departmentOf = (code: string) => city.departmentIds.get(code) ?? 0n
  const draft = (code: string, name: string, content: Partial<AssetContent> = {}) =>
    anAsset({ departmentId: departmentOf(code), schemes: city.schemes, ...content, name })
  const written = async (code: string, name: string, content?: Partial<AssetContent>): Promise<bigint> => {
    const clerk = await city.may(`clerk-${code}`, 'asset.create')
    return accepted(await draftAssets(clerk, [draft(code, name, content)]), name).numbers[0] ?? 0n
  }
  const registered = async (code: string, name: string, content?: Partial<AssetContent>): Promise<bigint> => {
    const number = await written(code, name, content)
    await registerThrough(city.may, `clerk-${code}`, [`manager-${code}`], [number])
    return number
  }
  const seen = async (number: bigint, login = 'auditor') => {
    const found = await findAsset(await city.may(login, 'asset.read'), number)
    if (!found) throw new Error(`asset ${number} is not there`)
    return found.asset
  }
  /** How the one proposal that waits for an asset goes on when this person approves. */
  const decidedBy = async (login: string, number: bigint) => {
    const [waiting] = await waitingFor(await city.may('auditor', 'asset.read'), [number])
    if (!waiting) throw new Error(`nothing waits for ${number}`)
    const actor = await city.may(login, 'proposal.decide')
    const [decided] = await decideProposals(actor, [{ ...waiting, act: 'approve' }])
    return decided?.outcome
  }
  const events = async (number: bigint): Promise<string[]> => {
    const { rows } = await city.database.ownerPool.query<{ action: string }>(
      `select action from audit_events where subject_type = 'assets' and subject_id = $1 order by id`,
      [String(number)],
    )
    return rows.map((row) => row.action)
  }
  const scheme = () => ({ schemeId: city.schemes.municipal, schemeFamily: 'municipal' as const })
  return { departmentOf, draft, written, registered, seen, decidedBy, events, scheme }
}
