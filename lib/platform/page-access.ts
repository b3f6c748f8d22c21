import { forbidden } from 'next/navigation'
import type { Permission } from '@/lib/domain/access'
import { authorize, may, type May } from './authorize'
import { requireViewer } from './viewer'

/** For pages, before anything streams: signed in (else to the sign-in page) and permitted (else 403 without content). */
export async function requireMay<P extends Permission>(permission: P): Promise<May<P>> {
  const viewer = await requireViewer()
  if (!may(viewer, permission)) forbidden()
  return authorize(viewer, permission)
}
