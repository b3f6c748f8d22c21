import { previewLabels as words } from '@/lib/labels/import-preview'

/** A box that chooses a row of a file; `of` names the row for screen readers. */
export function SelectRow({ place, of }: { place: number; of: string }) {
  return (
    <label className="inline-flex size-11 items-center justify-center">
      <span className="sr-only">
        {words.select}：{of}
      </span>
      <input type="checkbox" name="selected" value={place} className="row-select size-5 accent-blue-900" />
    </label>
  )
}
