import { receiveUpload } from '@/lib/features/imports/upload-actions'
import { requireMay } from '@/lib/platform/page-access'

/** A file handed in; the answer is the page of its import, or the form again with why not. */
export async function POST(request: Request) {
  const actor = await requireMay('asset.import')
  const location = await receiveUpload(actor, request)
  return new Response(null, { status: 303, headers: { location } })
}

/** Where signing in again leads back to after the session ended: the file has to be chosen once more. */
export async function GET() {
  await requireMay('asset.import')
  return new Response(null, { status: 303, headers: { location: '/assets/import' } })
}
