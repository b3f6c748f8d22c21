'use client'
import { Combobox } from '@/components/form/combobox'
import { Select } from '@/components/form/select'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { Chip, ChipList } from '@/components/ui/chip'
import { filterLabels } from '@/lib/labels/filters'
import { assetListLabels as words } from '@/lib/labels/asset-pages'

type Option = { value: string; label: string; group?: string }
export type AssetFiltersProps = {
  query: string
  /** What is in force, each with the address that leaves it out. */
  chips: { name: string; removeHref: string }[]
  /** The conditions to choose from, once somebody has asked for them: they are half of the page. */
  fields: {
    departments: Option[]
    department: string
    selects: { name: string; label: string; options: Option[]; value: string }[]
  } | null
  /** The same search with the conditions shown, or hidden again. */
  panelHref: string
  /** Parts of the search that the form has no field for now and that must stay. */
  kept: { name: string; value: string }[]
}

/** How the ledger is searched: a GET form; every search is an address that can be sent to somebody. */
export function AssetFilters({ query, chips, fields, panelHref, kept }: AssetFiltersProps) {
  return (
    <search>
      {chips.length > 0 && (
        <p className="hidden print:mb-2 print:block">
          {filterLabels.printed(chips.map((chip) => chip.name))}
        </p>
      )}
      <form method="get" action="/assets" className="no-print mb-4">
        <div className="flex flex-wrap items-end gap-x-4">
          <div className="w-full max-w-md">
            <TextField name="q" type="search" label={words.search} value={query} />
          </div>
          <div className="mb-6 flex items-center gap-4">
            <Button kind="secondary">{words.searchAct}</Button>
            {fields ? (
              <a href={panelHref}>{words.hideFilters}</a>
            ) : (
              // A button, not a link: what was typed beside it comes along.
              <button
                name="panel"
                value="open"
                className="cursor-pointer text-blue-1000 underline underline-offset-4"
              >
                {words.filters}
              </button>
            )}
          </div>
        </div>
        {fields && <Fields {...fields} />}
        {kept.map(({ name, value }) => (
          <input key={`${name}-${value}`} type="hidden" name={name} value={value} />
        ))}
      </form>
      {chips.length > 0 && (
        <div className="no-print">
          <ChipList clearHref="/assets">
            {chips.map((chip) => (
              <Chip key={chip.name} {...chip} />
            ))}
          </ChipList>
        </div>
      )}
    </search>
  )
}

function Fields({ departments, department, selects }: NonNullable<AssetFiltersProps['fields']>) {
  return (
    <fieldset className="mb-6 border-y border-gray-200 pt-4">
      <legend className="sr-only">{words.filters}</legend>
      <div className="grid gap-x-6 md:grid-cols-2 lg:grid-cols-3">
        {departments.length > 1 && (
          <div className="max-w-2xl md:col-span-full">
            <Combobox name="department" label={words.department} options={departments} value={department} />
          </div>
        )}
        {selects.map((select) => (
          <Select
            key={select.name}
            {...select}
            emptyLabel={select.name === 'state' ? words.stateCurrent : words.any}
          />
        ))}
      </div>
      <div className="mb-6">
        <Button kind="secondary" size="small">
          {words.searchAct}
        </Button>
      </div>
    </fieldset>
  )
}
