import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import path from 'node:path'

const names = /** @type {const} */ ([
  'ownerPassword',
  'readerPassword',
  'writerPassword',
  'sessionSecret',
  'auditAnchorSecret',
])

/**
 * The secrets that nobody was asked for: made at random once, kept in a file for this account's eyes only (0600).
 * @param {string} folder
 * @returns {Record<(typeof names)[number], string>} 64 hexadecimal digits each
 */
export function readOrMakeSecrets(folder) {
  const file = path.join(folder, 'secrets.json')
  /** @type {Record<string, string>} */
  const found = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
  const made = names.map((name) => [name, found[name] ?? randomBytes(32).toString('hex')])
  const all = /** @type {Record<(typeof names)[number], string>} */ (Object.fromEntries(made))
  if (names.some((name) => found[name] === undefined)) {
    fs.mkdirSync(folder, { recursive: true })
    const fresh = `${file}.${process.pid}`
    fs.writeFileSync(fresh, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 })
    fs.renameSync(fresh, file)
  }
  return all
}
