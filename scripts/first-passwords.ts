import { rm, writeFile } from 'node:fs/promises'
import type pg from 'pg'
import { deriveNewKey } from '@/lib/platform/auth/hashing'
import { newOneTimePassword } from '@/lib/platform/auth/one-time-password'
import { CommandError, type CommandLine } from './command-line'

/** A one-time password for whoever of these has none yet, by login ID; the owner sets them in this transaction. */
export async function issueFirstPasswords(
  owner: pg.Client,
  logins: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ id: string; login: string }>(
    `select p.id, p.login_id as login from people p
     where p.login_id = any ($1::text[]) and p.employment <> 'system'
       and not exists (select from credentials c where c.person_id = p.id)
     order by p.login_id`,
    [logins],
  )
  const issued = new Map<string, string>()
  for (const { id, login } of rows) {
    const password = newOneTimePassword()
    const { salt, key, memoryKib, passes, lanes } = await deriveNewKey(password)
    await owner.query('select set_initial_password($1, $2, $3, $4, $5, $6)', [
      id,
      Buffer.from(salt),
      Buffer.from(key),
      memoryKib,
      passes,
      lanes,
    ])
    issued.set(login, password)
  }
  return issued
}

/** Issues them and writes them into a new file that only its owner reads; answers how many. No file, no password. */
export function writeFirstPasswords(
  line: CommandLine,
  logins: readonly string[],
  file: string,
): Promise<number> {
  let isWritten = false
  return line
    .asOwner(async (owner) => {
      const issued = await issueFirstPasswords(owner, logins)
      if (issued.size === 0) return 0
      const text = [...issued].map(([login, password]) => `${login},${password}\n`).join('')
      try {
        await writeFile(file, `\uFEFFログインID,仮のパスワード\n${text}`, { mode: 0o600, flag: 'wx' })
      } catch {
        throw new CommandError(
          `${file} に書き出せません（同じ名前のファイルがあるときは別の名前にしてください）。パスワードは発行していません。`,
        )
      }
      isWritten = true
      return issued.size
    })
    .catch(async (error: unknown) => {
      if (isWritten) await rm(file, { force: true })
      throw error
    })
}
