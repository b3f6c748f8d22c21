import type { Permission } from '@/lib/domain/access'
import { submitForRegistration } from '@/lib/features/assets/submit-commands'
import { decideProposals } from '@/lib/features/proposals/commands'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'

type AsPerson = <P extends Permission>(login: string, permission: P) => Promise<May<P>>

/** Drafts become 有効 as in the portal: the clerk submits, the manager approves, and then whoever else has to. */
export async function registerThrough(
  may: AsPerson,
  clerk: string,
  approvers: readonly string[],
  numbers: readonly bigint[],
): Promise<void> {
  const editor = await may(clerk, 'asset.edit')
  const seen = await read(
    editor,
    (db) => db.$queryRaw<{ number: bigint; version: number }[]>`
      select number, version from assets where number = any (${numbers}::bigint[]) order by number`,
  )
  const submitted = await submitForRegistration(editor, seen)
  if ('refused' in submitted) throw new Error(`${clerk}: ${submitted.refused}`)
  await approveThrough(may, approvers, numbers)
}

/** What waits for these assets is approved by these people, one after the other. */
export async function approveThrough(
  may: AsPerson,
  approvers: readonly string[],
  numbers: readonly bigint[],
): Promise<void> {
  for (const login of approvers) {
    const actor = await may(login, 'proposal.decide')
    const waiting = await waitingFor(actor, numbers)
    const decided = await decideProposals(
      actor,
      waiting.map((proposal) => ({ ...proposal, act: 'approve' })),
    )
    const refused = decided.filter(({ outcome }) => outcome !== 'approved' && outcome !== 'passed')
    if (decided.length === 0 || refused.length > 0)
      throw new Error(`${login}: ${refused.map(({ outcome }) => outcome).join() || 'nothing waits'}`)
  }
}

/** The open proposals of these assets, as somebody sees them. */
export async function waitingFor(
  actor: May<Permission>,
  numbers: readonly bigint[],
): Promise<{ id: bigint; version: number }[]> {
  return read(
    actor,
    (db) => db.$queryRaw<{ id: bigint; version: number }[]>`
      select distinct p.id, p.version from proposals p join proposal_items i on i.proposal_id = p.id
      where p.state = 'submitted' and i.state = 'open' and i.asset_number = any(${[...numbers]}::bigint[])
      order by p.id`,
  )
}
