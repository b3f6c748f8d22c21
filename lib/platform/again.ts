import { Prisma } from '@/generated/prisma/client'

/**
 * Does work whose transaction met another's in a deadlock, or could not be put in order with it, once more: what was
 * rolled back left nothing. `times` in all; then the error is the caller's.
 */
export async function tryAgain<T>(work: () => Promise<T>, times = 3): Promise<T> {
  for (let left = times; ; left--) {
    try {
      return await work()
    } catch (error) {
      if (left <= 1 || !metAnother(error)) throw error
    }
  }
}

const meetings = new Set(['40P01', '40001'])

function metAnother(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  if (error.code === 'P2034') return true
  return [...meetings].some((code) => JSON.stringify(error.meta ?? {}).includes(`"${code}"`))
}
