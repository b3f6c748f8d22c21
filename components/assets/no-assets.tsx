import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { assetListLabels as words } from '@/lib/labels/asset-pages'
import { importListLabels } from '@/lib/labels/import-pages'

/** Why the list is empty: nothing matches, or there is nothing yet. */
export function NoAssets({
  isFiltered,
  mayCreate,
  mayImport,
}: {
  isFiltered: boolean
  mayCreate: boolean
  mayImport: boolean
}) {
  if (isFiltered) {
    const clear = (
      <ButtonLink kind="secondary" href="/assets">
        {words.clear}
      </ButtonLink>
    )
    return <Empty why={words.emptyMatch} todo={words.emptyMatchTodo} action={clear} />
  }
  return (
    <Empty
      why={words.emptyLedger}
      todo={mayImport ? words.emptyLedgerImport : mayCreate ? words.emptyLedgerTodo : undefined}
      action={
        (mayImport || mayCreate) && (
          <>
            {mayImport && (
              <ButtonLink kind={mayCreate ? 'secondary' : 'primary'} href="/assets/import">
                {importListLabels.link}
              </ButtonLink>
            )}
            {mayCreate && (
              <ButtonLink kind="secondary" href="/assets/new">
                {words.create}
              </ButtonLink>
            )}
          </>
        )
      }
    />
  )
}
