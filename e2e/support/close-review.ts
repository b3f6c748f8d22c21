import '@/scripts/outside-next.mjs'

/** Closes a review as the server does, in a process that can be killed: SESSION, REVIEW and its VERSION say which and by whom. */
const { closeReview } = await import('@/lib/features/reviews/commands')
const { authorize } = await import('@/lib/platform/authorize')
const { resumeSession } = await import('@/lib/platform/viewer')

const viewer = await resumeSession(process.env['SESSION'] ?? '')
if (!viewer) throw new Error('nobody is signed in')
const id = BigInt(process.env['REVIEW'] ?? '')
await closeReview(authorize(viewer, 'review.manage'), { id, version: Number(process.env['VERSION']) })
process.exit(0)
