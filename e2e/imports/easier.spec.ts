import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { test } from '../support/test'
import { bringIn, open, read, sampleFile } from './steps'

const head = '情報資産名,所管課,機密性,完全性,可用性'
const file = (name: string, ...lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from([head, ...lines].join('\r\n')),
})
const giveUp = async (page: Page) => {
  await page.getByRole('button', { name: '取り込みを中止する' }).click()
  await expect(page.getByText('中止しました。台帳は元のままです')).toBeVisible()
}

test('市民課 alone is the importer’s own, though two departments bear the name', async ({ openAs }) => {
  const page = await openAs('shimin-tanto')
  await bringIn(page, file('課名だけ.csv', '名だけの台帳,市民課,3C,1,1'))
  await expect(page.getByText('台帳に取り込めます')).toBeVisible()
  await open(page, '注意のある行')
  const said = '「市民課」は2つあります。あなたが担当する「市民部 市民課」として読みました。'
  await expect(page.getByText(said)).toBeVisible()
  await giveUp(page)
})

for (const javaScriptEnabled of [true, false])
  test(`whoever may bring in both is asked once for the name, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    openAs,
  }) => {
    const page = await openAs('jimukyoku', { javaScriptEnabled })
    await bringIn(page, file('課名だけ.csv', '問う台帳一,市民課,3C,1,1', '問う台帳二,市民課,3C,1,1'))
    await expect(page.getByText('2行が待っています。')).toBeVisible()
    await page.getByRole('link', { name: 'わからない名前を決める（1）' }).click()
    const question = page.getByRole('group', { name: '所管課の「市民課」' })
    await question.getByLabel('行徳支所 市民課').check()
    if (javaScriptEnabled) await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: '決めて読み直す' }).click()
    await read(page)
    await expect(page.getByText('台帳に取り込めます')).toBeVisible()
    await expect(
      page.getByRole('row', { name: /問う台帳/u }).filter({ hasText: '行徳支所 市民課' }),
    ).toHaveCount(2)
    await giveUp(page)
  })

for (const javaScriptEnabled of [true, false])
  test(`a mended file takes the place of its import, with what was decided, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    openAs,
  }, { project }) => {
    const of = `${javaScriptEnabled ? '甲' : '乙'}${project.name}`
    const page = await openAs('shimin-tanto', { javaScriptEnabled })
    const lines = (level: string) => [`控え${of},むかしの係,${level},1,1`, `引継${of},むかしの係,3C,1,1`]
    await bringIn(page, file(`前${of}.csv`, ...lines('9')))
    await page.getByRole('link', { name: /わからない名前を決める/u }).click()
    const department = page.getByRole('combobox', { name: /の「むかしの係」$/u })
    if (javaScriptEnabled) {
      await department.fill('市民部 市民課')
      await page.getByRole('option', { name: '市民部 市民課' }).first().click()
    } else await department.selectOption('市民部 市民課')
    await page.getByRole('button', { name: '決めて読み直す' }).click()
    await read(page)
    await expect(page.getByText('取り込めない行が1件あります')).toBeVisible()
    const before = new URL(page.url()).pathname

    await page.getByRole('link', { name: '直したファイルを送り直す' }).click()
    await page
      .getByLabel('直したファイル', { exact: true })
      .setInputFiles(file(`後${of}.csv`, ...lines('3B')))
    await page.getByRole('button', { name: '代わりに送る' }).click()
    await expect(page).not.toHaveURL(new RegExp(`${before}(?:[?#]|$)`, 'u'))
    await read(page)
    await expect(page.getByText(`「前${of}.csv」の代わり`)).toBeVisible()
    await expect(page.getByText('台帳に取り込めます')).toBeVisible()
    await expect(page.getByRole('link', { name: '新しく登録 2' })).toBeVisible()
    const after = new URL(page.url()).pathname

    await page.goto(before)
    await expect(page.getByText('直したファイルを送り直したため、この取り込みは終わりました。')).toBeVisible()
    await page.getByRole('link', { name: '送り直したファイルの取り込みへ' }).click()
    await expect(page).toHaveURL(new RegExp(`${after}$`, 'u'))
    await giveUp(page)
  })

test('a file can be dropped on the field: one, and only there', async ({ openAs }) => {
  const page = await openAs('shimin-tanto')
  await page.goto('/assets/import')
  await expect(page.getByText('ファイルをここへ引きずって置くこともできます。')).toBeVisible()
  const drop = async (on: string, names: string[]) => {
    const files = await page.evaluateHandle((all) => {
      const carried = new DataTransfer()
      for (const name of all)
        carried.items.add(new File(['情報資産名,機密性,完全性\n落とした台帳,3C,1\n'], name))
      return carried
    }, names)
    for (const event of ['dragenter', 'dragover', 'drop'])
      await page.dispatchEvent(on, event, { dataTransfer: files })
  }
  await drop('h1', ['よそに落とした.csv'])
  await expect(page.locator('#field-file-size')).toBeEmpty()
  await drop('#field-file', ['一つ.csv', '二つ.csv'])
  await expect(page.locator('#field-file-size')).toHaveText(/1つずつ置いてください/u)
  await drop('#field-file', ['落とした台帳.csv'])
  await expect(page.locator('#field-file-size')).toHaveText(/落とした台帳\.csv（1KB）を送ります/u)
  await expect(page.getByLabel('台帳のファイル')).toBeFocused()
  await page.getByRole('button', { name: 'ファイルを送る' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '落とした台帳.csv の取り込み' })).toBeVisible()
  await page.getByRole('button', { name: '取り込みを中止する' }).click()
  await expect(page.getByText('中止しました。台帳は元のままです')).toBeVisible()
})

test('a row to be mended begins with the cell that is wrong; what the file leaves out is counted', async ({
  openAs,
}) => {
  const page = await openAs('shimin-tanto')
  await bringIn(page, file('直す.csv', '直す台帳,市民課,9,1,1', '直さない台帳,市民課,3C,1,1'))
  await expect(page.getByText(/台帳には、このファイルにない情報資産が\d+件あります/u)).toBeVisible()
  await page.getByRole('link', { name: /この行を直す/u }).click()
  await expect(page).toHaveURL(/\/rows\//u)
  const first = page.locator('form').filter({ hasText: 'そのほかのセル' }).getByRole('textbox').first()
  await expect(first).toHaveAccessibleName('機密性')
  await expect(first).toHaveAccessibleDescription(/「9」は、この体系にありません/u)
  await expectAccessible(page)
  await page.goBack()
  await giveUp(page)
})

test('rows of the standard ledger are called so, also for who may not change it', async ({ openAs }) => {
  const page = await openAs('jimukyoku')
  await bringIn(page, sampleFile('ledger-schools.xlsx'))
  await expect(page.getByText('台帳と同じ内容です。変えるものはありません')).toBeVisible()
  const row = page.getByRole('row', { name: /指導要録\(学籍\)/u }).first()
  await expect(row).toContainText('標準台帳')
  await expect(row).toContainText('重要性分類Ⅰ')
  await row.getByRole('link', { name: '今の標準台帳を見る' }).click()
  await expect(page).toHaveURL(/\/standard-ledger$/u)
  await page.goBack()
  await giveUp(page)
})
