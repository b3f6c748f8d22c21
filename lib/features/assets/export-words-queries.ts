import { rolePermissions } from '@/lib/domain/access'
import { schemeFamilies } from '@/lib/domain/scheme'
import { formatDateWithoutWeekday } from '@/lib/labels/dates'
import { exportLabels as words } from '@/lib/labels/export'
import { schemeFamilyLabels } from '@/lib/labels/scheme'
import type { May } from '@/lib/platform/authorize'
import type { ExportRequest } from './export-schema'
import { asOptions, chipsOf, optionsOf } from './list-queries'
import type { AssetSearch } from './search-schema'
import { findDepartmentChoices, findVocabulary } from './vocabulary-queries'

/** What narrows a search, each with its field and value in words. */
export async function conditionsInWords(
  actor: May<'asset.export'>,
  search: AssetSearch,
): Promise<readonly string[]> {
  const vocabulary = await findVocabulary(actor)
  const departments = search.department
    ? (await findDepartmentChoices(actor, 'asset.export')).map(({ code, name, bureau }) => ({
        value: code,
        label: bureau ? `${bureau} ${name}` : name,
      }))
    : []
  const families = schemeFamilies.map((family) => ({ value: family, label: schemeFamilyLabels[family] }))
  return chipsOf(search, {
    ...optionsOf(vocabulary),
    department: departments,
    family: families,
    scheme: asOptions(vocabulary.schemes),
    category: asOptions(vocabulary.categories),
    body: asOptions(vocabulary.bodies),
  }).map((chip) => chip.name)
}

export function orderInWords({ sort, direction }: AssetSearch): string {
  return (direction === 'desc' ? words.descending : words.ascending)(words.orders[sort])
}

/** The day for which the written ledger stands. */
export function basisInWords({ asOf }: Pick<ExportRequest, 'asOf'>, today: string): string {
  return asOf ? words.basis(formatDateWithoutWeekday(asOf)) : words.now(formatDateWithoutWeekday(today))
}

/** The department whose ledger it is, where it is that of one: the one searched for, else that of the viewer's only post. */
export async function departmentOf(actor: May<'asset.export'>, search: AssetSearch): Promise<string | null> {
  if (search.department) {
    const choices = await findDepartmentChoices(actor, 'asset.export')
    return choices.find(({ code }) => code === search.department)?.name ?? null
  }
  const posts = actor.viewer.grants.filter(
    ({ role, deputyForName }) => rolePermissions[role].includes('asset.export') && deputyForName === null,
  )
  const places = new Set(
    posts.map(({ scope, department }) => (scope.kind === 'department' ? department : null)),
  )
  return places.size === 1 ? ([...places][0] ?? null) : null
}
