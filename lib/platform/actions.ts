import { revalidatePath } from 'next/cache'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { Permission } from '@/lib/domain/access'
import { notPermitted, sessionEnded, somethingFailed } from '@/lib/labels/sign-in'
import { authorize, may, type May } from './authorize'
import type { Outcome } from './change'
import type { FormState } from './form-state'
import { logFault } from './log'
import { getViewer } from './viewer'
import { writingRefused } from './writing-refused'

/** What a form sent, as texts, several of one name joined by line feeds; framework fields and files are left out. */
export function typedValues(data: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of data.entries())
    if (typeof value === 'string' && !name.startsWith('$ACTION'))
      values[name] = name in values ? `${values[name] ?? ''}\n${value}` : value
  return values
}

/** Beside an outcome: fields that only the database could check, or something to look at first. */
export type Verdict<T, R extends string> =
  | Outcome<T, R>
  | { invalid: Record<string, string[]> }
  | { review: string; title?: string; values?: Record<string, string> }

type Definition<P extends Permission, Schema extends z.ZodType, T, R extends string> = {
  permission: P
  input: Schema
  /** `data`: as it was sent, for files. */
  run: (actor: May<P>, input: z.output<Schema>, data: FormData) => Promise<Verdict<T, R>>
  /** Each refusal in words. */
  refusals: Record<R, string>
  /** Where to go when it is done: a path. */
  done: (result: T, input: z.output<Schema>) => string
}

export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>

/**
 * The door of every server action: a permission is required, denied by default; then the input is read; then it runs.
 * An ended session, a missing right and a refusal all keep what was typed.
 */
export function defineAction<P extends Permission, Schema extends z.ZodType, T, R extends string = never>(
  definition: Definition<P, Schema, T, R>,
): FormAction {
  return async (_previous, data) => {
    const values = typedValues(data)
    const viewer = await getViewer()
    if (!viewer || viewer.mustChangePassword)
      return { status: 'refused', values, message: sessionEnded, sessionEnded: true }
    if (!may(viewer, definition.permission)) return { status: 'refused', values, message: notPermitted }
    const parsed = definition.input.safeParse(values)
    if (!parsed.success) return { status: 'invalid', values, errors: errorsByField(parsed.error) }
    const outcome = await attempt(() =>
      definition.run(authorize(viewer, definition.permission), parsed.data, data),
    )
    if (outcome === 'failed') return { status: 'refused', values, message: somethingFailed }
    if (outcome === 'notPermitted') return { status: 'refused', values, message: notPermitted }
    if ('invalid' in outcome) return { status: 'invalid', values, errors: outcome.invalid }
    if ('review' in outcome)
      return {
        status: 'review',
        values: { ...values, ...outcome.values },
        message: outcome.review,
        ...(outcome.title ? { title: outcome.title } : {}),
      }
    if ('refused' in outcome)
      return {
        status: 'refused',
        values: { ...values, ...outcome.values },
        message: definition.refusals[outcome.refused],
        ...(outcome.conflict ? { conflict: outcome.conflict } : {}),
      }
    // The frame counts what waits: it is drawn anew too, not only the page inside it.
    revalidatePath('/', 'layout')
    redirect(definition.done(outcome.result, parsed.data))
  }
}

/** A fault leaves nothing half-written; whoever typed keeps what was typed. The cause goes to the log of the server. */
async function attempt<T>(run: () => Promise<T>): Promise<T | 'failed' | 'notPermitted'> {
  try {
    return await run()
  } catch (error) {
    unstable_rethrow(error)
    logFault(error)
    return writingRefused(error) ? 'notPermitted' : 'failed'
  }
}

function errorsByField(error: z.ZodError): Record<string, string[]> {
  const errors: Record<string, string[]> = {}
  for (const issue of error.issues) (errors[issue.path.map(String).join('.')] ??= []).push(issue.message)
  return errors
}
