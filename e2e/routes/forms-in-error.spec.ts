import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility'
import { test } from '../support/test'
import { views } from './routes'

type FormInError = {
  route: string
  loginId: string
  button: string
  /** Which of the views of that person; the first without. */
  as?: string
  spoil?: (page: Page) => Promise<unknown>
  says: string
}

// The forms of assets in error: assets/*.spec.ts; those of signing in: sessions/*.spec.ts.
const forms: FormInError[] = [
  { route: '/people/new', loginId: 'jimukyoku', button: '追加する', says: 'ログインID' },
  {
    route: '/people/[id]/edit',
    loginId: 'jimukyoku',
    button: '変更を保存する',
    spoil: (page) => page.getByLabel('氏名').fill(''),
    says: '氏名',
  },
  { route: '/people/[id]', loginId: 'soukatsu', button: '役割を付ける', says: '役割を選んでください' },
  {
    route: '/people/renewal',
    loginId: 'jimukyoku',
    button: '更新する',
    spoil: (page) =>
      page.locator('main input[type="checkbox"]').evaluateAll((boxes) => {
        for (const box of boxes) if (box instanceof HTMLInputElement) box.checked = false
      }),
    says: '更新する役割を一つ以上選んでください',
  },
  { route: '/standard-ledger/new', loginId: 'kyoiku-kacho', button: '追加する', says: '情報資産の名称' },
  {
    route: '/reviews/[id]/offline',
    loginId: 'kyoiku-kacho',
    button: '読み取って確かめる',
    says: 'ファイルを選んでください',
  },
  {
    route: '/standard-ledger/[id]/edit',
    loginId: 'kyoiku-kacho',
    button: '変更を保存する',
    spoil: (page) => page.getByLabel('情報資産の名称').fill(''),
    says: '情報資産の名称',
  },
  {
    route: '/standard-ledger/schools',
    loginId: 'kyoiku-kacho',
    button: '選んだ学校の台帳を作る',
    says: '学校を選んでください',
  },
  { route: '/reviews/[id]/route', loginId: 'jimukyoku', button: '課を決める', says: '課を選んでください' },
  {
    route: '/reviews/recurring',
    loginId: 'jimukyoku',
    button: '毎年の見直しにする',
    says: '元にする見直しを選んでください',
  },
  {
    route: '/reviews/statement',
    loginId: 'jimukyoku',
    button: '証明文を改める',
    spoil: (page) => page.getByRole('textbox', { name: '証明文' }).fill(''),
    says: '10文字以上',
  },
  {
    route: '/assets/[number]/merge',
    loginId: 'shimin-tanto',
    button: '統合を提出する',
    says: '残す情報資産を選んでください',
  },
  {
    route: '/assets/[number]/undo',
    loginId: 'shirei-tanto',
    button: 'この内容に戻す',
    says: '戻す理由を入力してください',
  },
  {
    route: '/assets/bulk',
    loginId: 'shimin-tanto',
    button: '変わるところを確かめる',
    says: '変更する情報資産を一つ以上選んでください',
  },
  {
    route: '/assets/bulk',
    loginId: 'shimin-tanto',
    button: '1件を変更する',
    as: 'before it is done',
    says: '変更の理由を入力してください',
  },
  {
    route: '/assets/[number]/transfer',
    loginId: 'shimin-tanto',
    button: '提出する',
    says: '移管先の所管課',
  },
  {
    route: '/deputies',
    loginId: 'ciso',
    button: 'この内容で決める',
    says: '代決される役割を候補から選んでください',
  },
  {
    route: '/proposals/[id]',
    loginId: 'shimin-kacho',
    button: '差し戻す',
    spoil: (page) => page.locator('summary', { hasText: '差し戻す' }).click(),
    says: '差し戻す理由を入力してください',
  },
  { route: '/reviews/new', loginId: 'jimukyoku', button: 'この内容で作る', says: '件名を入力してください' },
  {
    route: '/reviews/[id]/edit',
    loginId: 'jimukyoku',
    button: '変更を保存する',
    spoil: (page) => page.getByLabel('件名').fill(''),
    says: '件名を入力してください',
  },
  {
    route: '/reviews/[id]/sheet',
    loginId: 'shimin-tanto',
    button: 'この画面の回答を保存する',
    spoil: (page) => writeTooMuch(page.locator('tr[data-row] input[name^="note-"]').first()),
    says: 'メモは1,000文字以内で入力してください',
  },
  {
    route: '/reviews/[id]/sheet/[number]',
    loginId: 'shimin-tanto',
    button: 'メモを保存する',
    spoil: (page) => writeTooMuch(page.getByLabel('メモ')),
    says: 'メモは1,000文字以内で入力してください',
  },
  { route: '/reviews/[id]/return', loginId: 'jimukyoku', button: '差し戻す', says: '理由を入力してください' },
  { route: '/reviews/[id]/reopen', loginId: 'jimukyoku', button: '再び開く', says: '理由を入力してください' },
  {
    route: '/mail',
    loginId: 'admin',
    button: '設定を保存する',
    spoil: (page) => page.getByLabel('ポート番号').fill('99999999'),
    says: 'ポート番号は1から65535まで',
  },
  {
    route: '/reviews/[id]/edit',
    loginId: 'jimukyoku',
    button: '変更を保存する',
    spoil: (page) => page.getByLabel('期限の何日前に知らせるか').fill('来週'),
    says: '1から90までの数字',
  },
  {
    route: '/schemes/mapping',
    loginId: 'jimukyoku',
    button: '対応表を保存する',
    spoil: (page) => page.getByLabel('機密性3で、個人情報がないもの').selectOption(''),
    says: '新しい版の区分か「判断し直す」を選んでください',
  },
  { route: '/password', loginId: 'shimin-tanto', button: 'パスワードを変更する', says: '入力してください' },
]

/** More than the field itself lets in, as a browser sends it that does not mind. */
async function writeTooMuch(field: Locator) {
  await field.evaluate((element) => {
    element.removeAttribute('maxlength')
  })
  await field.fill('長'.repeat(1001))
}

for (const { route, loginId, button, as, spoil, says } of forms)
  test(`the form of ${route}, sent with something missing, says 「${says}」, takes the focus there and stays accessible`, async ({
    openAs,
    portal,
  }) => {
    const page = await openAs(loginId)
    const found = views[route]?.find(
      (view) => view.loginId === loginId && (as === undefined || view.as === as),
    )
    await page.goto((await found?.address(portal)) ?? route)
    await spoil?.(page)
    await page.locator('main').getByRole('button', { name: button }).last().click()
    const summary = page.locator('#form-errors')
    await expect(summary).toContainText(says)
    await expect(summary).toBeFocused()
    await summary.getByRole('link').first().click()
    await expect(page.locator('main :focus')).toHaveCount(1)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })
