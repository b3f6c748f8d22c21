import { z } from 'zod'

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/\S+$/, 'must begin with postgresql://')
const flag = z
  .enum(['0', '1', ''])
  .optional()
  .transform((value) => value === '1')

const schema = z
  .object({
    DATABASE_URL: postgresUrl,
    DATABASE_WRITE_URL: postgresUrl.optional(),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    SESSION_SECRET: z.string().min(32),
    AUDIT_ANCHOR_SECRET: z.string().min(32).optional(),
    AUDIT_ANCHOR_FILE: z.string().min(1).default('.data/audit-anchors.jsonl'),
    DAICHO_NOW: z.iso.datetime({ offset: true }).optional(),
    BENCH: flag,
  })
  .transform((given) => ({
    /** The reader's login: SELECT only. */
    databaseUrl: given.DATABASE_URL,
    /** The writer's login. */
    databaseWriteUrl: given.DATABASE_WRITE_URL ?? writerOf(given.DATABASE_URL),
    /** The address people type, without a trailing slash: decides cookies (`Secure` when https). */
    publicUrl: (given.PUBLIC_URL ?? `http://localhost:${given.PORT}`).replace(/\/+$/, ''),
    sessionSecret: given.SESSION_SECRET,
    auditAnchorSecret: given.AUDIT_ANCHOR_SECRET,
    /** Outside the database (decision 14). */
    auditAnchorFile: given.AUDIT_ANCHOR_FILE,
    /** Moves the clock; the database honours it only while sample data is loaded (decision 16). */
    now: given.DAICHO_NOW,
    isBench: given.BENCH,
  }))

export type Environment = z.infer<typeof schema>

/** The two serving logins alone: also what the command line has, which opens no browser session. */
export function databaseUrls(): { reader: string; writer: string } {
  const reader = process.env['DATABASE_URL']
  if (!reader) throw new Error('The environment is not complete: DATABASE_URL')
  return { reader, writer: process.env['DATABASE_WRITE_URL'] || writerOf(reader) }
}

/** Of the mail server, nowhere else kept; null: none was given. */
export function mailPassword(): string | null {
  return process.env['MAIL_PASSWORD'] || null
}

let parsed: Environment | undefined

/**
 * The serving process's surroundings, the one place that reads `process.env`. Lazy: `next build` has none of it.
 * Throws with the names of what is wrong, never with a value.
 */
export function environment(): Environment {
  parsed ??= parseEnvironment(process.env)
  return parsed
}

/** The same for any record; empty texts count as absent. */
export function parseEnvironment(given: Record<string, string | undefined>): Environment {
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const result = schema.safeParse(present)
  if (result.success) return result.data
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not complete: ${problems.join('; ')}`)
}

/** `…//daicho_serve:pw@…` → `…//daicho_serve_write:pw@…` */
function writerOf(readerUrl: string): string {
  const url = new URL(readerUrl)
  url.username = `${url.username}_write`
  return url.toString()
}
