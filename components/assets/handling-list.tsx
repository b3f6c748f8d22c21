import { Section } from '@/components/ui/section'
import type { HandlingRestriction } from '@/lib/domain/scheme'
import { assetDetailLabels as words } from '@/lib/labels/asset-pages'
import { policyAreaLabels } from '@/lib/labels/scheme'

type HandlingListProps = { restrictions: readonly HandlingRestriction[]; additions: readonly string[] }

/** How the asset must be handled: a checklist that can be printed. */
export function HandlingList({ restrictions, additions }: HandlingListProps) {
  const none = restrictions.length === 0 && additions.length === 0
  return (
    <Section id="handling" title={words.handling} lead={none ? undefined : words.handlingLead}>
      {none ? (
        <p>{words.handlingNone}</p>
      ) : (
        <ul className="checklist">
          {restrictions.map((restriction) => (
            <li key={restriction.code}>
              {restriction.text}{' '}
              <span className="text-14 text-gray-700">{policyAreaLabels[restriction.area]}</span>
            </li>
          ))}
          {additions.map((addition) => (
            <li key={addition}>
              {addition} <span className="text-14 text-gray-700">{words.handlingNotes}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
