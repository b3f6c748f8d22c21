import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { Tabs } from '@/components/ui/tabs'
import { departmentsHref } from '@/lib/features/departments/search-schema'
import { departmentLabels as words } from '@/lib/labels/departments-pages'

/** Which departments to show: a word, and today's only or those of other days too. */
export function DepartmentFilter({ q, all }: { q: string; all: boolean }) {
  const views = [
    { href: departmentsHref({ q, all: false }), label: words.today, current: !all },
    { href: departmentsHref({ q, all: true }), label: words.all, current: all },
  ]
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
        <div className="mb-6">
          <Button kind="secondary">{words.searchAct}</Button>
        </div>
      </form>
      <Tabs label={words.views} tabs={views} />
    </>
  )
}
