import pg from 'pg'
import type { AnchorPlace } from './anchors'
import type { Finding, Verdict } from './finding'
import { verifyChain } from './verify-chain'
import { verifyGuards } from './verify-guards'
import { verifyProposals } from './verify-proposals'
import { verifyReviews } from './verify-reviews'
import { verifyRows } from './verify-rows'

/** Enough to see what happened; what follows from one break would fill the screen. */
const mostFindings = 50

/**
 * Checks the whole trail as the database's owner, in one snapshot, beside ordinary work and in constant memory:
 * the chain, the anchors, that each row of a versioned table equals what its last event left (decision 14), and that the
 * items of each proposal, the frozen scope of each review and its answers are those that were submitted and certified.
 * @param place null: without the key nobody can compare the anchors, and the verdict says so
 */
export async function verifyTrail(ownerUrl: string, place: AnchorPlace | null): Promise<Verdict> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined) // the query in flight fails with the same message
  await client.connect()
  const findings: Finding[] = []
  const report = (finding: Finding) => {
    if (findings.length < mostFindings) findings.push(finding)
  }
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(`select set_config('search_path', 'pg_catalog, ' || quote_ident(current_schema()) || ', pg_temp', true),
      set_config('timezone', 'UTC', true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true),
      set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`)
    const chain = await verifyChain(client, place, report)
    const tables = await verifyRows(client, report)
    await verifyProposals(client, report)
    await verifyReviews(client, report)
    await verifyGuards(client, tables, report)
    return { findings, tables, ...chain }
  } finally {
    await client.end()
  }
}
