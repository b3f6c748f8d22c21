import type { Tab } from '@/components/ui/tabs'
import { organizationTabLabels as words } from '@/lib/labels/people-pages'
import { moveLabels } from '@/lib/labels/moves'
import { may } from '@/lib/platform/authorize'
import type { Viewer } from '@/lib/platform/viewer'

const pages = {
  people: { href: '/people', permission: 'person.read' },
  renewal: { href: '/people/renewal', permission: 'grant.manageClerks' },
  departments: { href: '/departments', permission: 'organization.read' },
  moves: { href: moveLabels.address, permission: 'asset.moveToSuccessor' },
  schemes: { href: '/schemes', permission: 'scheme.read' },
  standardLedger: { href: '/standard-ledger', permission: 'standardLedger.read' },
} as const

/** The pages about organisation, people and rules that this person can open. */
export function organizationTabs(viewer: Viewer, current: keyof typeof pages): Tab[] {
  return (Object.keys(pages) as (keyof typeof pages)[])
    .filter((page) => may(viewer, pages[page].permission))
    .map((page) => ({ href: pages[page].href, label: words[page], current: page === current }))
}
