import { proposeChanges } from './waiting-proposals'
import { largestDepartment } from './city-departments'
import { onlookers } from './city-people'
import { timePage } from './figures'
import { inTenths, type ReviewBench, type ReviewLoad } from './review-load'
import { cookieOf, servePortal } from './serving'

/** What people see of a review while it is answered: before the counts are folded and after, with an inbox that is full. */
export async function timeReviewPages(bench: ReviewBench, { requests, waiting }: ReviewLoad): Promise<void> {
  const { city, owner, review, log } = bench
  await proposeChanges(bench, waiting)
  const portal = await servePortal(city)
  const head = `manager-${largestDepartment}`
  const progress = `/reviews/${review}`
  const pages = [
    { name: 'progress', login: onlookers.secretariat, path: progress, limit: 50 },
    { name: 'progress', login: onlookers.largestClerk, path: progress, limit: 50 },
    { name: 'sheet', login: onlookers.largestClerk, path: `${progress}/sheet?show=all`, limit: 100 },
    {
      name: 'sheet, small department',
      login: onlookers.smallClerk,
      path: `${progress}/sheet?show=all`,
      limit: 50,
    },
    { name: `inbox with ${waiting} waiting`, login: head, path: '/inbox', limit: 100 },
    { name: `any page with ${waiting} waiting`, login: head, path: '/password', limit: 15 },
  ]
  try {
    for (const folded of [false, true]) {
      if (folded) await owner.query('select fold_review_counts()')
      const { rows } = await owner.query<{ count: number }>('select count(*)::int from review_counts')
      log(`\npages, counts ${folded ? 'folded' : 'as they came'} (${rows[0]?.count ?? 0} cells)`)
      log('| as | page | median ms | p95 | best tenth | target | server CPU ms |')
      log('| --- | --- | ---: | ---: | ---: | ---: | ---: |')
      for (const page of folded ? pages.slice(0, 2) : pages) {
        const time = await timePage(portal, page, await cookieOf(city, page.login), requests)
        const cpu = time.processor === null ? '' : inTenths(time.processor)
        const cells = [inTenths(time.median), inTenths(time.p95), inTenths(time.best), page.limit, cpu]
        log(`| ${[page.login, page.name, ...cells].join(' | ')} |`)
      }
    }
  } finally {
    await portal.stop()
  }
}
