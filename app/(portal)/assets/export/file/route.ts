import { exportLedger } from '@/lib/features/assets/export-file-queries'
import { exportHref, readExport } from '@/lib/features/assets/export-schema'
import { requireMay } from '@/lib/platform/page-access'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
}

/** The ledger as a file, within reach and recorded; what cannot be written leads back to the page that says why. */
export async function GET(request: Request) {
  const actor = await requireMay('asset.export')
  const params = new URL(request.url).searchParams
  const given = Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name)]))
  const asked = readExport(unwrapped(given), actor.viewer.today)
  if (typeof asked.request === 'string') return leadTo(exportHref(asked))
  const file = await exportLedger(actor, asked.request)
  if ('refused' in file) return leadTo(exportHref(asked, '/export', { refused: file.refused }))
  return new Response(file.body, {
    headers: {
      'Content-Type':
        file.kind === 'csv'
          ? `text/csv; charset=${asked.wish.encoding === 'cp932' ? 'Shift_JIS' : 'UTF-8'}`
          : types.xlsx,
      'Content-Disposition': `attachment; filename="ledger.${file.kind}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}

/** Asking for the head alone would leave an event and an open reading for nothing. */
export function HEAD() {
  return new Response(null, { status: 405, headers: { allow: 'GET' } })
}

function leadTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location } })
}

/** As a page gets its search: one text where there is one. */
function unwrapped(given: Record<string, string[]>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(given).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  )
}
