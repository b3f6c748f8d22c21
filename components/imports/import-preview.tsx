import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import type { ShownImport, ShownPreview } from '@/lib/features/imports/shown-schema'
import { importForgotten, importShowEmpty } from '@/lib/labels/import-pages'
import { failureWords, previewLabels as words } from '@/lib/labels/import-preview'
import { ConfirmImport } from './confirm-import'
import { CancelImport } from './cancel-import'
import { ImportRows } from './import-rows'
import { ImportTools } from './import-tools'
import { RoleTable } from './role-table'
import { SkipForm } from './skip-form'

type ImportPreviewProps = { shown: ShownImport; preview: ShownPreview }

/** What a file would do to the ledger, before it does. `failure`: why writing it was given up before. */
export function ImportPreview({ shown, preview, failure }: ImportPreviewProps & { failure: string | null }) {
  const { counts } = shown
  const left = counts.refused + counts.double
  const todo = counts.new + counts.changed
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
      {preview.isUnsure && (
        <Notice kind="warn" title={words.unsure}>
          {words.unsureMore}
        </Notice>
      )}
      {preview.asOf && counts.changed > 0 && <Notice kind="warn" title={words.asOfPast(preview.asOf)} />}
      <ImportTools
        id={shown.id}
        asked={left > 0 ? preview.asked : 0}
        hasMarks={left > 0 || counts.noticed > 0}
      />
      {left === 0 && todo > 0 && <ConfirmImport shown={shown} request={preview.request} />}
      <PreviewRows shown={shown} preview={preview} />
      <CancelImport id={shown.id} version={shown.version} />
    </>
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
