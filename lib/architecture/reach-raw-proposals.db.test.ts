import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvalActs, loosening } from '@/e2e/support/approval-acts'
import { approvalCity, begin, type ApprovalCity } from '@/e2e/support/approval-city'

/* Raw SQL against approvals: on the serving login nothing but the doors; and past the doors, as the owner, the rules hold. */
let city: ApprovalCity
let acts: ReturnType<typeof approvalActs>
beforeAll(async () => {
  city = await approvalCity()
  acts = approvalActs(city)
})
afterAll(() => city.end())

const lowered = async () =>
  acts.propose(
    'clerk',
    '11',
    await acts.registered('11', { confidentiality: '3B' }),
    'reclassification',
    {},
    acts.judgement({ confidentiality: '2' }),
  )

/** As the owner of the database with somebody's session, rolled back: past every row policy and every missing right. */
async function asOwner(login: string, permission: string, ...statements: [string, ...unknown[]][]) {
  const client = await city.database.ownerPool.connect()
  try {
    await begin(client, city.secrets.get(login) ?? '', permission)
    for (const [sql, ...values] of statements) await client.query(sql, values)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
const take = (by: string, as = by): [string, ...unknown[]] => [
  `update approval_steps set state = 'approved', decided_by = $2, decided_at = app_now(),
     decided_grant_id = (select min(id) from grants where person_id = $3)
   where state = 'waiting' and proposal_id = $1`,
  '',
  city.idOf('person', by),
  city.idOf('person', as),
]
const of = (id: string, [sql, , ...values]: [string, ...unknown[]]): [string, ...unknown[]] => [
  sql,
  id,
  ...values,
]

describe('on the serving login', () => {
  const everybody = [
    'clerk',
    'head',
    'officer',
    'chief',
    'ciso',
    'secretary',
    'auditor',
    'principal',
    'educator',
    'superintendent',
  ]
  test.each(everybody)(
    '%s writes no proposal, no item, no step, whatever the permission in use',
    async (login) => {
      const id = await lowered()
      for (const permission of ['asset.edit', 'asset.reclassify', 'proposal.decide', 'grant.manageApprovers'])
        for (const sql of [
          `insert into proposals (submission_id, department_id, origin, title, items, submitted_by, items_hash) values (1, 1, 'form', 'x', 1, 1, '')`,
          `insert into proposal_items (proposal_id, place, asset_number, kind, base_version, before, after, state) values (${id}, 9, 1, 'change', 1, '{}', '{"x": 1}', 'approved')`,
          `update proposal_items set state = 'approved'`,
          `update approval_steps set state = 'approved', decided_by = viewer_id()`,
          `update proposals set state = 'approved'`,
          'delete from proposals',
          'select apply_proposal(1)',
          'select begin_chain(1)',
          'select show_again(1)',
          `select end_proposal(1, 'approved')`,
          'select inbox_count(1)',
          `select deciders('ciso', 1)`,
        ])
          await expect(city.act(login, permission, sql)).rejects.toMatchObject({ code: '42501' })
    },
  )
  test('nobody without a session submits, decides, withdraws, sees, or reads anything', async () => {
    city.secrets.set('nobody', '')
    for (const sql of [
      `select submit_proposals('[]')`,
      `select decide_proposals('[]')`,
      `select withdraw_proposals('{1}', '')`,
    ])
      for (const permission of ['asset.edit', 'proposal.decide', ''])
        await expect(city.act('nobody', permission, sql)).rejects.toMatchObject({ code: '42501' })
    for (const table of ['proposals', 'proposal_items', 'approval_steps', 'deputies'])
      expect(await city.act('nobody', '', `select from ${table}`)).toEqual([])
  })
  test('a bundle is seen by none who may not read one of its assets, its title neither', async () => {
    const number = await acts.registered('11', { confidentiality: '2' }, 'restricted')
    const id = await acts.propose('clerk', '11', number, 'change', loosening)
    for (const [login, seen] of [
      ['clerk', 1],
      ['head', 1],
      ['auditor', 1],
      ['secretary', 0],
      ['clerk12', 0],
      ['principal', 0],
    ] as const)
      expect([
        login,
        (await city.act(login, '', 'select title from proposals where id = $1', [id])).length,
      ]).toEqual([login, seen])
  })
  test('the accepting head sees what they are to accept, the clerks of that department do not yet', async () => {
    const number = await acts.registered()
    const to = Number(city.idOf('department', '12'))
    const id = await acts.propose('clerk', '11', number, 'transfer', { department_id: to }, undefined, '12')
    const seen = async (login: string) =>
      (await city.act(login, '', 'select before from proposal_items where proposal_id = $1', [id])).length
    expect([await seen('head12'), await seen('clerk12')]).toEqual([0, 0])
    await acts.decide('head', id)
    expect([await seen('head12'), await seen('clerk12')]).toEqual([1, 0])
  })
})

describe('past the doors, as the owner', () => {
  test('nobody decides for somebody else, what they submitted, another’s step, or the second step before the first', async () => {
    const id = await lowered()
    for (const [login, step, because] of [
      ['ciso', take('head'), 'for somebody else'],
      ['clerk', take('clerk'), 'what they submitted'],
      ['officer', take('officer', 'head'), 'somebody else'],
      ['ciso', take('ciso'), 'somebody else'],
    ] as const)
      await expect(asOwner(login, 'proposal.decide', of(id, [...step]))).rejects.toThrow(because)
    const second: [string, ...unknown[]] = [
      take('ciso')[0].replace(`state = 'waiting'`, `state = 'future'`),
      id,
      ...take('ciso').slice(2),
    ]
    await expect(asOwner('ciso', 'proposal.decide', second)).rejects.toThrow('not rewritten')
  })
  test('nobody takes two steps, or decides for their principal what the principal submitted', async () => {
    const id = await acts.propose(
      'clerk',
      '11',
      await acts.registered('11', { confidentiality: '3C' }),
      'reclassification',
      {},
      acts.judgement({ confidentiality: '2' }),
    )
    expect(await acts.decide('officer', id)).toBe('passed')
    await expect(asOwner('officer', 'proposal.decide', of(id, take('officer')))).rejects.toThrow('two steps')
    const own = await acts.propose('head', '11', await acts.registered(), 'change', loosening)
    await city.act(
      'chief',
      'grant.manageApprovers',
      `insert into deputies (principal_id, deputy_id, grant_id, valid_from, until, reason, named_by)
      select g.person_id, $2, g.id, app_today(), app_today(), 'away', 1 from grants g where g.person_id = $1`,
      [city.idOf('person', 'head'), city.idOf('person', 'second')],
    )
    for (const step of [take('second'), take('second', 'head')])
      await expect(asOwner('second', 'proposal.decide', of(own, step))).rejects.toThrow('principal submitted')
  })
  test('an item is approved only when everybody has approved, whom it needs included', async () => {
    const id = await lowered()
    const approve: [string, ...unknown[]] = [
      `update proposal_items set state = 'approved' where proposal_id = $1`,
      id,
    ]
    await expect(asOwner('head', 'proposal.decide', approve)).rejects.toThrow('not everybody')
    await expect(asOwner('head', 'proposal.decide', of(id, take('head')), approve)).rejects.toThrow(
      'not everybody',
    )
    await expect(
      asOwner(
        'head',
        'proposal.decide',
        of(id, take('head')),
        [`update approval_steps set state = 'void' where proposal_id = $1 and duty = 'ciso'`, id],
        approve,
      ),
    ).rejects.toThrow('not everybody')
    await expect(
      asOwner('head', 'proposal.decide', [
        `update proposals set state = 'approved', decided_at = app_now() where id = $1`,
        id,
      ]),
    ).rejects.toThrow('is applied')
  })
  test('what was submitted stays as it was, and what was decided too', async () => {
    const id = await lowered()
    for (const sets of [
      `after = '{"zone_code": null}'`,
      `judgement = null`,
      `before = before || '{"confidentiality": "2"}'`,
      `state = 'applied'`,
      `kind = 'change'`,
    ])
      await expect(
        asOwner('head', 'proposal.decide', [`update proposal_items set ${sets} where proposal_id = $1`, id]),
      ).rejects.toThrow('as it was submitted')
    for (const sets of ['submitted_by = 1', `title = 'x'`, 'to_department_id = 1', 'department_id = 1'])
      await expect(
        asOwner('head', 'proposal.decide', [`update proposals set ${sets} where id = $1`, id]),
      ).rejects.toThrow('as it was submitted')
    await acts.decide('head', id)
    for (const sets of [
      `reason = 'x'`,
      'decided_by = 1',
      `decided_at = now() - interval '1 day'`,
      `state = 'waiting'`,
      `duty = 'officer'`,
    ])
      await expect(
        asOwner('head', 'proposal.decide', [
          `update approval_steps set ${sets} where proposal_id = $1 and place = 1`,
          id,
        ]),
      ).rejects.toMatchObject({ code: '42501' })
    for (const table of ['proposals', 'proposal_items', 'approval_steps', 'deputies'])
      await expect(asOwner('head', 'proposal.decide', [`delete from ${table}`])).rejects.toMatchObject({
        code: '23000',
      })
  })
  test('the ledger takes nothing but what was approved', async () => {
    const number = await acts.registered()
    await acts.propose('clerk', '11', number, 'change', loosening)
    for (const sets of [
      `personal_data = 'none', data_subjects = 0`,
      `state = 'disposed', disposed_on = app_today(), disposed_by = 'x', disposal_method = 'shredding'`,
      `name = 'x'`,
    ])
      for (const permission of ['proposal.decide', 'asset.dispose', 'asset.reclassify'])
        await expect(
          asOwner('head', permission, [`update assets set ${sets} where number = $1`, number]),
        ).rejects.toMatchObject({ code: '42501' })
  })
})
