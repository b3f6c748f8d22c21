import type { PortalFrameProps } from '@/components/shell/portal-frame'
import type { NavEntry } from '@/components/shell/side-nav'
import { roleLabels } from '@/lib/labels/roles'
import { navLabels } from '@/lib/labels/shell'
import { may } from '@/lib/platform/authorize'
import type { Viewer, ViewerGrant } from '@/lib/platform/viewer'

/** A grant in words: 市民課 情報資産担当者. */
function postOf(grant: ViewerGrant): string {
  return [grant.department ?? grant.executiveBody, roleLabels[grant.role]].filter(Boolean).join('　')
}

/** The entries a person can really open, in the order of the frame. */
function navOf(viewer: Viewer): NavEntry[] {
  const entries: (NavEntry | false)[] = [
    { href: '/', label: navLabels.home },
    may(viewer, 'asset.read') && { href: '/assets', label: navLabels.assets },
    may(viewer, 'dashboard.read') && { href: '/dashboard', label: navLabels.dashboard },
  ]
  return entries.filter((entry) => entry !== false)
}

/** What the frame shows of a viewer; before a one-time password is changed there is nowhere else to go. */
export function frameOf(viewer: Viewer): Omit<PortalFrameProps, 'children'> {
  const posts = [...new Set(viewer.grants.map(postOf))]
  return {
    viewer: { name: viewer.name, posts },
    nav: viewer.mustChangePassword ? [] : navOf(viewer),
    searchable: !viewer.mustChangePassword && may(viewer, 'asset.read'),
    banner: { sampleData: viewer.sampleData },
  }
}
