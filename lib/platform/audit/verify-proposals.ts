import type { Client } from 'pg'
import type { Finding } from './finding'

/** As items_hash has it, in verification's own words: what was submitted, decided on and applied. */
const alteredSql = `
  select count(*) over ()::int as count, p.id::text as row
  from proposals p
  where p.items_hash is distinct from (
    select sha256(convert_to(coalesce(string_agg(concat_ws('|', i.place, i.asset_number, i.kind, i.base_version, i.before::text,
      i.after::text, coalesce(i.judgement::text, '-')), E'\\n' order by i.place), ''), 'UTF8'))
    from proposal_items i where i.proposal_id = p.id)
  order by p.id limit 1`

/** The items of a proposal keep no versions: their hash does, in the proposal's own row, which the trail seals. */
export async function verifyProposals(client: Client, report: (finding: Finding) => void): Promise<void> {
  const { rows } = await client.query<{ count: number; row: string }>(alteredSql)
  for (const found of rows) report({ kind: 'itemsAltered', table: 'proposal_items', ...found })
}
