import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { Permission } from '@/lib/domain/access'
import { notPermitted, sessionEnded, somethingFailed } from '@/lib/labels/sign-in'
import { authorize, may, type May } from './authorize'
import type { Outcome } from './change'
import { logFault } from './log'
import { getViewer } from './viewer'
import { writingRefused } from './writing-refused'

/** What saving while somebody types answers: the page stays, and says what became of it. */
export type SaveState<T> = { status: 'saved'; result: T } | { status: 'refused'; message: string }

type Definition<P extends Permission, Schema extends z.ZodType, T, R extends string> = {
  permission: P
  input: Schema
  run: (actor: May<P>, input: z.output<Schema>) => Promise<Outcome<T, R>>
  refusals: Record<R, string>
}

/** Like defineAction, for what is saved without leaving the page: denied by default, and never redirects. */
export function defineSave<P extends Permission, Schema extends z.ZodType, T, R extends string = never>(
  definition: Definition<P, Schema, T, R>,
): (sent: z.input<Schema>) => Promise<SaveState<T>> {
  return async (sent) => {
    const viewer = await getViewer()
    if (!viewer || viewer.mustChangePassword) return { status: 'refused', message: sessionEnded }
    if (!may(viewer, definition.permission)) return { status: 'refused', message: notPermitted }
    const parsed = definition.input.safeParse(sent)
    if (!parsed.success)
      return { status: 'refused', message: parsed.error.issues[0]?.message ?? somethingFailed }
    try {
      const outcome = await definition.run(authorize(viewer, definition.permission), parsed.data)
      if ('refused' in outcome) return { status: 'refused', message: definition.refusals[outcome.refused] }
      return { status: 'saved', result: outcome.result }
    } catch (error) {
      unstable_rethrow(error)
      logFault(error)
      return { status: 'refused', message: writingRefused(error) ? notPermitted : somethingFailed }
    }
  }
}
