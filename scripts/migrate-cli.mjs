import { migrate } from './migrate.mjs'

/* `npm run migrate`: brings the structure of DATABASE_OWNER_URL's database up to date; may be repeated at will. */
try {
  const ownerUrl = process.env.DATABASE_OWNER_URL
  if (!ownerUrl)
    throw new Error('DATABASE_OWNER_URL に、データベースの所有者で接続する URL を指定してください。')
  const { applied } = await migrate(ownerUrl, { log: (name) => console.log(`適用しています: ${name}`) })
  console.log(applied.length > 0 ? `${applied.length} 件の移行を適用しました。` : 'すでに最新です。')
} catch (error) {
  console.error(`エラー: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
