import type { Portal } from '../support/portal'
import { comesEveryYear, disownOne, reviewOf, scheduledReview } from '../support/review-city'
import { reviewAt } from '../support/review-stages'
import { broughtAnswers, schoolReview } from '../support/school-review'
import { filledReminders } from './notice-views'
import type { View } from './view'

type Opened = Awaited<ReturnType<typeof reviewOf>>
const view = (loginId: string, below: (opened: Opened) => string, as?: string): View => ({
  loginId,
  address: async (portal: Portal) => `/reviews/${below(await reviewOf(portal))}`,
  ...(as === undefined ? {} : { as }),
})
const scheduled =
  (below = '') =>
  async (portal: Portal) =>
    `/reviews/${await scheduledReview(portal)}${below}`
type Staged = Awaited<ReturnType<typeof reviewAt>>
const at =
  (stage: Parameters<typeof reviewAt>[1], below: (staged: Staged) => string) => async (portal: Portal) =>
    `/reviews/${below(await reviewAt(portal, stage))}`
const closed = (below: (opened: Opened) => string) => async (portal: Portal) =>
  `/reviews/${below(await reviewOf(portal, '締め切った見直し', true))}`

async function listWithOne(portal: Portal) {
  await reviewOf(portal)
  return '/reviews'
}

async function unrouted(portal: Portal) {
  const opened = await reviewOf(portal)
  await disownOne(portal, opened)
  return `/reviews/${opened.review}/route`
}

async function recurring(portal: Portal) {
  await comesEveryYear(portal, (await reviewOf(portal)).review)
  // One that could come every year too.
  await scheduledReview(portal)
  return '/reviews/recurring'
}

const onPaper = (isAnswered: boolean) => (portal: Portal) =>
  broughtAnswers(portal, isAnswered ? '学校の見直しの紙' : '学校の見直しの紙（途中）', isAnswered)
const parentOf = (address: string) => address.replace(/\/\d+$/u, '')

/** The pages of reviews: filled, empty, before and after. */
export const reviewViews: Record<string, View[]> = {
  '/reviews': [
    { loginId: 'jimukyoku', address: listWithOne },
    { loginId: 'shimin-tanto', address: () => '/reviews' },
  ],
  '/reviews/new': [
    { loginId: 'jimukyoku', address: () => '/reviews/new' },
    {
      loginId: 'jimukyoku',
      address: async (portal) => `/reviews/new?copy=${(await reviewOf(portal)).review}`,
      as: 'copied',
    },
    { loginId: 'kyoiku-kacho', address: () => '/reviews/new', as: 'for schools' },
  ],
  '/reviews/[id]': [
    view('jimukyoku', ({ review }) => review),
    view('jimukyoku', ({ review, bureau }) => `${review}?bureau=${bureau}`, 'one bureau'),
    { loginId: 'jimukyoku', address: scheduled(), as: 'before it begins' },
    { loginId: 'jimukyoku', address: at('certified', ({ review }) => review), as: 'certified' },
    { loginId: 'jimukyoku', address: closed(({ review }) => review), as: 'closed' },
  ],
  '/reviews/[id]/edit': [{ loginId: 'jimukyoku', address: scheduled('/edit') }],
  '/reviews/[id]/sheet': [
    view('shimin-tanto', ({ review }) => `${review}/sheet`),
    view(
      'shimin-tanto',
      ({ review, department }) => `${review}/sheet?department=${department}&show=changed`,
      'empty',
    ),
    view(
      'jimukyoku',
      ({ review, department }) => `${review}/sheet?department=${department}&show=all`,
      'only to look',
    ),
    { loginId: 'shirei-tanto', address: at('answered', ({ review }) => `${review}/sheet`), as: 'answered' },
    {
      loginId: 'shirei-tanto',
      address: at('certified', ({ review }) => `${review}/sheet?show=all`),
      as: 'certified',
    },
  ],
  '/reviews/[id]/sheet/[number]': [
    view('shimin-tanto', ({ review, asset }) => `${review}/sheet/${asset}`),
    view('jimukyoku', ({ review, asset }) => `${review}/sheet/${asset}`, 'only to look'),
  ],
  '/reviews/[id]/certify': [
    view(
      'shimin-kacho',
      ({ review, department }) => `${review}/certify?department=${department}`,
      'not answered yet',
    ),
    {
      loginId: 'shirei-kacho',
      address: at('answered', ({ review, department }) => `${review}/certify?department=${department}`),
      as: 'answered, with questions',
    },
    {
      loginId: 'shirei-kacho',
      address: at('certified', ({ review, department }) => `${review}/certify?department=${department}`),
      as: 'certified',
    },
  ],
  '/reviews/[id]/sign-off': [
    view('shimin-bucho', ({ review, bureau }) => `${review}/sign-off?bureau=${bureau}`, 'not certified yet'),
    {
      loginId: 'shobo-kyokucho',
      address: at('certified', ({ review, bureau }) => `${review}/sign-off?bureau=${bureau}`),
    },
    {
      loginId: 'shobo-kyokucho',
      address: at('signedOff', ({ review, bureau }) => `${review}/sign-off?bureau=${bureau}`),
      as: 'signed off',
    },
  ],
  '/reviews/[id]/return': [
    view('jimukyoku', ({ review, department }) => `${review}/return?department=${department}`),
    {
      loginId: 'jimukyoku',
      address: at('certified', ({ review, department }) => `${review}/return?department=${department}`),
      as: 'certified',
    },
  ],
  '/reviews/[id]/reminders': [
    view('jimukyoku', ({ review }) => `${review}/reminders`),
    { loginId: 'jimukyoku', address: filledReminders, as: 'filled' },
    { loginId: 'jimukyoku', address: scheduled('/reminders'), as: 'before it begins' },
  ],
  '/reviews/[id]/reopen': [
    {
      loginId: 'jimukyoku',
      address: closed(({ review, department }) => `${review}/reopen?department=${department}`),
    },
  ],
  '/reviews/[id]/route': [
    { loginId: 'jimukyoku', address: unrouted },
    {
      loginId: 'jimukyoku',
      address: closed(({ review }) => `${review}/route`),
      as: 'empty',
    },
  ],
  '/reviews/[id]/offline': [
    { loginId: 'kyoiku-kacho', address: async (portal) => parentOf(await onPaper(true)(portal)) },
    {
      loginId: 'mama-tanto',
      address: async (portal) => `/reviews/${await schoolReview(portal, '学校の見直し')}/offline`,
      as: 'without any',
    },
    {
      loginId: 'kyoiku-kacho',
      address: async (portal) => `${parentOf(await onPaper(true)(portal))}?refused=busy`,
      as: 'refused',
    },
  ],
  '/reviews/[id]/offline/[book]': [
    { loginId: 'kyoiku-kacho', address: onPaper(false), as: 'with something of each kind' },
    { loginId: 'kyoiku-kacho', address: onPaper(true), as: 'answered' },
  ],
  '/reviews/recurring': [{ loginId: 'jimukyoku', address: recurring }],
  '/reviews/statement': [{ loginId: 'jimukyoku', address: () => '/reviews/statement' }],
  '/reviews/[id]/close': [view('jimukyoku', ({ review }) => `${review}/close`)],
  '/reviews/[id]/report': [
    {
      loginId: 'jimukyoku',
      address: closed(({ review }) => `${review}/report`),
      as: 'where nobody answered',
    },
    { loginId: 'jimukyoku', address: at('closed', ({ review }) => `${review}/report`) },
    view('jimukyoku', ({ review }) => `${review}/report`, 'before it is closed'),
  ],
}
