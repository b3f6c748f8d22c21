import type pg from 'pg'
import { approvalActs } from './approval-acts'
import type { ApprovalCity } from './approval-city'
import { acting } from './import-acts'
import type { Random } from './interleaving'

type Asset = { number: string; version: number; department_id: string; data_subjects: number }
type Deed = (client: pg.PoolClient) => Promise<unknown>
const people: Record<string, { clerks: readonly string[]; head: string }> = {
  '11': { clerks: ['clerk', 'colleague', 'head'], head: 'head' },
  '12': { clerks: ['clerk12', 'head12'], head: 'head12' },
}
const deciders = ['head', 'second', 'head12', 'officer', 'chief', 'ciso']

/** What people do to the ledger while others import: edit, submit, decide, take back, transfer, dispose, merge. */
export function ledgerAct(city: ApprovalCity, assets: readonly string[], random: Random): [string, Deed] {
  const { owner, secrets, idOf } = city
  const secretOf = (login: string) => secrets.get(login) ?? ''
  const { judgement } = approvalActs(city)
  const code = random.pick(Object.keys(people))
  const { clerks, head } = people[code] ?? { clerks: [], head: '' }
  const living = () =>
    owner<Asset>(
      `select number::text, version, department_id::text, data_subjects::int from assets
       where (state = 'active' or state = 'draft' and number <> all ($1)) and department_id = $2 order by number desc limit 12`,
      [assets, idOf('department', code)],
    )
  const open = () =>
    owner<{ id: string; version: number }>(
      `select id::text, version from proposals where state = 'submitted' order by id desc limit 8`,
    )
  const deed =
    (login: string, permission: string, statement: () => Promise<[string, ...unknown[]]>): Deed =>
    (client) =>
      acting(client, secretOf(login), permission, async () => {
        const [sql, ...values] = await statement()
        const { rows, rowCount } = await client.query<{ answer: unknown }>(sql, values)
        const answer = rows[0]?.answer
        if (answer === undefined) return rowCount === 0 ? 'nothing' : 'done'
        const words = [...JSON.stringify(answer).matchAll(/"(?:outcome|refused)":"(\w+)"/gu)].map(
          ([, word]) => word,
        )
        return Array.isArray(answer) ? 'done' : (words[0] ?? 'done')
      })

  const kind = random.below(12)
  if (kind < 5)
    return [
      'decide',
      deed(random.pick(deciders), 'proposal.decide', async () => {
        const found = await open()
        const chosen = found.length === 0 ? [] : random.some(found, 3)
        const decisions = chosen.map((each) => ({
          ...each,
          act: random.below(6) > 0 ? 'approve' : 'return',
          reason: 'x',
        }))
        return ['select decide_proposals($1) as answer', JSON.stringify(decisions)]
      }),
    ]
  if (kind < 8)
    return [
      'edit',
      deed(random.pick(clerks), 'asset.edit', async () => {
        const [one] = random.some(await living(), 1)
        const change = random.pick([
          `remarks = 'あ' || version`,
          'data_subjects = data_subjects + 1',
          `storage_location = '書庫' || version`,
        ])
        return [`update assets set ${change} where number = $1`, one?.number]
      }),
    ]
  if (kind === 8)
    return [
      'withdraw',
      deed(random.pick(clerks), 'asset.edit', async () => [
        `select withdraw_proposals($1, 'x') as answer`,
        (await open()).slice(0, 1).map(({ id }) => id),
      ]),
    ]
  const [what, permission, item] = random.pick<[string, string, (asset: Asset, others: Asset[]) => object]>([
    [
      'change',
      'asset.edit',
      (asset) => ({ kind: 'change', after: { data_subjects: Math.max(asset.data_subjects - 1, 0) } }),
    ],
    [
      'reclassify',
      'asset.reclassify',
      () => ({
        kind: 'reclassification',
        after: {},
        judgement: judgement({ confidentiality: random.pick(['3A', '3B', '2']) }),
      }),
    ],
    [
      'transfer',
      'asset.transfer',
      (asset) => ({ kind: 'transfer', after: { department_id: Number(otherThan(asset)) } }),
    ],
    [
      'dispose',
      'asset.dispose',
      () => ({
        kind: 'disposal',
        after: {
          state: 'disposed',
          disposed_on: '2026-01-01',
          disposed_by: 'us',
          disposal_method: 'shredding',
        },
      }),
    ],
    [
      'merge',
      'asset.merge',
      (asset, others) => ({
        kind: 'merge',
        after: {
          state: 'merged',
          merged_into: Number(others.find(({ number }) => number !== asset.number)?.number),
        },
      }),
    ],
  ])
  const otherThan = ({ department_id }: Asset) =>
    idOf('department', department_id === idOf('department', '11') ? '12' : '11')
  return [
    what,
    deed(permission === 'asset.edit' ? random.pick(clerks) : head, permission, async () => {
      const found = await living()
      const asset = random.pick(found)
      const to = permission === 'asset.transfer' ? { toDepartmentId: otherThan(asset) } : {}
      const items = [
        {
          number: asset.number,
          version: asset.version,
          ...item(
            asset,
            found.filter((other) => other.department_id === asset.department_id),
          ),
        },
      ]
      return [
        'select submit_proposals($1) as answer',
        JSON.stringify([{ departmentId: asset.department_id, title: 'x', items, ...to }]),
      ]
    }),
  ]
}
