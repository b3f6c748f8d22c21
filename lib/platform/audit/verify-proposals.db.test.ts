import { afterAll, beforeAll, expect, test } from 'vitest'
import { approvalActs } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'
import { findingInWords } from '@/lib/labels/trail-verification'
import { verifyTrail } from './verify'

let city: ApprovalCity
let id: string
beforeAll(async () => {
  city = await approvalCity()
  const acts = approvalActs(city)
  await acts.registered()
  id = await acts.propose('clerk', '11', await acts.registered(), 'change', {
    personal_data: 'none',
    data_subjects: 0,
  })
  expect(await acts.decide('head', id)).toBe('approved')
})
afterAll(() => city.end())

const verify = async () => (await verifyTrail(city.database.ownerUrl, null)).findings

test('approvals as they were made verify', async () => {
  expect(await verify()).toEqual([])
})

test.each([
  [
    `what an item said`,
    `update proposal_items set before = before || '{"personal_data": "sensitive"}' where proposal_id = $1`,
    'itemsAltered',
  ],
  [
    'an item that was not submitted',
    `insert into proposal_items (proposal_id, place, asset_number, kind, base_version, before, after, state)
     select proposal_id, 9, 1, kind, 1, before, after, 'applied' from proposal_items where proposal_id = $1`,
    'itemsAltered',
  ],
  ['who decided', `update approval_steps set decided_by = 1 where proposal_id = $1`, 'rowAltered'],
  ['who submitted', `update proposals set submitted_by = 1 where id = $1`, 'rowAltered'],
])('finds that the owner changed %s', async (_what, tampering, kind) => {
  const client = await city.database.ownerPool.connect()
  const tables = ['proposals', 'proposal_items', 'approval_steps']
  const switchTo = (state: string) =>
    client.query(tables.map((table) => `alter table ${table} ${state} trigger user`).join(';'))
  const kept: object[][] = []
  for (const table of tables) kept.push((await client.query<object>(`select * from ${table}`)).rows)
  try {
    await switchTo('disable')
    await client.query(tampering, [id])
    await switchTo('enable')
    const findings = await verify()
    expect(findings.map((finding) => finding.kind)).toEqual([kind])
    for (const finding of findings) expect(findingInWords(finding)).toMatch(/[ぁ-ん]/u)
  } finally {
    await switchTo('disable')
    await client.query(`delete from proposal_items where place = 9`)
    await client.query(
      'update proposals set submitted_by = r.submitted_by from jsonb_populate_recordset(null::proposals, $1) r where r.id = proposals.id',
      [JSON.stringify(kept[0])],
    )
    await client.query(
      `update proposal_items i set before = r.before from jsonb_to_recordset($1) r (proposal_id bigint, asset_number bigint, before jsonb)
      where r.proposal_id = i.proposal_id and r.asset_number = i.asset_number`,
      [JSON.stringify(kept[1])],
    )
    await client.query(
      'update approval_steps s set decided_by = r.decided_by from jsonb_to_recordset($1) r (id bigint, decided_by bigint) where r.id = s.id',
      [JSON.stringify(kept[2])],
    )
    await switchTo('enable')
    client.release()
  }
})
