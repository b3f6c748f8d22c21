import pg from 'pg'
import { verificationWords } from '@/lib/labels/trail-verification'
import { anchorHead, AnchorMismatch } from '@/lib/platform/audit/anchors'
import { auditPlace } from './audit-place'

/* `npm run audit:anchor`: writes the chain's head into the anchor file, outside the database. */
try {
  const place = await auditPlace(process.env)
  const client = new pg.Client({ connectionString: place.ownerUrl, connectionTimeoutMillis: 10_000 })
  try {
    if (!place.anchors) throw new Error(verificationWords.noSecret)
    await client.connect()
    const anchor = await anchorHead(client, place.anchors, new Date())
    console.log(anchor ? verificationWords.anchored(anchor.linkNumber) : verificationWords.nothingToAnchor)
  } finally {
    await client.end().catch(() => undefined)
    await place.close()
  }
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error)
  const words = error instanceof AnchorMismatch ? verificationWords.anchorMismatch : verificationWords.failed
  console.error(words(reason))
  process.exitCode = 1
}
