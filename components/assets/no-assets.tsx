import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { assetListLabels as words } from '@/lib/labels/asset-pages'

/** Why the list is empty: nothing matches, or there is nothing yet. */
export function NoAssets({ isFiltered, mayCreate }: { isFiltered: boolean; mayCreate: boolean }) {
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
      todo={mayCreate ? words.emptyLedgerTodo : undefined}
      action={mayCreate ? <ButtonLink href="/assets/new">{words.create}</ButtonLink> : undefined}
    />
  )
}
