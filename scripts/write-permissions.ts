import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { permissionDocument } from '@/lib/architecture/permission-document'

// Writes docs/permissions.md anew; a test fails while it is out of date.
const file = path.resolve(import.meta.dirname, '../docs/permissions.md')
await writeFile(file, permissionDocument())
console.log(path.relative(process.cwd(), file))
