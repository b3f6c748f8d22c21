import { Empty } from '@/components/ui/empty'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import type { UploadRefusal } from '@/lib/domain/import/import-state'
import type { ShownImport, ShownPreview } from '@/lib/features/imports/shown-schema'
import { importForgotten, importShowEmpty } from '@/lib/labels/import-pages'
import { failureWords, importLabels, previewLabels as words } from '@/lib/labels/import-preview'
import { ConfirmImport } from './confirm-import'
import { CancelImport } from './cancel-import'
import { ImportRows } from './import-rows'
import { ImportTools } from './import-tools'
import { ResendFile } from './resend-file'
import { RoleTable } from './role-table'
import { SkipForm } from './skip-form'

type ImportPreviewProps = { shown: ShownImport; preview: ShownPreview }
type OpenProps = { failure: string | null; refused: UploadRefusal | null }

/** What a file would do to the ledger, before it does. `failure`: why writing it was given up before. */
export function ImportPreview({ shown, preview, failure, refused }: ImportPreviewProps & OpenProps) {
  const { counts } = shown
  const left = counts.refused + counts.double
  const todo = counts.new + counts.changed
  // What can be confirmed needs no other file; what can't, or only with remarks, may be mended at its source.
  const mayResend = left > 0 || counts.noticed > 0 || refused !== null
  const stopped = failure === null ? undefined : failureWords[failure]
  return (
    <>
      {stopped !== undefined && <Notice kind="warn" title={stopped} />}
      {left > 0 ? (
        <Notice kind="warn" title={words.notReady(counts.refused, counts.double)}>
          {words.notReadyMore}
        </Notice>
      ) : todo > 0 ? (
        <Notice title={words.ready}>{words.readyMore}</Notice>
      ) : (
        <Notice kind="done" title={words.same}>
          {words.sameMore}
        </Notice>
      )}
      {left > 0 && <AskedFirst id={shown.id} asked={preview.asked} />}
      <Unsure unsure={preview.unsure} />
      {preview.asOf && counts.changed > 0 && <Notice kind="warn" title={words.asOfPast(preview.asOf)} />}
      <ImportTools id={shown.id} hasMarks={left > 0 || counts.noticed > 0} mayResend={mayResend} />
      {left === 0 && todo > 0 && <ConfirmImport shown={shown} preview={preview} />}
      {(left > 0 || todo === 0) && counts.notInFile > 0 && (
        <p className="mb-6">{words.notInFile(counts.notInFile)}</p>
      )}
      <PreviewRows shown={shown} preview={preview} />
      {mayResend && <ResendFile shown={shown} refused={refused} handled={counts.skipped + preview.mended} />}
      <CancelImport id={shown.id} version={shown.version} />
    </>
  )
}

/** Names are decided once each, before rows are looked at one by one. */
function AskedFirst({ id, asked }: { id: string; asked: ShownPreview['asked'] }) {
  if (asked.words === 0) return null
  return (
    <div className="no-print mb-8 flex flex-wrap items-center gap-x-6 gap-y-2">
      <ButtonLink kind="primary" href={`/assets/import/${id}/names`}>
        {importLabels.names(asked.words)}
      </ButtonLink>
      <p>{words.askedFirst(asked.rows)}</p>
    </div>
  )
}

/** What of the file as a whole wasn't clear, each with the page that puts it right. */
export function Unsure({ unsure }: Pick<ShownPreview, 'unsure'>) {
  if (unsure.length === 0) return null
  return (
    <Notice kind="warn" title={words.unsure}>
      <ul className="mt-1 grid gap-1">
        {unsure.map(({ text, href }) => (
          <li key={text}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** The rows of one kind under their tab; also when all is written. */
export function PreviewRows({ shown, preview }: ImportPreviewProps) {
  const { show, rows, roles, groups } = preview
  const isOpen = shown.state === 'previewed'
  const maySkip = isOpen && (show === 'refused' || show === 'double')
  const isEmpty = rows.length === 0 && roles.length === 0
  const table =
    show === 'roles' ? (
      <RoleTable roles={roles} />
    ) : (
      <ImportRows id={shown.id} rows={rows} show={show} isOpen={isOpen} />
    )
  return (
    <>
      <Tabs tabs={preview.tabs} label={words.tabs} />
      {groups.length > 1 && (
        <p className="mb-4 text-14">
          {words.groups}：{groups.join('、')}
        </p>
      )}
      {isEmpty ? (
        <Empty why={preview.isForgotten ? importForgotten : importShowEmpty[show]} />
      ) : maySkip ? (
        <SkipForm shown={shown} show={show}>
          {table}
        </SkipForm>
      ) : (
        table
      )}
      <Pager nextHref={preview.nextHref} previousHref={preview.firstHref} />
    </>
  )
}
