import { submitProposals } from '@/lib/features/proposals/submit-commands'
import { authorize } from '@/lib/platform/authorize'
import { change } from '@/lib/platform/change'
import { accepted } from '../sample-city/actors'
import { largestDepartment } from './city-departments'
import type { ReviewBench } from './review-load'

/** So many submissions of one asset each wait for the head of the largest department. */
export async function proposeChanges({ owner, viewerOf }: ReviewBench, count: number): Promise<void> {
  const clerk = authorize(await viewerOf(`clerk-${largestDepartment}`), 'asset.edit')
  const { rows } = await owner.query<{ number: string; version: number }>(
    `select a.number::text, a.version from assets a join departments d on d.id = a.department_id
     where d.code = $1 and a.state = 'active' and a.take_out is distinct from 'unrestricted' and not exists (
       select from proposal_items i where i.asset_number = a.number and i.state in ('open', 'approved'))
     order by a.number limit $2`,
    [largestDepartment, count],
  )
  for (const { number, version } of rows) {
    const wanted = {
      number: BigInt(number),
      version,
      kind: 'change' as const,
      after: { take_out: 'unrestricted' },
      judgement: null,
    }
    const outcome = await change(clerk, async (db) => {
      const sent = await submitProposals(db, [wanted], { origin: 'form', reason: '' })
      if ('refused' in sent) return sent
      const [first, ...others] = sent.events
      if (!first) throw new Error('nothing was submitted')
      return { result: null, events: [first, ...others] }
    })
    accepted(outcome, 'submit')
  }
}
