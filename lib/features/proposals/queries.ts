import 'server-only'
import { findDepartmentNames, findVocabulary } from '@/lib/features/assets/vocabulary-queries'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import { proposalDetail } from './detail-schema'
import { shownProposal } from './words-queries'

const pageSize = 100

/** One proposal in words, a hundred of its items from `after` on; null when it is not there or out of reach. */
export async function showProposal(actor: May<'asset.read'>, id: bigint, after: number) {
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<{ found: unknown }[]>`
      select proposal_detail(${id}::bigint, ${after}::int, ${pageSize}::int) as found`,
  )
  const found = proposalDetail.nullable().parse(row?.found ?? null)
  if (!found) return null
  const proposal = shownProposal(found, {
    vocabulary: await findVocabulary(actor),
    names: await findDepartmentNames(actor),
  })
  const last = found.items.at(-1)?.place ?? after
  const hasMore = found.items.length === pageSize && last < found.itemCount
  return { proposal, nextHref: hasMore ? `/proposals/${proposal.id}?after=${last}` : undefined }
}
