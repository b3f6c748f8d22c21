import { Notice } from '@/components/ui/notice'
import type { UploadRefusal } from '@/lib/domain/import/import-state'
import { importListLabels as words, unchangedWord, uploadRefusalWords } from '@/lib/labels/import-pages'
import { FileChoice } from './file-choice'

/** Where a ledger's file is handed in: an ordinary form, whose answer is the page of the import. */
export function UploadForm({ refused }: { refused: UploadRefusal | null }) {
  return (
    <>
      {refused && (
        <Notice kind="error" title={uploadRefusalWords[refused]}>
          {unchangedWord}
        </Notice>
      )}
      <form
        method="post"
        action="/assets/import/upload"
        encType="multipart/form-data"
        className="mb-8 max-w-3xl border border-gray-420 bg-gray-50 px-5 py-5"
      >
        <FileChoice />
      </form>
      <h2 className="text-18 font-bold">{words.whatTitle}</h2>
      <ul className="mt-1 mb-10 max-w-3xl list-disc pl-6">
        {words.what.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  )
}
