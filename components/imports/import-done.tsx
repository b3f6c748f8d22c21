import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { ProposalStateLabel } from '@/components/proposals/proposal-state'
import type { ShownBundle, ShownImport, ShownPreview } from '@/lib/features/imports/shown-schema'
import { importSummary } from '@/lib/labels/import-pages'
import { resultLabels as words } from '@/lib/labels/import-preview'
import { PreviewRows } from './import-preview'

type ImportDoneProps = { shown: ShownImport; preview: ShownPreview; bundles: ShownBundle[] }

/** What an import has written, and what of it waits for whom. */
export function ImportDone({ shown, preview, bundles }: ImportDoneProps) {
  return (
    <>
      <Notice kind="done" title={words.done}>
        {importSummary(shown.counts)}
      </Notice>
      <Section id="bundles" title={words.bundles} lead={bundles.length > 0 && words.bundlesLead}>
        {bundles.length === 0 ? (
          <p>{words.noBundles}</p>
        ) : (
          <ul className="grid gap-2">
            {bundles.map(({ href, title, items, state }) => (
              <li key={href} className="flex flex-wrap items-baseline gap-x-4">
                <a href={href}>{words.bundle(title, items)}</a>
                <ProposalStateLabel state={state} />
              </li>
            ))}
          </ul>
        )}
        <ul className="mt-4 flex flex-wrap gap-x-6">
          <li>
            <a href="/assets">{words.ledger}</a>
          </li>
          {preview.standard.new + preview.standard.changed > 0 && (
            <li>
              <a href="/standard-ledger">{words.standard}</a>
            </li>
          )}
          {shown.counts.draftsOnly > 0 && (
            <li>
              <a href="/assets?state=draft">{words.drafts}</a>
            </li>
          )}
        </ul>
      </Section>
      <PreviewRows shown={shown} preview={preview} />
    </>
  )
}
