import { schoolLabels as words } from '@/lib/labels/schools'

/** Where schools without a line to the portal are answered for. */
export function OfflineHint() {
  return (
    <p className="mb-6">
      {words.offlineHint} <a href="/reviews">{words.offlineLink}</a>
    </p>
  )
}
