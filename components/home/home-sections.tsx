import type { ReactNode } from 'react'
import { ReviewList } from '@/components/reviews/review-list'
import { Empty } from '@/components/ui/empty'
import { Section } from '@/components/ui/section'
import type { ListedReview } from '@/lib/features/reviews/schema'
import { homeLabels as words } from '@/lib/labels/home'
import { TaskList } from './task-list'
import type { Task } from './tasks'

type HomeSectionsProps = { tasks: Task[]; reviews: ListedReview[]; acts: ReactNode }

/** What waits, the reviews that run, and the likeliest pages: nothing that is not there. */
export function HomeSections({ tasks, reviews, acts }: HomeSectionsProps) {
  const nothing = tasks.length === 0
  return (
    <>
      {nothing ? (
        <Empty why={words.nothing} todo={words.nothingTodo} action={acts} />
      ) : (
        <Section id="waiting" title={words.waiting}>
          <TaskList tasks={tasks} />
        </Section>
      )}
      {reviews.length > 0 && (
        <Section id="reviews" title={words.reviews}>
          <ReviewList reviews={reviews} mayMake={false} />
        </Section>
      )}
      {!nothing && (
        <Section id="tasks" title={words.tasks}>
          {acts}
        </Section>
      )}
    </>
  )
}
