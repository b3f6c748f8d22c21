import type { ReactNode } from 'react'
import { PlainFrame } from '@/components/shell/plain-frame'
import { PortalFrame } from '@/components/shell/portal-frame'
import { getViewer } from '@/lib/platform/viewer'
import { frameOf } from './frame'

/** The frame only: whether somebody may see a page is the page's own question (requireViewer, requireMay). */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer()
  if (!viewer) return <PlainFrame>{children}</PlainFrame>
  return <PortalFrame {...frameOf(viewer)}>{children}</PortalFrame>
}
