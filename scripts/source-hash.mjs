import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import path from 'node:path'

/**
 * One SHA-256 over the names and contents of files and folders (recursively; tests left out). What is missing counts as absent.
 * @param {string} root
 * @param {string[]} entries relative to `root`
 */
export function hashOfFiles(root, entries) {
  const hash = createHash('sha256').update(process.version)
  for (const entry of entries) addTo(hash, root, entry)
  return hash.digest('hex')
}

/** @param {import('node:crypto').Hash} hash @param {string} root @param {string} entry */
function addTo(hash, root, entry) {
  const place = path.join(root, entry)
  const stat = fs.statSync(place, { throwIfNoEntry: false })
  if (!stat) return
  if (stat.isDirectory()) {
    for (const name of fs.readdirSync(place).sort()) addTo(hash, root, path.join(entry, name))
  } else if (!/\.test\.\w+$/.test(entry)) {
    hash.update(`\0${entry}\0`).update(fs.readFileSync(place))
  }
}
