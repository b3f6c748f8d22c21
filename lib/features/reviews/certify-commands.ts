import 'server-only'
import { z } from 'zod'
import {
  certifyRefusals,
  signOffRefusals,
  type CertifyRefusal,
  type SignOffRefusal,
} from '@/lib/domain/review-answers'
import { tryAgain } from '@/lib/platform/again'
import type { May } from '@/lib/platform/authorize'
import { atLength, change, type Outcome } from '@/lib/platform/change'
import { departmentOf } from './commands'

type Certified = { id: bigint }
const id = z.string().transform((given) => BigInt(given))

const certified = z.union([
  z.object({ outcome: z.literal('certified'), id }),
  z.object({ outcome: z.enum(certifyRefusals) }),
])

/** 証明する: exactly the answers whose hash the page showed; answers that changed since are shown again. */
export async function certifyDepartment(
  actor: May<'review.certify'>,
  { review, department, hash }: { review: bigint; department: bigint; hash: string },
): Promise<Outcome<Certified, CertifyRefusal>> {
  return tryAgain(() =>
    change<'review.certify', Certified, CertifyRefusal>(
      actor,
      async (db) => {
        const [row] = await db.$queryRaw<{ answer: unknown }[]>`
          select certify_department(${review}, ${department}, ${hash}) as answer`
        const answer = certified.parse(row?.answer)
        if (answer.outcome !== 'certified') return { refused: answer.outcome }
        return {
          result: { id: answer.id },
          events: [
            {
              ...departmentOf(review, department),
              action: 'review.certified',
              details: { answersHash: hash },
            },
          ],
        }
      },
      atLength,
    ),
  )
}

const signedOff = z.union([
  z.object({ outcome: z.literal('signedOff'), id }),
  z.object({ outcome: z.enum(signOffRefusals) }),
])

/** 部局の確認: all certificates of a bureau's departments, or of its schools, as the page showed them. */
export async function signOffBureau(
  actor: May<'review.signOff'>,
  { review, bureau, schools, hash }: { review: bigint; bureau: bigint; schools: boolean; hash: string },
): Promise<Outcome<Certified, SignOffRefusal>> {
  return tryAgain(() =>
    change<'review.signOff', Certified, SignOffRefusal>(actor, async (db) => {
      const [row] = await db.$queryRaw<{ answer: unknown }[]>`
        select sign_off_bureau(${review}, ${bureau}, ${schools}, ${hash}) as answer`
      const answer = signedOff.parse(row?.answer)
      if (answer.outcome !== 'signedOff') return { refused: answer.outcome }
      return {
        result: { id: answer.id },
        events: [{ action: 'review.signedOff', subjectType: 'review_sign_offs', subjectId: answer.id }],
      }
    }),
  )
}
