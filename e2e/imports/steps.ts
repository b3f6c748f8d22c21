import path from 'node:path'
import { expect, type Page } from '@playwright/test'

/** A file of the sample city as somebody has it on their desk. */
export const sampleFile = (name: string) => path.resolve('prisma/sample', name)

/** From the ledger to the page of the import, as far as its file is read. */
export async function bringIn(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto('/assets')
  await page.getByRole('link', { name: 'ファイルから取り込む' }).click()
  await page.getByLabel('台帳のファイル').setInputFiles(file)
  await page.getByRole('button', { name: 'ファイルを送る' }).click()
  await read(page)
}

/** Waits until the file was read, with or without a script. */
export async function read(page: Page) {
  await expect(page.getByRole('link', { name: '列の読み方を確かめる' })).toBeVisible({ timeout: 40_000 })
}

/** Opens the rows of one kind by its link with the number. */
export async function open(page: Page, kind: string) {
  await page.getByRole('navigation', { name: '取り込む内容' }).getByRole('link', { name: kind }).click()
}
