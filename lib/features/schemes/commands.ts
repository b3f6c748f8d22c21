import 'server-only'
import type { SchemeDefinition } from '@/lib/domain/scheme'
import type { AuditEvent } from '@/lib/platform/audit/event'
import type { May } from '@/lib/platform/authorize'
import { change, type Outcome } from '@/lib/platform/change'
import { asDate } from '@/lib/platform/day'

/** Loads a version with its levels and restrictions as a draft. The event carries the whole definition. */
export async function loadScheme(
  actor: May<'scheme.edit'>,
  definition: SchemeDefinition,
): Promise<Outcome<{ id: bigint }, 'codeTaken'>> {
  const { levels, restrictions, effectiveOn, code, family, label, source } = definition
  const head = { code, family, label, source }
  return change(actor, async (db) => {
    if (await db.classificationScheme.findUnique({ where: { code: head.code }, select: { id: true } }))
      return { refused: 'codeTaken' }
    const { id } = await db.classificationScheme.create({
      data: { ...head, effectiveOn: asDate(effectiveOn) },
      select: { id: true },
    })
    await db.level.createMany({ data: levels.map((level) => ({ ...level, schemeId: id })) })
    await db.handlingRestriction.createMany({
      data: restrictions.map((restriction) => ({ ...restriction, schemeId: id })),
    })
    const details = { ...head, effectiveOn, levels: [...levels], restrictions: [...restrictions] }
    return {
      result: { id },
      events: [{ action: 'scheme.loaded', subjectType: 'classification_schemes', subjectId: id, details }],
    }
  })
}

export type EnforceRefusal = 'notFound' | 'notDraft' | 'newerInForce' | 'notYetEffective'

/** Puts a draft in force on or after its day; the version of its family until now is retired in the same breath. */
export async function enforceScheme(
  actor: May<'scheme.enforce'>,
  code: string,
): Promise<Outcome<{ retired: string | null }, EnforceRefusal>> {
  return change(actor, async (db) => {
    const scheme = await db.classificationScheme.findUnique({ where: { code }, select: kept })
    if (!scheme) return { refused: 'notFound' }
    if (scheme.status !== 'draft') return { refused: 'notDraft' }
    if (scheme.effectiveOn > asDate(actor.viewer.today)) return { refused: 'notYetEffective' }
    const before = await db.classificationScheme.findFirst({
      where: { family: scheme.family, status: 'inForce' },
      select: kept,
    })
    if (before && before.effectiveOn > scheme.effectiveOn) return { refused: 'newerInForce' }
    if (before)
      await db.classificationScheme.update({ where: { id: before.id }, data: { status: 'retired' } })
    await db.classificationScheme.update({ where: { id: scheme.id }, data: { status: 'inForce' } })
    const enforced: AuditEvent = about('scheme.enforced', scheme.id)
    return {
      result: { retired: before?.code ?? null },
      events: before ? [about('scheme.retired', before.id), enforced] : [enforced],
    }
  })
}

const kept = { id: true, code: true, family: true, status: true, effectiveOn: true } as const

function about(action: string, subjectId: bigint): AuditEvent {
  return { action, subjectType: 'classification_schemes', subjectId }
}
