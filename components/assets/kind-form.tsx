import { Choice } from '@/components/form/choice'
import { Combobox } from '@/components/form/combobox'
import { Button, ButtonLink } from '@/components/ui/button'
import type { KindCode } from '@/lib/domain/asset'
import { kindCodes } from '@/lib/domain/asset'
import { assetFieldLabels, kindLabels, rowRule } from '@/lib/labels/asset'
import { assetFormLabels as words, kindHints } from '@/lib/labels/asset-pages'

type KindFormProps = {
  departments: { value: string; label: string }[]
  department: string | undefined
  kind: KindCode | undefined
  /** The review that misses it. */
  review: string | undefined
}

/** The first step: what kind, whose. A GET form, so that the next page asks only what this kind needs. */
export function KindForm({ departments, department, kind, review }: KindFormProps) {
  const [only] = departments
  return (
    <form method="get" action="/assets/new" className="max-w-3xl">
      <p className="mb-6">{rowRule}</p>
      {review && <input type="hidden" name="review" value={review} />}
      {departments.length === 1 && only ? (
        <input type="hidden" name="department" value={only.value} />
      ) : (
        <Combobox
          name="department"
          label={assetFieldLabels.departmentId}
          required
          options={departments}
          value={department}
        />
      )}
      <Choice
        name="kind"
        label={assetFieldLabels.kindCode}
        required
        value={kind}
        options={kindCodes.map((code) => ({ value: code, label: kindLabels[code], hint: kindHints[code] }))}
      />
      <div className="flex flex-wrap gap-3">
        <Button kind="primary">{words.next}</Button>
        <ButtonLink kind="quiet" href="/assets">
          {words.cancel}
        </ButtonLink>
      </div>
    </form>
  )
}
