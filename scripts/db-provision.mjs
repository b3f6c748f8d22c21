import { provisionSql, standardNames } from './provision.mjs'
import { readSettings } from './operator-settings.mjs'

/*
 * `npm run db:provision`: prints what a DBA runs once, as a superuser, with psql. Names come from DATABASE_URL and
 * DATABASE_OWNER_URL; passwords never: psql is told them when the script runs.
 */
try {
  const { databaseUrl, writeUrl, ownerUrl } = readSettings(process.env)
  const names = { ...standardNames }
  if (databaseUrl) {
    names.database = decodeURIComponent(new URL(databaseUrl).pathname.slice(1))
    names.reader = userOf(databaseUrl)
    names.writer = userOf(writeUrl ?? databaseUrl)
  }
  if (ownerUrl) names.owner = userOf(ownerUrl)
  if (new Set([names.owner, names.reader, names.writer]).size < 3) {
    throw new Error('所有者、読み取り用、書き込み用の利用者名は、それぞれ別にしてください。')
  }
  console.log(
    [
      '-- Daicho: 役割とデータベースを作ります（PostgreSQL 15 以上、繰り返し実行できます）。',
      '-- 管理者として、パスワードを付けて実行してください:',
      '--   psql -d postgres -v owner_password=… -v reader_password=… -v writer_password=… -f この出力.sql',
      '-- DATABASE_WRITE_URL を省くときは、読み取り用と書き込み用のパスワードを同じにします。',
      provisionSql(names),
    ].join('\n'),
  )
} catch (error) {
  console.error(`エラー: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}

/** @param {string} url */
function userOf(url) {
  return decodeURIComponent(new URL(url).username)
}
