import {
  permissions,
  reachOf,
  within,
  type Permission,
  type Reach,
  type ReachableDepartment,
} from '@/lib/domain/access'
import { may } from '@/lib/platform/authorize'
import type { SmallCity } from './small-city'

/** What the portal's code concludes that somebody may see of the small city; nobody at all: nothing. */
export type Expected = {
  personId: bigint | null
  held: Permission[]
  reachOf: (permission: Permission) => bigint[]
  /** Departments of asset.read, and of asset.readRestricted. */
  reached: bigint[]
  opened: bigint[]
  /** Assets that may be read, in order, and how many of them are registered or drafts. */
  numbers: bigint[]
  active: number
  drafts: number
  /** 関係者限り rows that may be counted only. */
  withheld: number
  auditsAll: boolean
  auditedNumbers: bigint[]
}

type DepartmentRow = { id: string; parent: string | null; category: string; body: string }

export function expectationsOf(city: SmallCity): (login: string | null) => Promise<Expected> {
  const known = new Map<string | null, Promise<Expected>>()
  return (login) => {
    const found = known.get(login) ?? expectationOf(city, login)
    known.set(login, found)
    return found
  }
}

async function expectationOf(city: SmallCity, login: string | null): Promise<Expected> {
  const viewer = login === null ? null : await city.viewerOf(login)
  const departments = await departmentsOf(city)
  const reach = (permission: Permission): Reach =>
    viewer === null
      ? { everything: false, departmentIds: new Set() }
      : reachOf(viewer.grants, permission, departments, viewer.today)
  const ids = (permission: Permission) =>
    [...city.departmentIds.values()].filter((id) => within(reach(permission), id))
  const departmentOf = (asset: { code: string }) => city.departmentIds.get(asset.code) ?? 0n
  const [reads, opens, audits] = [reach('asset.read'), reach('asset.readRestricted'), reach('audit.read')]
  const counted = city.assets.filter((asset) => within(reads, departmentOf(asset)))
  const isOpen = (asset: (typeof counted)[number]) =>
    asset.visibility === 'internal' || within(opens, departmentOf(asset))
  const readable = counted.filter(isOpen)
  return {
    personId: viewer?.personId ?? null,
    held: viewer === null ? [] : permissions.filter((permission) => may(viewer, permission)),
    reachOf: ids,
    reached: ids('asset.read'),
    opened: ids('asset.readRestricted'),
    numbers: readable.map(({ number }) => number),
    active: readable.filter(({ state }) => state === 'active').length,
    drafts: readable.filter(({ state }) => state === 'draft').length,
    withheld: counted.length - readable.length,
    auditsAll: audits.everything,
    auditedNumbers: city.assets
      .filter((asset) => within(audits, departmentOf(asset)))
      .map(({ number }) => number),
  }
}

/** The departments as the rule of reach wants them. */
export async function departmentsOf(city: SmallCity): Promise<ReachableDepartment[]> {
  const { rows } = await city.database.ownerPool.query<DepartmentRow>(
    `select id, parent_id as parent, category_code as category, executive_body_code as body from departments`,
  )
  return rows.map(({ id, parent, category, body }) => ({
    id: BigInt(id),
    parentId: parent === null ? null : BigInt(parent),
    category,
    executiveBody: body,
  }))
}
