import { writeXlsx } from 'hucre/xlsx'
import { confirmOwnImport } from '@/lib/features/imports/confirm-commands'
import { keepFile } from '@/lib/features/imports/upload-commands'
import { authorize } from '@/lib/platform/authorize'
import { accepted } from '../sample-city/actors'
import type { BenchCity } from './city'
import { benchDepartments } from './city-departments'
import { onlookers } from './city-people'
import { inCopyOf, type CopiedCity } from './copied-city'
import { spreadOf } from './figures'
import { memoryOfPortal } from './memory'
import { cookieOf, servePortal } from './serving'

const wishes = { rowsPerSecond: 2_000, megabytes: 700, pageMs: 100 }

/**
 * A workbook of `rows` rows and 20 columns from the file to the ledger, in a copy of the city: sent and confirmed by
 * the portal's own commands, read and written by the jobs in its server, while people ask for pages five times a second.
 * First all rows are new; then a text changes in each registered asset that was there before, then nothing does.
 */
export async function timeImports(city: BenchCity, rows: number, log: (line: string) => void): Promise<void> {
  await inCopyOf(city, async (copied) => {
    const portal = await servePortal(copied.city)
    try {
      log(`\n${String(rows)} rows into ${String(city.assets)} assets`)
      log(
        `| file | sent s | read and matched s | confirmed s | written s | rows a second (wish ${String(wishes.rowsPerSecond)}) | memory MB at most (wish ${String(wishes.megabytes)}) | other pages p95 ms (wish ${String(wishes.pageMs)}) |`,
      )
      log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |')
      log(await timeOne(copied, portal, await workbook(rows)))
      const edited = await editedLedger(copied, rows)
      for (let again = 0; again < 2; again++) log(await timeOne(copied, portal, edited))
    } finally {
      await portal.stop()
    }
  })
}

type Served = Awaited<ReturnType<typeof servePortal>>

type Times = { counts: Record<string, number>; sent: number; read: number; sealed: number; done: number }

async function timeOne(copied: CopiedCity, portal: Served, bytes: Uint8Array): Promise<string> {
  const meanwhile = await askForPages(portal, await cookieOf(copied.city, onlookers.ciso))
  let told
  try {
    told = await bringIn(copied, bytes)
  } finally {
    await meanwhile.end()
  }
  const { counts, sent, read, sealed, done } = told
  const { new: added = 0, changed = 0, unchanged = 0 } = counts
  const what = `${String(added + changed + unchanged)} ${added > 0 ? 'new' : changed > 0 ? 'changed' : 'as they are'}`
  const cells = [sent, read - sent, sealed - read, done - sealed].map((value) => value.toFixed(1))
  const rate = Math.round((added + changed + unchanged) / done)
  const { memory, p95 } = meanwhile.told()
  return `| ${[what, ...cells, rate, memory ?? '', p95.toFixed(0)].join(' | ')} |`
}

