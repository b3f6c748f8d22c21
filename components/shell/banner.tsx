import { shellLabels } from '@/lib/labels/shell'

/** `movedTo`: the day the clock stands on, in words, when it was moved. */
export type BannerProps = { sampleData: boolean; movedTo?: string | undefined }

/** Says that nothing here is real work: sample data, and the day if the clock was moved. */
export function Banner({ sampleData, movedTo }: BannerProps) {
  if (!sampleData && !movedTo) return null
  return (
    <aside
      aria-label={shellLabels.bannerName}
      className="border-b border-yellow-900 bg-yellow-50 px-4 py-1 text-14 md:px-8 print:px-0"
    >
      {sampleData && (
        <>
          <strong>{shellLabels.sampleData}</strong>。{shellLabels.sampleDataMore}
        </>
      )}
      {movedTo && <span className="ml-2">{shellLabels.clockMoved(movedTo)}。</span>}
    </aside>
  )
}
