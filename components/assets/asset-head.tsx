import { ButtonLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { StateLabel, type StateTone } from '@/components/ui/state-label'
import { ZoneLabel } from '@/components/ui/zone-label'
import type { AssetState } from '@/lib/domain/asset'
import type { LevelCodes } from '@/lib/domain/classification'
import type { Level, SchemeFamily } from '@/lib/domain/scheme'
import { assetStateLabels } from '@/lib/labels/asset'
import { assetDetailLabels as words } from '@/lib/labels/asset-pages'
import { AssetLevels } from './asset-levels'

/** How a state is framed; the frame only repeats what the word says. */
export const stateTones: Record<AssetState, StateTone> = {
  draft: 'waiting',
  active: 'active',
  disposed: 'closed',
  merged: 'closed',
  cancelled: 'closed',
}

export function AssetStateLabel({ state }: { state: string }) {
  return (
    <StateLabel tone={stateTones[state as AssetState]}>{assetStateLabels[state as AssetState]}</StateLabel>
  )
}

type AssetHeadProps = {
  number: string
  name: string
  state: string
  department: string
  zone: { label: string } | 'notApplicable' | 'notEntered'
  family: SchemeFamily
  levels: readonly Level[]
  codes: Partial<LevelCodes>
  isClassified: boolean
  /** The list from which one came. */
  backHref: string
  editHref?: string | undefined
  reclassifyHref?: string | undefined
}

/** The head that stays: number, name, department, zone, levels, and where one changes it. */
export function AssetHead(asset: AssetHeadProps) {
  return (
    <PageHead
      sticky
      title={asset.name}
      back={{ href: asset.backHref, label: words.back }}
      above={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span>{words.number(asset.number)}</span>
          <AssetStateLabel state={asset.state} />
          <span>{asset.department}</span>
          <ZoneLabel zone={asset.zone} />
          {asset.isClassified ? <AssetLevels {...asset} /> : <ZoneLabel zone="unclassified" />}
        </span>
      }
      action={
        <>
          {asset.reclassifyHref && (
            <ButtonLink kind="secondary" href={asset.reclassifyHref}>
              {words.reclassify}
            </ButtonLink>
          )}
          {asset.editHref && (
            <ButtonLink kind="secondary" href={asset.editHref}>
              {words.edit}
            </ButtonLink>
          )}
        </>
      }
    />
  )
}
