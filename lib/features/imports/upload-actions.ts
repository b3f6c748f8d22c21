import 'server-only'
import type { UploadRefusal } from '@/lib/domain/import/import-state'
import { takingIn } from '@/lib/platform/at-once'
import type { May } from '@/lib/platform/authorize'
import { logFault } from '@/lib/platform/log'
import { FileTooLarge, NoFile, receiveFile } from '@/lib/platform/multipart'
import { readerLimits } from '@/lib/platform/spreadsheet/reader/unreadable'
import { importHref, readImportKey } from './schema'
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
  let instead: bigint | null = null
  const leave = takingIn.enter()
  if (!leave) return refusedHref('busy')
  try {
    const kept = await receiveFile(request, readerLimits.fileBytes, (file) =>
      keepFile(actor, {
        ...file,
        name: file.name.slice(-255),
        instead: (instead = readImportKey(file.fields['instead'])),
      }),
    )
    return 'refused' in kept ? refusedHref(kept.refused, instead) : importHref(kept.result.id)
  } catch (error) {
    if (error instanceof NoFile) return refusedHref('noFile', instead)
    if (error instanceof FileTooLarge) return refusedHref('tooLarge', instead)
    logFault(error)
    return refusedHref('cutOff', instead)
  } finally {
    leave()
  }
}

/** Back to the form that was used, with the reason in the address. */
function refusedHref(refused: UploadRefusal, instead: bigint | null = null): string {
  const at = instead === null || refused === 'gone' ? '/assets/import' : `/assets/import/${instead}`
  return `${at}?refused=${refused}${at === '/assets/import' ? '' : '#resend'}`
}
