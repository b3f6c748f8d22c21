'use client'
import { ChangeList, type Change } from '@/components/ui/change-list'
import { Description, DescriptionList } from '@/components/ui/description-list'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { assetDetailLabels as words } from '@/lib/labels/asset-pages'

export type TrailEntry = {
  id: string
  when: string
  sentence: string
  /** Which review it belongs to. */
  about: string | null
  reason: string | null
  /** The first of all: there was nothing before, so its values stand alone. */
  isBeginning: boolean
  changes: Change[]
}

/** What happened to the asset, in words: who, when, what from what to what. */
export function AssetTrail({
  entries,
  olderHref,
}: {
  entries: TrailEntry[]
  olderHref?: string | undefined
}) {
  return (
    <Section id="trail" title={words.trail}>
      {entries.length === 0 && <p>{words.trailEmpty}</p>}
      <ol className="grid gap-5">
        {entries.map((entry) => (
          <li key={entry.id} className="border-l-4 border-gray-300 pl-4">
            <p>
              <span className="mr-4 text-14 tabular-nums text-gray-700">{entry.when}</span>
              {entry.sentence}
              {entry.about && <span className="ml-4 text-14 text-gray-700">{entry.about}</span>}
            </p>
            {entry.reason && <p className="whitespace-pre-line text-14">{entry.reason}</p>}
            {entry.isBeginning ? (
              <Disclosure summary={words.created}>
                <DescriptionList>
                  {entry.changes.map((change) => (
                    <Description key={change.field} term={change.field}>
                      {change.after}
                    </Description>
                  ))}
                </DescriptionList>
              </Disclosure>
            ) : (
              <ChangeList changes={entry.changes} />
            )}
          </li>
        ))}
      </ol>
      {olderHref && (
        <p className="mt-4">
          <a href={olderHref}>{words.trailOlder}</a>
        </p>
      )}
    </Section>
  )
}