/** One file from its first byte to the ledger; seconds since its beginning. */
async function bringIn({ owner, viewerOf }: CopiedCity, bytes: Uint8Array): Promise<Times> {
  const actor = authorize(await viewerOf(onlookers.secretariat), 'asset.import')
  const begun = performance.now()
  const seconds = () => (performance.now() - begun) / 1_000
  const { id } = accepted(await keepFile(actor, { name: 'ledger.xlsx', parts: inParts(bytes) }), 'sent')
  const sent = seconds()
  const settled = async (...states: string[]) => {
    for (;;) {
      const { rows } = await owner.query<State>('select * from imports where id = $1', [id])
      const now = rows[0]
      if (now && states.includes(now.state)) return now
      if (!now || ['failed', 'refused', 'cancelled'].includes(now.state))
        throw new Error(`the import ended otherwise: ${JSON.stringify(now)}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const { state, version, counts, found } = await settled('previewed', 'asking')
  const read = seconds()
  const confirmed = await confirmOwnImport(actor, { id, version, request: crypto.randomUUID() })
  const sealed = seconds()
  if ('result' in confirmed) await settled('done')
  else if (confirmed.refused !== 'nothingToDo')
    throw new Error(`the import was not confirmed: ${JSON.stringify({ confirmed, state, counts, found })}`)
  return { counts, sent, read, sealed, done: seconds() }
}

type State = { state: string; version: number; counts: Record<string, number>; found: unknown }

/** List, asset and inbox by turns, five times a second; and the memory of all processes. */
async function askForPages(portal: Served, cookie: string) {
  const list = await portal.get('/assets', cookie)
  const pages = ['/assets', /href="(\/assets\/\d+)"/u.exec(list.body)?.[1] ?? '/assets', '/inbox']
  for (const page of pages) await portal.get(page, cookie)
  const times: number[] = []
  const open: Promise<void>[] = []
  let [asked, memory] = [0, memoryOfPortal()]
  const asking = setInterval(() => {
    const page = pages[asked++ % pages.length] ?? '/assets'
    open.push(portal.get(page, cookie).then(({ milliseconds }) => void times.push(milliseconds)))
  }, 200)
  const weighing = setInterval(() => {
    const now = memoryOfPortal()
    if (now !== null) memory = Math.max(memory ?? 0, now)
  }, 1_000)
  return {
    end: async () => {
      clearInterval(asking)
      clearInterval(weighing)
      await Promise.all(open)
    },
    told: () => ({
      memory: memory === null ? null : Math.round(memory / (1 << 20)),
      p95: spreadOf(times).p95,
    }),
  }
}

const head =
  '部署コード,情報資産名称,種別,業務,説明,機密性,完全性,可用性,ネットワーク区分,個人情報,本人の数,媒体,保管場所,利用者の範囲,外部持ち出し,保存期間,委託先,バックアップ,登録日,備考'

/** As departments write them, spread over the city's 課. */
function workbook(rows: number): Promise<Uint8Array> {
  const departments = benchDepartments().filter(
    ({ categoryCode, parentCode }) => categoryCode !== 'school' && parentCode !== null,
  )
  const lines = Array.from({ length: rows }, (_, at) => {
    const level = ['3B', '2', '１', '自治体機密性3C'][at % 4] ?? '2'
    const [zone, personal] = at % 3 === 0 ? ['ＬＧＷＡＮ', '個人情報'] : ['インターネット接続系', '無']
    return [
      departments[at % departments.length]?.code ?? '',
      `計測の資産 その${String(at)}`,
      '情報システム',
      '計測の事務',
      '計測のために作った行です。',
      level,
      '2',
      '2',
      zone,
      personal,
      personal === '無' ? '' : at % 5_000,
      'サーバ',
      '庁内サーバ室',
      '所属の職員',
      '禁止',
      '5年',
      '計測システム㈱',
      '有',
      '令和7年4月1日',
      '',
    ]
  })
  return writeXlsx({ sheets: [{ name: '台帳', rows: [head.split(','), ...lines] }] })
}

/** Registered assets as somebody gives them back who wrote the same remark into each. */
async function editedLedger({ owner }: CopiedCity, rows: number): Promise<Uint8Array> {
  const found = await owner.query<{ line: string[] }>(
    `select array[a.number::text, d.code, a.name, '計測で変えた備考'] as line from assets a join departments d on d.id = a.department_id
     where a.state = 'active' and a.visibility = 'internal' and a.scheme_family = 'municipal' order by a.number limit $1`,
    [rows],
  )
  const lines = found.rows.map(({ line }) => line)
  return writeXlsx({
    sheets: [{ name: '台帳', rows: [['資産番号', '部署コード', '情報資産名称', '備考'], ...lines] }],
  })
}

async function* inParts(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += 1 << 20) yield bytes.subarray(at, at + (1 << 20))
  await Promise.resolve()
}
