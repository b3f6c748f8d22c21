import { Prisma } from '@/generated/prisma/client'

/**
 * The database would not let this person write (a door's refusal, or a row policy): a form of another's department, or a
 * right that ended while the page was open. No fault of the portal's, and the same words as for a missing permission.
 */
export function writingRefused(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    JSON.stringify(error.meta ?? {}).includes('"42501"')
  )
}
