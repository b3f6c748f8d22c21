type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue }

/**
 * What happened, in the past tense (`asset.registered`). The database adds actor, time, order and what changed.
 * `subjectType` is a table's name; `subjectKey` names the row where its key is no number. Details hold no secret.
 */
export type AuditEvent = {
  readonly action: string
  readonly subjectType: string
  readonly subjectId: bigint | null
  readonly subjectKey?: string | undefined
  readonly reason?: string | undefined
  readonly details?: { readonly [name: string]: JsonValue } | undefined
}

/** A transaction of Prisma's, or a client of `pg` inside one. */
export type TrailTransaction =
  | { $queryRaw: (sql: TemplateStringsArray, ...values: string[]) => PromiseLike<unknown> }
  | { query: (sql: string, values: string[]) => Promise<unknown> }

/** Enough for any form; an import of 50,000 rows takes a few calls, so that no single text grows without bound. */
const eventsPerCall = 10_000

/**
 * Writes events into the trail of the running transaction, in order. The database links them at COMMIT.
 * @throws when the transaction is already sealed, or an action is not of the form `noun.verb`
 */
export async function recordEvents(
  transaction: TrailTransaction,
  events: readonly AuditEvent[],
): Promise<void> {
  for (let start = 0; start < events.length; start += eventsPerCall) {
    const text = JSON.stringify(events.slice(start, start + eventsPerCall), (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    )
    await ('query' in transaction
      ? transaction.query('select record_events($1::jsonb)', [text])
      : transaction.$queryRaw`select record_events(${text}::jsonb)`)
  }
}
