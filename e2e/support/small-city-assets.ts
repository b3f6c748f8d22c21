import type { Permission } from '@/lib/domain/access'
import { draftAssets } from '@/lib/features/assets/commands'
import type { May } from '@/lib/platform/authorize'
import { anAsset } from '@/lib/testing/asset-draft'
import { registerThrough } from '@/lib/testing/registered'
import { clerkOf, codesWithAssets, managerOf } from '@/lib/testing/small-city'
import { accepted } from '@/scripts/sample-city/actors'

export type CityAsset = {
  number: bigint
  code: string
  name: string
  visibility: 'internal' | 'restricted'
  state: 'draft' | 'active'
}
type AsPerson = <P extends Permission>(login: string, permission: P) => Promise<May<P>>

/** Two registered assets in each department, the second 関係者限り; drafts wait in 市民課 and 納税課. Each name is its own. */
export async function fillLedgers(
  may: AsPerson,
  departmentIds: ReadonlyMap<string, bigint>,
  schemes: { municipal: bigint; education: bigint },
): Promise<CityAsset[]> {
  const all: CityAsset[] = []
  for (const code of codesWithAssets) {
    const departmentId = departmentIds.get(code)
    if (departmentId === undefined) throw new Error(`no department ${code}`)
    const family = code.startsWith('33') ? 'education' : 'municipal'
    const rows: Omit<CityAsset, 'number'>[] = [
      { code, name: `受付簿${code}`, visibility: 'internal', state: 'active' },
      { code, name: `秘密の名簿${code}`, visibility: 'restricted', state: 'active' },
      ...(code === '110' || code === '210'
        ? [{ code, name: `下書き${code}`, visibility: 'internal', state: 'draft' } as const]
        : []),
    ]
    const drafts = rows.map(({ name, visibility }) =>
      anAsset({ departmentId, schemes, family, name, visibility }),
    )
    const { numbers } = accepted(await draftAssets(await may(clerkOf(code), 'asset.create'), drafts), code)
    const added = rows.flatMap((row, at) =>
      numbers[at] === undefined ? [] : [{ ...row, number: numbers[at] }],
    )
    const active = added.filter((asset) => asset.state === 'active').map(({ number }) => number)
    await registerThrough(may, clerkOf(code), [managerOf(code)], active)
    all.push(...added)
  }
  return all
}
