import { Select } from '@/components/form/select'
import { DateField, NumberField, TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { auditGroups } from '@/lib/domain/audit-group'
import type { TrailSearch } from '@/lib/features/audit-log/schema'
import { auditLogLabels as words } from '@/lib/labels/audit-log'

const groups = auditGroups.map((value) => ({ value, label: words.groups[value] }))

/** The filters of the trail; a GET form, so that what one looked at has an address. */
export function TrailFilter({ search, open }: { search: TrailSearch; open: boolean }) {
  return (
    <search className="no-print mb-6">
      <details open={open}>
        <summary className="w-fit text-blue-1000 underline underline-offset-4">{words.filters}</summary>
        <form method="get" action="/audit-log" className="mt-3">
          <div className="grid gap-x-6 md:grid-cols-2 xl:grid-cols-3">
            <TextField
              name="person"
              label={words.person}
              help={words.personHelp}
              value={search.person}
              type="search"
            />
            <Select
              name="group"
              label={words.group}
              options={groups}
              value={search.group}
              emptyLabel={words.anyGroup}
            />
            <NumberField name="asset" label={words.asset} value={search.asset} />
            <DateField name="from" label={words.from} value={search.from} />
            <DateField name="to" label={words.to} value={search.to} />
          </div>
          <Button kind="secondary">{words.act}</Button>
        </form>
      </details>
    </search>
  )
}
