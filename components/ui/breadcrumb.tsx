import { kitLabels } from '@/lib/labels/form'

/** Where this page lies; the last entry is the page itself. */
export function Breadcrumb({ items }: { items: { label: string; href?: string | undefined }[] }) {
  return (
    <nav aria-label={kitLabels.breadcrumb} className="no-print mb-2 text-14">
      <ol className="flex flex-wrap gap-x-2">
        {items.map((item, at) => (
          <li key={item.label} className="flex gap-x-2">
            {at > 0 && <span aria-hidden="true">＞</span>}
            {item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
