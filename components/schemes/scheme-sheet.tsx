import { Description, DescriptionList } from '@/components/ui/description-list'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import {
  levelAxes,
  type HandlingRestriction,
  type LevelDefinition,
  type SchemeFamily,
  type SchemeStatus,
} from '@/lib/domain/scheme'
import { formatDateWithoutWeekday } from '@/lib/labels/dates'
import { axisLabels, schemeStatusLabels } from '@/lib/labels/scheme'
import { schemeLabels as words } from '@/lib/labels/schemes-pages'
import { LevelTable } from './level-table'
import { RestrictionTable } from './restriction-table'

export type ShownScheme = {
  family: SchemeFamily
  label: string
  source: string
  effectiveOn: string
  status: SchemeStatus
  levels: LevelDefinition[]
  restrictions: HandlingRestriction[]
}

/** One version in full, as one would print and pin it up. The leading axis of a school's scheme comes first. */
export function SchemeSheet({ scheme }: { scheme: ShownScheme }) {
  const axes = scheme.family === 'education' ? levelAxes.toReversed() : levelAxes
  return (
    <>
      {scheme.status === 'retired' && <Notice kind="warn" title={words.notInForce} />}
      {scheme.status === 'draft' && <Notice kind="info" title={words.draftNotice} />}
      <Section id="scheme" title={scheme.label} lead={words.summary}>
        <DescriptionList>
          <Description term={words.status}>{schemeStatusLabels[scheme.status]}</Description>
          <Description term={words.effectiveOn}>{formatDateWithoutWeekday(scheme.effectiveOn)}</Description>
          <Description term={words.source}>{scheme.source}</Description>
        </DescriptionList>
      </Section>
      {axes.map((axis) => {
        const levels = scheme.levels.filter((level) => level.axis === axis)
        if (levels.length === 0) return null
        return (
          <Section key={axis} id={axis} title={words.levels(axisLabels[axis])}>
            <LevelTable family={scheme.family} axis={axis} levels={levels} />
          </Section>
        )
      })}
      <Section id="restrictions" title={words.restrictions} lead={words.restrictionsLead}>
        {scheme.restrictions.length === 0 ? (
          <p>{words.noRestrictions}</p>
        ) : (
          <RestrictionTable restrictions={scheme.restrictions} levels={scheme.levels} />
        )}
      </Section>
    </>
  )
}
