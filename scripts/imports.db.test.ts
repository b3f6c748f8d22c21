import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '@/e2e/support/database'

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(path.join(os.tmpdir(), 'daicho-imports-'))
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

/** Runs one program of the command line as an operator does. */
async function run(program: string, ...args: string[]) {
  const env = {
    ...process.env,
    DATABASE_URL: database.readerUrl,
    DATABASE_WRITE_URL: database.writerUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
  }
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${program}.ts`, ...args], { env })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  return { code, said }
}

async function file(name: string, text: string, encoding = 'utf8'): Promise<string> {
  const place = path.join(folder, name)
  await writeFile(place, iconv.encode(text, encoding))
  return place
}

async function count(table: string): Promise<number> {
  const { rows } = await database.ownerPool.query<{ count: string }>(`select count(*) from ${table}`)
  return Number(rows[0]?.count)
}

const organization = `部署コード,部署名,組織区分,執行機関,上位部署コード,有効開始日,有効終了日
0600,市民部,内部部局,市長,,2024-04-01,
0610,市民課,内部部局,市長,0600,R6.4.1,
0690,髙①係,内部部局,市長,0610,2024-04-01,2025-03-31
`
const people = `ログインID,氏名,メールアドレス,役割,所属部署コード,有効期限
shimin-tanto,市民 担当,t@example.invalid,情報資産担当者,0610,年度末
ciso,最高 太郎,,CISO,,
`

describe('a new installation', () => {
  it('gets an administrator with a one-time password, once, and the classification schemes', async () => {
    const first = await run('create-admin', '--login', 'admin', '--name', '管理 五郎')
    expect(first.said).toMatch(/仮のパスワード: \w{4}-\w{4}-\w{4}-\w{4}/u)
    expect(await count('classification_schemes')).toBe(3)
    const second = await run('create-admin', '--login', 'admin', '--name', '管理 五郎')
    expect(second).toMatchObject({
      code: 0,
      said: expect.stringContaining('すでにポータル管理者です') as string,
    })
    expect(second.said).not.toContain('仮のパスワード:')
  })

  it('takes its organisation from a CP932 file, and a second time nothing', async () => {
    const departments = await file('部署.csv', organization, 'cp932')
    const history = await file(
      '改編.csv',
      '施行日,区分,旧部署コード,新部署コード\n2025-04-01,分割,0690,0600|0610\n',
    )
    const first = await run('import-organization', departments, history)
    expect(first.said).toBe(
      '部署: 3件追加、0件廃止、0件は登録済みです。\n組織改編の履歴: 2件追加、0件は登録済みです。\n',
    )
    const again = await run('import-organization', departments, history)
    expect(again.said).toBe(
      '部署: 0件追加、0件廃止、3件は登録済みです。\n組織改編の履歴: 0件追加、2件は登録済みです。\n',
    )
    const { rows } = await database.ownerPool.query(`select name from departments where code = '0690'`)
    expect(rows).toEqual([{ name: '髙①係' }])
  })

  it('takes nothing from a file with a mistake, and names the line', async () => {
    const before = [await count('departments'), await count('audit_events')]
    const wrong = await file('誤り.csv', `${organization}0700,環境部,部局,市長,,2月30日,\n`)
    const { code, said } = await run('import-organization', wrong)
    expect(code).toBe(1)
    expect(said).toContain('5行目 組織区分')
    expect(said).toContain('5行目 有効開始日')
    // The session of the command itself is opened and ended.
    expect([await count('departments'), await count('audit_events')]).toEqual([before[0], before[1]! + 2])
  })

  it('takes its people with one-time passwords in a file for its owner alone, and a second time nobody', async () => {
    const list = await file('利用者.csv', people)
    const passwords = path.join(folder, 'passwords.csv')
    const first = await run('import-people', list, '--passwords', passwords)
    expect(first.said).toContain('利用者: 2件追加、0件は登録済みです。\n役割: 2件追加、0件は登録済みです。\n')
    expect(await readFile(passwords, 'utf8')).toMatch(/ciso,\w{4}-\w{4}-\w{4}-\w{4}\nshimin-tanto,/u)
    if (process.platform !== 'win32') expect((await stat(passwords)).mode & 0o777).toBe(0o600)
    const again = await run('import-people', list, '--passwords', passwords)
    expect(again.said).toContain('利用者: 0件追加、2件は登録済みです。\n役割: 0件追加、2件は登録済みです。\n')
    expect(again.said).toContain('発行する人はいません')
  })

  it('leaves no session of the system open', async () => {
    const { rows } = await database.ownerPool.query(
      `select id from sessions where kind = 'system' and ended_at is null`,
    )
    expect(rows).toEqual([])
  })
})
