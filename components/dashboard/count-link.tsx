import { countInWords } from '@/lib/labels/dashboard'

/** A number that opens what it counts; nothing to open at 0. */
export function CountLink({ count, href, name }: { count: number; href: string; name?: string | undefined }) {
  if (count === 0) return <span className="text-gray-700">0</span>
  return (
    <a href={href} aria-label={name}>
      {countInWords(count)}
    </a>
  )
}
