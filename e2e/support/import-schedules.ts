import type pg from 'pg'
import type { importActs, WaitingImport } from './import-acts'
import { csvOf } from './import-files'
import type { Random } from './interleaving'

type ImportActs = ReturnType<typeof importActs>
type Deed = (client: pg.PoolClient) => Promise<unknown>

/** Something that somebody does with an import that is there: its name, and how. */
export function importing(acts: ImportActs, random: Random): [string, Deed] {
  const one = async (
    client: pg.PoolClient,
    states: readonly string[],
    act: (each: WaitingImport) => Promise<unknown>,
  ) => {
    const found = (await acts.open()).filter(({ state }) => states.includes(state))
    return found.length === 0 ? 'nothing' : act(random.pick(found))
  }
  const waits = ['previewed', 'asking']
  const kind = random.below(20)
  if (kind < 8)
    return [
      'confirm',
      (client) =>
        one(client, ['previewed', 'previewed', 'queued', 'committing'], async (each) => {
          const request = crypto.randomUUID()
          const said = await acts.confirm(client, each, request)
          return random.below(4) === 0 ? `${said}, again ${await acts.confirm(client, each, request)}` : said
        }),
    ]
  if (kind < 10) return ['mend', (client) => one(client, waits, (each) => acts.mend(client, each, random))]
  if (kind < 13)
    return [
      'skip',
      (client) =>
        one(client, waits, (each) =>
          acts.door(client, each.login, `skip_rows($1, $2, null, '二重')`, [each.id, each.version]),
        ),
    ]
  if (kind === 13)
    return [
      'unskip',
      (client) =>
        one(client, waits, (each) =>
          acts.door(client, each.login, 'unskip_rows($1, $2, array[1, 2])', [each.id, each.version]),
        ),
    ]
  if (kind < 17)
    return [
      'cancel',
      (client) =>
        one(client, random.below(4) === 0 ? ['previewed', 'reading'] : ['queued', 'committing'], (each) =>
          acts.door(client, each.login, 'cancel_import($1, $2)', [each.id, each.version]),
        ),
    ]
  if (kind === 17)
    return [
      'reason',
      (client) =>
        one(client, waits, (each) =>
          acts.door(client, each.login, `set_import_reason($1, $2, '年次の見直し')`, [each.id, each.version]),
        ),
    ]
  if (kind === 18)
    return [
      'layout',
      (client) =>
        one(client, waits, (each) =>
          acts.door(client, each.login, `set_layout($1, $2, '{}')`, [each.id, each.version]),
        ),
    ]
  return [
    'again',
    (client) =>
      one(client, ['failed'], (each) =>
        acts.door(client, each.login, 'try_import_again($1, $2)', [each.id, each.version]),
      ),
  ]
}

const importers: Record<string, readonly string[]> = {
  clerk: ['11'],
  colleague: ['11'],
  clerk12: ['12'],
  secretary: ['11', '12'],
}
const head = [
  '部署コード',
  '情報資産名',
  '種別',
  '機密性',
  '完全性',
  '可用性',
  'ネットワーク区分',
  '個人情報',
  '本人の数',
  '媒体',
  '備考',
  '分類の理由',
]

/** A ledger of one to four rows: some of what is there, some that nobody has; now and then one that came before. */
export function fileOf(
  files: { login: string; bytes: Uint8Array }[],
  known: readonly string[],
  random: Random,
  seed: number,
): { login: string; bytes: Uint8Array } {
  if (files.length > 0 && random.below(5) === 0) return random.pick(files)
  const login = random.pick(Object.keys(importers))
  const lines = Array.from({ length: 1 + random.below(4) }, () => {
    const at = random.below(known.length + 3)
    const name = known[at] ?? `新しい資産${String(random.below(3) === 0 ? 0 : Math.floor(seed / 6))}`
    return [
      random.pick(importers[login] ?? []),
      name,
      '取り扱う情報',
      random.pick(['3B', '3B', '3B', '3A', '2']),
      '1',
      '1',
      '対象外',
      '個人情報',
      String(95 + random.below(10)),
      'サーバ',
      random.pick(['', '一', '二', '三']),
      random.pick(['', '見直した']),
    ]
  })
  const file = { login, bytes: csvOf([head, ...lines]) }
  files.push(file)
  return file
}
