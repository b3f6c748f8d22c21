import { Check } from '@/components/form/choice'
import { Combobox } from '@/components/form/combobox'
import { Select } from '@/components/form/select'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { roles } from '@/lib/domain/access'
import type { PeopleSearch } from '@/lib/features/people/search-schema'
import { peopleLabels as words } from '@/lib/labels/people-pages'
import { roleLabels } from '@/lib/labels/roles'

export type DepartmentChoice = { id: bigint; code: string; name: string; bureau: string | null }

export function departmentOptions(departments: readonly DepartmentChoice[]) {
  return departments.map(({ id, code, name, bureau }) => ({
    value: id.toString(),
    label: [bureau, name].filter(Boolean).join(' '),
    hint: code,
    keywords: code,
  }))
}

/** The filters of the list; a GET form, so that a filtered list has an address. */
export function PeopleFilter({
  search,
  departments,
}: {
  search: PeopleSearch
  departments: DepartmentChoice[]
}) {
  const roleOptions = roles
    .filter((role) => role !== 'system')
    .map((role) => ({ value: role, label: roleLabels[role] }))
  const states = (['ending', 'none'] as const).map((value) => ({ value, label: words.states[value] }))
  return (
    <form method="get" action="/people" role="search" className="no-print mb-4">
      <div className="grid items-end gap-x-6 md:grid-cols-2 xl:grid-cols-4">
        <TextField name="q" label={words.search} value={search.q} type="search" />
        <Select
          name="role"
          label={words.role}
          options={roleOptions}
          value={search.role}
          emptyLabel={words.anyRole}
        />
        <Combobox
          name="department"
          label={words.department}
          options={departmentOptions(departments)}
          value={search.department?.toString()}
        />
        <Select
          name="state"
          label={words.state}
          options={states}
          value={search.state}
          emptyLabel={words.anyState}
        />
      </div>
      <div className="flex flex-wrap items-start gap-x-6">
        <Check name="ended" label={words.ended} checked={search.ended} />
        <Button kind="secondary">{words.searchAct}</Button>
      </div>
    </form>
  )
}
