import './outside-next.mjs'

/*
 * Loads the sample city into an empty database: node --import tsx scripts/load-sample-city.ts
 * Needs DATABASE_URL, DATABASE_OWNER_URL and, where it is not the reader's name with `_write`, DATABASE_WRITE_URL.
 */
const { loadSampleCity, NotEmpty } = await import('./sample-city/load')
const { closeDatabase } = await import('@/lib/platform/database')

const ownerUrl = process.env['DATABASE_OWNER_URL']
if (!process.env['DATABASE_URL'] || !ownerUrl) {
  console.error('DATABASE_URL と DATABASE_OWNER_URL を指定してください。')
  process.exit(1)
}
try {
  const isTerminal = process.stdout.isTTY
  await loadSampleCity(ownerUrl, (line) => process.stdout.write(isTerminal ? `\r${line} ` : `${line}\n`))
  process.stdout.write(isTerminal ? '\n' : '')
} catch (error) {
  console.error(error instanceof NotEmpty ? error.message : error)
  process.exitCode = 1
} finally {
  await closeDatabase()
}
