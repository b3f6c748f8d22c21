import type { Permission } from '@/lib/domain/access'
import type { SmallCity } from './small-city'
import { rawSql } from './small-city-sessions'

export type Step = string | [sql: string, ...values: unknown[]]

/**
 * What somebody could do who has a serving login's password and a session, but not the portal's code. Every attempt is
 * rolled back; `atCommit` as a last step runs what the database checks only at COMMIT.
 */
export function rawDoor(city: SmallCity) {
  /** As a person with a permission of their choice, on the writing login: how many rows the last statement touched. */
  const attempt = async (
    login: string | null,
    permission: Permission | '',
    ...steps: Step[]
  ): Promise<number> => {
    const client = await city.writer.connect()
    try {
      await client.query('begin')
      await client.query(
        `select set_config('app.session', $1, true), set_config('app.permission', $2, true), set_config('app.now', $3, true)`,
        [login === null ? '' : await city.secretOf(login), permission, process.env['DAICHO_NOW'] ?? ''],
      )
      let touched = 0
      for (const step of steps) {
        const [sql, ...values] = typeof step === 'string' ? [step] : step
        touched = (await client.query(sql, values)).rowCount ?? 0
      }
      return touched
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  /** On the reading login, which may only look. */
  const asReader = async (login: string | null, sql: string, ...values: unknown[]) => {
    const secret = login === null ? '' : await city.secretOf(login)
    return (await rawSql(city.reader, sql, { secret, values })).rowCount
  }
  /** As the owner and `system`, kept: for arranging. */
  const arrange = async (sql: string, ...values: unknown[]) => {
    const client = await city.database.ownerPool.connect()
    try {
      await client.query('begin')
      await client.query(
        `select set_config('app.now', $1, true), open_system_session((select id from people where login_id = 'system'))`,
        [process.env['DAICHO_NOW'] ?? ''],
      )
      const { rows } = await client.query<Record<string, string>>(sql, values)
      await client.query('commit')
      return rows
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const numberOf = (name: string): bigint => {
    const found = city.assets.find((asset) => asset.name === name)
    if (!found) throw new Error(`no asset ${name}`)
    return found.number
  }
  const departmentOf = (code: string): bigint => {
    const id = city.departmentIds.get(code)
    if (id === undefined) throw new Error(`no department ${code}`)
    return id
  }
  return { attempt, asReader, arrange, numberOf, departmentOf }
}

export type RawDoor = ReturnType<typeof rawDoor>
/** The transaction's deferred checks now, as COMMIT would. */
export const atCommit = 'set constraints all immediate'

/** $1 asset */
export const rename = `update assets set remarks = 'x' where number = $1`
/** $1 department, $2 a wished number or null, $3 scheme */
export const addAsset = `insert into assets (number, name, kind_code, department_id, scheme_id, scheme_family, registered_on)
  values (coalesce($2, 1), 'x', 'information', $1, $3, 'municipal', '2026-03-01')`
/** $1 asset, $2 scheme, $3 level of confidentiality, $4 evaluator: null = the usual */
export const judge = `insert into classifications (asset_number, scheme_id, confidentiality, classified_on, evaluator_id, occasion, reason)
  select $1, coalesce($2, s.id), coalesce($3, '1'), '2026-03-10', coalesce($4, viewer_id()), 'reclassification', 'x'
  from classification_schemes s where s.code = 'municipal-2024'`
