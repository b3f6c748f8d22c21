import { PageHead } from '@/components/ui/page-head'
import { StateLabel, type StateTone } from '@/components/ui/state-label'
import type { ShownImport } from '@/lib/features/imports/shown-schema'
import type { ImportState } from '@/lib/domain/import/import-state'
import { importStateLabels } from '@/lib/labels/import-pages'
import { importLabels as words } from '@/lib/labels/import-preview'

export const importTones: Record<ImportState, StateTone> = {
  uploaded: 'waiting',
  reading: 'waiting',
  asking: 'attention',
  previewed: 'attention',
  queued: 'waiting',
  committing: 'waiting',
  done: 'active',
  refused: 'closed',
  cancelled: 'closed',
  failed: 'attention',
}

/** The file, where its import stands, and what was found in it. */
export function ImportHead({ file, state, facts }: Pick<ShownImport, 'file' | 'state' | 'facts'>) {
  const above = (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <StateLabel tone={importTones[state]}>{importStateLabels[state]}</StateLabel>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </span>
  )
  return (
    <PageHead title={words.title(file)} above={above} back={{ href: '/assets/import', label: words.back }} />
  )
}
