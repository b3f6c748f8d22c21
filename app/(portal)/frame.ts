import type { PortalFrameProps } from '@/components/shell/portal-frame'
import type { NavEntry } from '@/components/shell/side-nav'
import { signOut } from '@/lib/features/sessions/actions'
import { formatDate } from '@/lib/labels/dates'
import { homeLabels } from '@/lib/labels/home'
import { importListLabels } from '@/lib/labels/import-pages'
import { roleLabels } from '@/lib/labels/roles'
import { navLabels, shellLabels } from '@/lib/labels/shell'
import { may } from '@/lib/platform/authorize'
import type { Viewer, ViewerGrant } from '@/lib/platform/viewer'

/** A grant in words: 市民課 情報資産担当者; in the post of somebody else, with their name. */
function postOf(grant: ViewerGrant): string {
  const post = [grant.department ?? grant.executiveBody, roleLabels[grant.role]].filter(Boolean).join('　')
  return grant.deputyForName === null ? post : shellLabels.asDeputy(post, grant.deputyForName)
}

/** The entries a person can really open, in the order of the frame: never a dead one. */
function navOf(viewer: Viewer): NavEntry[] {
  const organization = may(viewer, 'person.read') ? '/people' : '/departments'
  const entries: (NavEntry | false)[] = [
    { href: '/', label: navLabels.home },
    may(viewer, 'asset.read') && { href: '/assets', label: navLabels.assets },
    may(viewer, 'review.read') && { href: '/reviews', label: navLabels.reviews },
    may(viewer, 'dashboard.read') && { href: '/dashboard', label: navLabels.dashboard },
    may(viewer, 'organization.read') && {
      href: organization,
      label: navLabels.organization,
      also: ['/departments', '/schemes', '/standard-ledger'],
    },
    may(viewer, 'audit.read') && { href: '/audit-log', label: navLabels.records },
    may(viewer, 'job.read') && { href: '/jobs', label: navLabels.jobs },
    may(viewer, 'mail.manage') && { href: '/mail', label: navLabels.mail },
  ]
  return entries.filter((entry) => entry !== false)
}

/** What somebody in this role most likely wants to do next: two or three pages, the likeliest first. */
export function likelyActs(viewer: Viewer, isLedgerEmpty: boolean): { href: string; label: string }[] {
  const { act } = homeLabels
  const acts = [
    isLedgerEmpty && { href: '/assets/import', label: importListLabels.link },
    may(viewer, 'asset.create') && { href: '/assets/new', label: act.create },
    may(viewer, 'audit.readSources') && { href: '/audit-log', label: act.records },
    may(viewer, 'dashboard.read') &&
      !may(viewer, 'asset.create') && { href: '/dashboard', label: act.dashboard },
    may(viewer, 'asset.read') && { href: '/assets', label: act.search },
    may(viewer, 'standardLedger.edit') && { href: '/standard-ledger', label: act.standard },
    may(viewer, 'person.manage') && { href: '/people', label: act.people },
    { href: '/schemes', label: act.schemes },
  ]
  return acts.filter((each) => each !== false).slice(0, 3)
}

/** Whoever may name a deputy, sees who stands in for whom, or stands in for somebody. */
function hasDeputies(viewer: Viewer): boolean {
  if (viewer.mustChangePassword) return false
  const isDeputy = viewer.grants.some((grant) => grant.deputyForName !== null)
  return isDeputy || may(viewer, 'deputy.name') || may(viewer, 'person.read')
}

/** What the frame shows of a viewer; before a one-time password is changed there is nowhere else to go. */
export function frameOf(viewer: Viewer): Omit<PortalFrameProps, 'children'> {
  const posts = [...new Set(viewer.grants.map(postOf))]
  return {
    viewer: { name: viewer.name, posts },
    nav: viewer.mustChangePassword ? [] : navOf(viewer),
    waiting: viewer.mustChangePassword ? undefined : { count: viewer.waiting, href: '/inbox' },
    notices: viewer.mustChangePassword ? undefined : { count: viewer.notices, href: '/notices' },
    searchable: !viewer.mustChangePassword && may(viewer, 'asset.read'),
    city: viewer.city ?? undefined,
    deputiesHref: hasDeputies(viewer) ? '/deputies' : undefined,
    signOut,
    basisDate: formatDate(viewer.today),
    banner: {
      sampleData: viewer.sampleData,
      movedTo: viewer.clockMoved ? formatDate(viewer.today) : undefined,
    },
  }
}
