import 'server-only'
import type { UploadRefusal } from '@/lib/domain/import/import-state'
import { takingIn } from '@/lib/platform/at-once'
import type { May } from '@/lib/platform/authorize'
import { logFault } from '@/lib/platform/log'
import { FileTooLarge, NoFile, receiveFile } from '@/lib/platform/multipart'
import { readerLimits } from '@/lib/platform/spreadsheet/reader/unreadable'
import { importHref } from './schema'
import { keepFile } from './upload-commands'

/** Beside the file: the form's own lines. */
const frameBytes = 64 << 10

/**
 * ファイルを送る, for the route that takes the form: no server action of Next's, which would keep the whole body in
 * memory. Answers where to go next.
 */
export async function receiveUpload(actor: May<'asset.import'>, request: Request): Promise<string> {
  const told = Number(request.headers.get('content-length') ?? 0)
  if (told > readerLimits.fileBytes + frameBytes) return refusedHref('tooLarge')
  const leave = takingIn.enter()
  if (!leave) return refusedHref('busy')
  try {
    const kept = await receiveFile(request, readerLimits.fileBytes, (file) =>
      keepFile(actor, { ...file, name: file.name.slice(-255) }),
    )
    return 'refused' in kept ? refusedHref(kept.refused) : importHref(kept.result.id)
  } catch (error) {
    if (error instanceof NoFile) return refusedHref('noFile')
    if (error instanceof FileTooLarge) return refusedHref('tooLarge')
    logFault(error)
    return refusedHref('cutOff')
  } finally {
    leave()
  }
}

function refusedHref(refused: UploadRefusal): string {
  return `/assets/import?refused=${refused}`
}
