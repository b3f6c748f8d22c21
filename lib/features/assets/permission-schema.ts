import type { Permission } from '@/lib/domain/access'

/** Whoever may do something with assets may read them; how far is asked of the database. */
export type AssetPermission = Extract<Permission, `asset.${string}`>
