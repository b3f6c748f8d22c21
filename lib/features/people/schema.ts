import { z } from 'zod'
import type { Role } from '@/lib/domain/access'
import { roles } from '@/lib/domain/access'
import { fiscalYearEnd, fiscalYearOf } from '@/lib/domain/calendar'
import { fiscalYearEndWord, personColumns as columns, personFileLabels } from '@/lib/labels/people-file'
import { personFormLabels as words } from '@/lib/labels/people-forms'
import { roleFromWords, roleLabels } from '@/lib/labels/roles'
import { writtenDay, writtenDayOrNone } from '@/lib/platform/written-day'

export const employments = ['regular', 'fiscalYear', 'outsourced'] as const
export type Employment = (typeof employments)[number]
export type NewPerson = {
  loginId: string
  name: string
  kana?: string | null
  employeeNumber?: string | null
  employment?: Employment
  mail?: string | null
}

const text = z
  .string()
  .default('')
  .transform((typed) => typed.normalize('NFC').trim())
const textOrNone = text.transform((typed) => (typed === '' ? null : typed))
const loginId = text
  .transform((typed) => typed.normalize('NFKC').toLowerCase())
  .pipe(
    z
      .string()
      .min(1, words.missing)
      .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/u, words.loginIdShape),
  )
const name = text.pipe(z.string().min(1, words.missing).max(100, words.nameTooLong))
const mail = textOrNone.pipe(
  z
    .string()
    .max(254, words.mailShape)
    .regex(/^[^@\s]+@[^@\s]+$/u, words.mailShape)
    .nullable(),
)
const key = z
  .string()
  .regex(/^\d{1,18}$/u)
  .transform(BigInt)

const ownFields = {
  name,
  kana: textOrNone.pipe(z.string().max(100, words.nameTooLong).nullable()),
  employeeNumber: textOrNone.pipe(z.string().max(40, words.nameTooLong).nullable()),
  employment: z.enum(employments, { error: words.employment }),
  mail,
}

export const addPersonInput = z.object({ loginId, ...ownFields })
export const editPersonInput = z.object({ person: key, version: z.coerce.number().int(), ...ownFields })
export type PersonEdit = z.output<typeof editPersonInput>
export const endPersonInput = z.object({
  person: key,
  version: z.coerce.number().int(),
  endedOn: writtenDay(words.endMissing),
})

/** One line of the list of people; the same login ID may stand on several lines, one a role. */
export type PersonLine = {
  loginId: string
  name: string
  mail: string | null
  role: Role
  departmentCode: string | null
  until: string | null
}

/** `today`: 年度末 is the end of the fiscal year in which the list is read. */
export function personFileRow(today: string) {
  return z
    .object({
      [columns.loginId]: loginId,
      [columns.name]: name,
      [columns.mail]: mail,
      [columns.role]: text.transform((written, context) => {
        const role = roleFromWords(written)
        if (role !== null && role !== 'system') return role
        context.addIssue({ code: 'custom', message: personFileLabels.role(writtenRoles) })
        return z.NEVER
      }),
      [columns.departmentCode]: textOrNone,
      [columns.until]: z
        .preprocess(
          (written) => (written === fiscalYearEndWord ? fiscalYearEnd(fiscalYearOf(today)) : written),
          writtenDayOrNone,
        )
        .refine((day) => day === null || day >= today, personFileLabels.untilPast),
    })
    .transform((row): PersonLine => ({
      loginId: row[columns.loginId],
      name: row[columns.name],
      mail: row[columns.mail],
      role: row[columns.role],
      departmentCode: row[columns.departmentCode],
      until: row[columns.until],
    }))
}

export const personFileColumns: readonly string[] = Object.values(columns)

const grantable = roles.filter((role) => role !== 'system')
const writtenRoles = grantable.map((role) => roleLabels[role]).join('、')
