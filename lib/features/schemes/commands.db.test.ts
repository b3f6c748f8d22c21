import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordedOf } from '@/e2e/support/recorded'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { rawSql } from '@/e2e/support/small-city-sessions'
import { municipal2024 } from '@/lib/domain/schemes/municipal-2024'
import { enforceScheme, loadScheme } from './commands'
import { findScheme, listSchemes } from './queries'

let city: SmallCity
beforeAll(async () => {
  city = await smallCity()
})
afterAll(() => city.end())

const next = { ...municipal2024, code: 'municipal-next', label: '次の版', effectiveOn: '2026-03-01' }
const editor = () => city.may('secretariat', 'scheme.edit')
const enforcer = () => city.may('chiefofficer', 'scheme.enforce')

describe('a classification scheme', () => {
  it('is loaded as a draft with its whole definition, also in the trail', async () => {
    const loaded = await loadScheme(await editor(), next)
    if ('refused' in loaded) throw new Error(loaded.refused)
    const reader = await city.may('clerk-110', 'scheme.read')
    expect(await findScheme(reader, next.code)).toMatchObject({
      status: 'draft',
      restrictions: next.restrictions,
    })
    const { rows } = await city.database.ownerPool.query<{ details: Record<string, unknown> }>(
      `select details from audit_events where action = 'scheme.loaded' and subject_id = $1`,
      [loaded.result.id.toString()],
    )
    expect(rows[0]?.details).toMatchObject({
      code: next.code,
      levels: next.levels,
      restrictions: next.restrictions,
    })
    expect(await loadScheme(await editor(), next)).toEqual({ refused: 'codeTaken' })
  })

  it('in force retires the version before it, both recorded', async () => {
    expect(await enforceScheme(await enforcer(), next.code)).toEqual({
      result: { retired: municipal2024.code },
    })
    const versions = await listSchemes(await editor())
    expect(versions.find(({ code }) => code === municipal2024.code)?.status).toBe('retired')
    expect(await recordedOf(city, 'classification_schemes', city.schemes.municipal)).toMatchObject([
      { action: 'scheme.loaded' },
      { action: 'scheme.enforced' },
      { action: 'scheme.retired', changes: { status: ['inForce', 'retired'] } },
    ])
  })

  it('is not put in force twice, before its day, or after a newer one', async () => {
    await loadScheme(await editor(), { ...next, code: 'future', effectiveOn: '2026-03-11' })
    await loadScheme(await editor(), { ...next, code: 'older', effectiveOn: '2020-04-01' })
    const answers = []
    for (const code of [next.code, 'future', 'older', 'none'])
      answers.push(await enforceScheme(await enforcer(), code))
    expect(answers).toEqual(
      ['notDraft', 'notYetEffective', 'newerInForce', 'notFound'].map((refused) => ({ refused })),
    )
  })

  it('in force takes no other level, whoever writes the SQL', async () => {
    const wish = { secret: await city.secretOf('secretariat'), permission: 'scheme.edit' }
    const insert = `insert into levels (scheme_id, axis, code, label, rank, criterion)
      select id, 'integrity', '9', '9', 9, 'x' from classification_schemes where code = 'municipal-next'`
    await expect(rawSql(city.writer, insert, wish)).rejects.toThrow('in force cannot change')
  })

  it('is put in force by nobody who only edits schemes', async () => {
    const wish = { secret: await city.secretOf('secretariat'), permission: 'scheme.enforce' }
    const update = `update classification_schemes set status = 'inForce' where code = 'future'`
    expect((await rawSql(city.writer, update, wish)).rowCount).toBe(0)
  })
})
