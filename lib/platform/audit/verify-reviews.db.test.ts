import type { PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approvalActs } from '@/e2e/support/approval-acts'
import { approvalCity, type ApprovalCity } from '@/e2e/support/approval-city'
import { reviewActs } from '@/e2e/support/review-acts'
import { findingInWords } from '@/lib/labels/trail-verification'
import { verifyTrail } from './verify'

let city: ApprovalCity
let review: string
let number: string
beforeAll(async () => {
  city = await approvalCity()
  const acts = approvalActs(city)
  const reviews = reviewActs(city, acts)
  number = await acts.registered('11')
  await acts.registered('12')
  review = await reviews.opened({ scope: { bureaus: ['10'] } })
  await reviews.rest('clerk', review, '11', 100)
  await reviews.save('clerk', review, number, { note: 'seen' })
  expect(await reviews.certify('head', review, '11')).toMatchObject({ outcome: 'certified' })
}, 120_000)
afterAll(() => city.end())

const verify = async () => (await verifyTrail(city.database.ownerUrl, null)).findings

test('a review as it was opened, answered and certified verifies', async () => {
  expect(await verify()).toEqual([])
})

const frozen = 'where review_id = $1 and asset_number = $2'
/** What the owner does behind the triggers' back; what is found of it, in the order of looking. */
const tampering: [string, string, string[]][] = [
  ['what was frozen', `update review_scope set confidentiality = '1' ${frozen}`, ['scopeAltered']],
  ['the department of a frozen row', `update review_scope set department_id = 1 ${frozen}`, ['scopeAltered']],
  [
    'an answer',
    `update review_answers set answer = 'change' ${frozen}`,
    ['answersAltered', 'certifiedAltered'],
  ],
  ['who answered', `update review_answers set answered_by = 1 ${frozen}`, ['answersAltered']],
  [
    'an answer with its log',
    `with told as (update review_answer_log set note = 'never said' ${frozen} and version = 3)
     update review_answers set note = 'never said' ${frozen}`,
    ['certifiedAltered'],
  ],
  ['an entry of the log', `delete from review_answer_log ${frozen} and version = 2`, ['answersAltered']],
  [
    'whose row it is',
    `update review_answers set department_id = (select id from departments where code = '12') ${frozen}`,
    ['answersAltered', 'certifiedAltered'],
  ],
  [
    'the hash of a certificate',
    `update review_certifications set answers_hash = '\\x00' where review_id = $1 and $2::bigint is not null`,
    ['rowAltered', 'certifiedAltered'],
  ],
  [
    'who certified',
    `update review_certifications set certified_by = 1 where review_id = $1 and $2::bigint is not null`,
    ['rowAltered'],
  ],
  [
    'the hash of the scope',
    `update reviews set scope_hash = '\\x00' where id = $1 and $2::bigint is not null`,
    ['rowAltered', 'scopeAltered'],
  ],
]

test.each(tampering)('finds that the owner changed %s', async (_what, sql, kinds) => {
  const client = await city.database.ownerPool.connect()
  const tables = ['reviews', 'review_scope', 'review_answers', 'review_answer_log', 'review_certifications']
  const switchTo = async (state: string) => {
    for (const table of tables) await client.query(`alter table ${table} ${state} trigger user`)
  }
  for (const table of tables) await client.query(`create table kept_${table} as select * from ${table}`)
  try {
    await switchTo('disable')
    await client.query(sql, [review, number])
    await switchTo('enable')
    const findings = await verify()
    expect(findings.map((finding) => finding.kind)).toEqual(kinds)
    for (const finding of findings) expect(findingInWords(finding)).toMatch(/[ぁ-ん]/u)
  } finally {
    await restore(client, tables, switchTo)
    client.release()
  }
  expect(await verify()).toEqual([])
})

type Client = PoolClient

async function restore(client: Client, tables: string[], switchTo: (state: string) => Promise<void>) {
  await switchTo('disable')
  for (const table of tables) {
    const { rows } = await client.query<{ columns: string; keys: string }>(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as columns,
         (select string_agg(format('t.%1$I = k.%1$I', a.attname), ' and ') from pg_index i join pg_attribute a on a.attrelid = i.indrelid
            and a.attnum = any (i.indkey) where i.indrelid = $1::regclass and i.indisprimary) as keys
       from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = ''`,
      [table],
    )
    const { columns, keys } = rows[0] ?? { columns: '', keys: '' }
    await client.query(
      `update ${table} t set (${columns}) = (select ${columns} from kept_${table} k where ${keys})`,
    )
    if (table === 'review_answer_log')
      await client.query(
        `insert into ${table} overriding system value select * from kept_${table} k where not exists (select from ${table} t where ${keys})`,
      )
    await client.query(`drop table kept_${table}`)
  }
  await switchTo('enable')
}
