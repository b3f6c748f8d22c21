import { holds, type Permission } from '@/lib/domain/access'
import type { Viewer } from './viewer'

declare const allowed: unique symbol
/** Proof that a viewer holds a permission. Only `authorize` mints it; commands and queries take nothing else. */
export type May<P extends Permission> = {
  readonly viewer: Viewer
  readonly permission: P
  readonly [allowed]: P
}

/** The viewer lacks the permission: 403 without content. */
export class Forbidden extends Error {
  constructor(readonly permission: Permission) {
    super(`not permitted: ${permission}`)
  }
}

/** @throws {Forbidden} unless one of the viewer's grants holds the permission today; how far it reaches is asked per row. */
export function authorize<P extends Permission>(viewer: Viewer, permission: P): May<P> {
  if (!may(viewer, permission)) throw new Forbidden(permission)
  return { viewer, permission } as May<P>
}

export function may(viewer: Viewer, permission: Permission): boolean {
  return holds(viewer.grants, permission, viewer.today)
}
