import { Section } from '@/components/ui/section'
import { recurringLabels, statementLabels, toolsTitle } from '@/lib/labels/review-recurring'

/** Below the list, for whoever makes reviews. */
export function ReviewTools() {
  return (
    <Section id="tools" title={toolsTitle}>
      <ul className="flex flex-wrap gap-x-8 gap-y-2">
        <li>
          <a href="/reviews/recurring">{recurringLabels.link}</a>
        </li>
        <li>
          <a href="/reviews/statement">{statementLabels.link}</a>
        </li>
      </ul>
    </Section>
  )
}
