import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { permissionDocument } from './permission-document'

test('docs/permissions.md is what the code says now (else: node --import tsx scripts/write-permissions.ts)', async () => {
  const file = path.resolve(import.meta.dirname, '../../docs/permissions.md')
  expect(await readFile(file, 'utf8')).toBe(permissionDocument())
})
