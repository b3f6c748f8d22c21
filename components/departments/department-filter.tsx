import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { Tabs } from '@/components/ui/tabs'
import { departmentsHref } from '@/lib/features/departments/search-schema'
import { departmentLabels as words } from '@/lib/labels/departments-pages'

type DepartmentFilterProps = { q: string; all: boolean; lacking: boolean; offersLacking: boolean }

/** Which departments to show: a word, and today's only, those of other days too, or those without a needed role. */
export function DepartmentFilter({ q, all, lacking, offersLacking }: DepartmentFilterProps) {
  const views = [
    { href: departmentsHref({ q }), label: words.today, current: !all && !lacking },
    { href: departmentsHref({ q, all: true }), label: words.all, current: all && !lacking },
    { href: departmentsHref({ q, lacking: true }), label: words.lacking, current: lacking },
  ].slice(0, offersLacking ? 3 : 2)
  return (
    <>
      <form
        method="get"
        action="/departments"
        role="search"
        className="no-print mb-4 flex flex-wrap items-end gap-x-4"
      >
        <TextField name="q" label={words.search} value={q} type="search" />
        {all && <input type="hidden" name="all" value="1" />}
        {lacking && <input type="hidden" name="lacking" value="1" />}
        <div className="mb-6">
          <Button kind="secondary">{words.searchAct}</Button>
        </div>
      </form>
      <Tabs label={words.views} tabs={views} />
      {lacking && <p className="mb-4">{words.lackingLead}</p>}
    </>
  )
}
