import { anchorsInWords, findingInWords, verificationWords } from '@/lib/labels/trail-verification'
import { verifyTrail } from '@/lib/platform/audit/verify'
import { auditPlace } from './audit-place'

/* `npm run audit:verify`: checks the whole trail as the database's owner; exit code 1 names what is broken. */
try {
  const place = await auditPlace(process.env)
  try {
    const verdict = await verifyTrail(place.ownerUrl, place.anchors)
    if (verdict.findings.length === 0) console.log(verificationWords.sound(verdict))
    else {
      console.error(verificationWords.broken(verdict.findings.length))
      for (const finding of verdict.findings) console.error(`- ${findingInWords(finding)}`)
      process.exitCode = 1
    }
    console.log(anchorsInWords(verdict))
  } finally {
    await place.close()
  }
} catch (error) {
  console.error(verificationWords.failed(error instanceof Error ? error.message : String(error)))
  process.exitCode = 1
}
