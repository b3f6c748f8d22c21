import { mailTo } from '../support/mail-city'
import type { Portal } from '../support/portal'
import { reviewOf } from '../support/review-city'
import type { View } from './view'

/** Notices of an open review, each in its reader's list, as the job writes them. */
export async function tellOfReview(portal: Portal): Promise<void> {
  await reviewOf(portal)
  await portal.database.ownerPool.query('select write_due_notices()')
}

export async function filledReminders(portal: Portal): Promise<string> {
  await tellOfReview(portal)
  return `/reviews/${(await reviewOf(portal)).review}/reminders`
}

async function filledNotices(portal: Portal): Promise<string> {
  await tellOfReview(portal)
  return '/notices'
}

async function readNotices(portal: Portal): Promise<string> {
  await tellOfReview(portal)
  await portal.database.ownerPool.query(
    `update notices set read_at = now() where person_id = (select id from people where login_id = 'shimin-kacho')`,
  )
  return '/notices'
}

/** Mails in every state, to people of the sample city; nothing goes out: nobody listens there. */
async function filledMails(portal: Portal): Promise<string> {
  const { ownerPool } = portal.database
  await mailTo(ownerPool, 1, false)
  await ownerPool.query(`
    insert into digests (person_id, day, address, subject, body, message_id, state, attempts, unclear, sent_at, last_error)
    select p.id, app_today() - n, p.mail, 'お知らせ', '', format('<view-%s@x>', n), s.state, 1 + n, s.unclear,
      case s.state when 'sent' then now() end, s.error
    from (values (0, 'queued', 0, null), (1, 'sent', 0, null), (2, 'sent', 1, 'interrupted'),
      (3, 'failed', 0, 'connect ECONNREFUSED 192.0.2.25:25'), (4, 'gaveUp', 0, '550 5.1.1 mailbox unavailable'), (5, 'unsure', 2, 'Timeout (ETIMEDOUT)')
    ) s (n, state, unclear, error), people p where p.login_id = 'shimin-tanto' on conflict do nothing`)
  return '/mail'
}

/** A job that failed for good, in the queue of the job library. */
export async function filledJobs(portal: Portal): Promise<string> {
  const { ownerPool } = portal.database
  await ownerPool.query(
    `select graphile_worker.add_job('sendMail', run_at := now() + interval '1 day', job_key := 'given up', max_attempts := 1)`,
  )
  await ownerPool.query(
    `update graphile_worker._private_jobs set attempts = 1, last_error = 'no mail server' where key = 'given up'`,
  )
  return '/jobs'
}

/** The pages of what the portal tells by itself: filled, empty, in trouble. */
export const noticeViews: Record<string, View[]> = {
  '/notices': [
    { loginId: 'shimin-tanto', address: filledNotices },
    { loginId: 'shimin-kacho', address: readNotices, as: 'all read' },
    { loginId: 'kansa', address: () => '/notices', as: 'without any' },
  ],
  '/mail': [
    { loginId: 'admin', address: () => '/mail' },
    { loginId: 'admin', address: filledMails, as: 'with mails in every state' },
  ],
}
