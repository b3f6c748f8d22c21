import { redirect } from 'next/navigation'
import { PrintedLedger } from '@/components/assets/printed-ledger'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { exportHref, readExport } from '@/lib/features/assets/export-schema'
import { showPrint } from '@/lib/features/assets/print-queries'
import { printLabels as words } from '@/lib/labels/export'
import { requireMay } from '@/lib/platform/page-access'

export const metadata = { title: words.title }

export default async function PrintPage({ searchParams }: PageProps<'/assets/print'>) {
  const actor = await requireMay('asset.export')
  const asked = readExport(await searchParams, actor.viewer.today)
  if (typeof asked.request === 'string') redirect(exportHref(asked))
  const { rows, title, ...shown } = await showPrint(actor, asked, asked.request)
  return (
    <>
      <div className="no-print">
        <PageHead title={words.title} lead={words.lead} back={{ href: shown.backHref, label: words.back }} />
      </div>
      {rows === null && <Empty why={title} todo={words.tooManyTodo} />}
      {rows?.length === 0 && <Empty why={words.none} todo={words.noneTodo} />}
      {rows !== null && rows.length > 0 && <PrintedLedger {...shown} count={title} rows={rows} />}
    </>
  )
}
