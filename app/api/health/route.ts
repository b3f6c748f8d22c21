import { connection } from 'next/server'
import { checkHealth } from '@/lib/platform/health'

/** 200 while the database answers and its migrations are current, else 503. For monitors: needs no sign-in, tells no secret. */
export async function GET() {
  await connection()
  const health = await checkHealth()
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
