import { ButtonLink } from '@/components/ui/button'

/** The two or three pages that somebody in this role most likely wants next. */
export function LikelyTasks({ acts }: { acts: { href: string; label: string }[] }) {
  return (
    <div className="flex flex-wrap gap-3">
      {acts.map(({ href, label }, at) => (
        <ButtonLink key={href} href={href} kind={at === 0 ? 'primary' : 'secondary'}>
          {label}
        </ButtonLink>
      ))}
    </div>
  )
}
