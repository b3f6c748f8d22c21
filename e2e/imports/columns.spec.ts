import { expect } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { test } from '../support/test'
import { bringIn, read } from './steps'

const file = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\r\n')),
})

for (const javaScriptEnabled of [true, false])
  test(`a column that was read as something else is put right, and remembered, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    openAs,
  }, { project }) => {
    const of = `${javaScriptEnabled ? '甲' : '乙'}${project.name}`
    // A head of its own, so that nobody else's memory fits it.
    const head = `情報資産名,部局,担当課,機密性,完全性,可用性,しまってあるところ${of}`
    const page = await openAs('shimin-tanto', { javaScriptEnabled })
    await bringIn(page, file('台帳.csv', [head, `受付の控え${of},市民部,市民課,2,1,1,北の書庫`]))
    await page.getByRole('link', { name: '列の読み方を確かめる' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '列の読み方' })).toBeVisible()
    if (javaScriptEnabled) await expectAccessible(page)
    await page.getByLabel(/^G列「しまってあるところ/u).selectOption('保管場所')
    await page.getByLabel(/^A列「情報資産名」/u).selectOption('')
    await page.getByRole('button', { name: 'この読み方で読み直す' }).click()
    await expect(page.locator('#form-errors')).toContainText('「情報資産の名称」にする列を選んでください')
    await page.getByLabel(/^A列「情報資産名」/u).selectOption('名称')
    await page.getByRole('button', { name: 'この読み方で読み直す' }).click()
    await read(page)
    await page.getByRole('link', { name: /この行を見る/u }).click()
    await expect(page.getByLabel('保管場所')).toHaveValue('北の書庫')

    await page.goBack()
    await page.getByRole('link', { name: '列の読み方を確かめる' }).click()
    await page.getByLabel('読み方の名前').fill(`書庫の台帳${of}`)
    await page.getByRole('button', { name: '読み方を覚える' }).click()
    await expect(page.getByText(/列の読み方を覚えました$/u)).toBeVisible()
    await page.getByRole('button', { name: '取り込みを中止する' }).click()
    await expect(page.getByText('中止しました。台帳は元のままです')).toBeVisible()

    // The next file with that head is read so by itself.
    await bringIn(page, file('次の台帳.csv', [head, `受付の控えの二${of},市民部,市民課,2,1,1,南の書庫`]))
    await page.getByRole('link', { name: /この行を見る/u }).click()
    await expect(page.getByLabel('保管場所')).toHaveValue('南の書庫')
    await page.goto('/assets/import/mappings')
    await page
      .getByRole('row', { name: new RegExp(of, 'u') })
      .getByRole('button', { name: /使わない/u })
      .click()
    await expect(page.getByText('使わないことにしました')).toBeVisible()
  })

test('names that nobody knows are asked once each, and the rows come in', async ({ openAs }, { project }) => {
  const page = await openAs('shimin-tanto')
  const rows = [
    '情報資産名,所管課,機密性,完全性,可用性,ネットワーク区分',
    `名簿一${project.name},むかしの係,3C,1,1,共有系`,
    `名簿二${project.name},むかしの係,2,1,1,共有系`,
  ]
  await bringIn(page, file('むかしの台帳.csv', rows))
  await expect(page.getByText('取り込めない行が2件あります。直すか、見送ってください')).toBeVisible()
  await page.getByRole('link', { name: 'わからない名前を決める（2）' }).click()
  await expectAccessible(page)
  await page.getByRole('combobox', { name: /の「むかしの係」$/u }).fill('市民課')
  await page
    .getByRole('option', { name: /市民課/u })
    .first()
    .click()
  await page.getByLabel(/の「共有系」$/u).selectOption('LGWAN接続系')
  await page.getByRole('button', { name: '決めて読み直す' }).click()
  await read(page)
  await expect(page.getByText('台帳に取り込めます')).toBeVisible()
  await expect(page.getByRole('link', { name: '新しく登録 2' })).toBeVisible()
})

test('a file that is none is refused in one sentence, and the ledger is as before', async ({ openAs }) => {
  const page = await openAs('shimin-tanto')
  await page.goto('/assets/import')
  await page.getByLabel('台帳のファイル').setInputFiles({
    name: '写真.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46]),
  })
  await page.getByRole('button', { name: 'ファイルを送る' }).click()
  await expect(page.getByText('表計算のファイルではないようです。')).toBeVisible({ timeout: 40_000 })
  await expect(page.getByText('台帳は変わっていません。')).toBeVisible()
})

test('31 MiB arrive whole, and more than 32 are refused in words', async ({ openAs, portal }) => {
  const page = await openAs('shimin-tanto')
  const send = async (bytes: number) => {
    const answer = await page.request.post('/assets/import/upload', {
      multipart: {
        file: { name: '大きな台帳.csv', mimeType: 'text/csv', buffer: Buffer.alloc(bytes, 'x,') },
      },
      headers: { origin: portal.url },
    })
    return answer.url()
  }
  const address = await send(31 << 20)
  expect(address).toMatch(/\/assets\/import\/\d+$/u)
  const { rows } = await portal.database.ownerPool.query<{ bytes: string; whole: boolean }>(
    `select i.file_bytes::text as bytes, sha256(string_agg(p.content, ''::bytea order by p.place)) = i.file_hash as whole
     from imports i join import_file_parts p on p.import_id = i.id where i.id = $1 group by i.id`,
    [address.split('/').at(-1)],
  )
  expect(rows).toEqual([{ bytes: String(31 << 20), whole: true }])
  expect(await send((32 << 20) + 1)).toMatch(/\?refused=tooLarge$/u)
  expect(await send(40 << 20)).toMatch(/\?refused=tooLarge$/u)
})
