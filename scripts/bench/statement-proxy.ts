import net from 'node:net'

export type Statement = { sql: string; values: (string | null)[] }
export type StatementProxy = {
  /** Like the given URL, but through the proxy. */
  urlOf: (databaseUrl: string) => string
  /** What was executed since the last call, BEGIN and COMMIT included, in order. */
  take: () => Statement[]
  stop: () => Promise<void>
}

/**
 * Stands between a client and PostgreSQL and notes each statement that is executed: what really goes over the wire,
 * whatever the client's own log says.
 */
export async function startStatementProxy(databaseUrl: string): Promise<StatementProxy> {
  const target = new URL(databaseUrl)
  const open = new Set<net.Socket>()
  let executed: Statement[] = []
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(target.port), target.hostname)
    const read = messageReader((statement) => executed.push(statement))
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => undefined) // either end may go at any time; the other one then ends too
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.on('data', (chunk) => {
      read(chunk)
      upstream.write(chunk)
    })
    upstream.pipe(client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    urlOf: (url) => Object.assign(new URL(url), { hostname: '127.0.0.1', port: String(port) }).toString(),
    take: () => {
      const taken = executed
      executed = []
      return taken
    },
    stop: () => {
      for (const socket of open) socket.destroy()
      return new Promise((resolve) =>
        server.close(() => {
          resolve()
        }),
      )
    },
  }
}

/** Reads one connection's messages (PostgreSQL's protocol 3.0: a letter, a length, a body; the first one has no letter). */
function messageReader(note: (statement: Statement) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0)
  let started = false
  const prepared = new Map<string, string>()
  const bound = new Map<string, Statement>()
  const handle = (kind: string, body: Buffer) => {
    if (kind === 'Q') note({ sql: textAt(body, 0).text, values: [] })
    if (kind === 'P') {
      const name = textAt(body, 0)
      prepared.set(name.text, textAt(body, name.end).text)
    }
    if (kind === 'B') {
      const portal = textAt(body, 0)
      const statement = textAt(body, portal.end)
      bound.set(portal.text, {
        sql: prepared.get(statement.text) ?? '',
        values: valuesAt(body, statement.end),
      })
    }
    const portal = kind === 'E' ? bound.get(textAt(body, 0).text) : undefined
    if (portal) note(portal)
  }
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const head = started ? 1 : 0
      if (rest.length < head + 4) return
      const end = head + rest.readInt32BE(head)
      if (rest.length < end) return
      if (started) handle(String.fromCharCode(rest[0] ?? 0), rest.subarray(5, end))
      started = true
      rest = rest.subarray(end)
    }
  }
}

function textAt(body: Buffer, start: number): { text: string; end: number } {
  const end = body.indexOf(0, start)
  return { text: body.toString('utf8', start, end), end: end + 1 }
}

/** The values of a Bind message; `pg` sends texts. */
function valuesAt(body: Buffer, start: number): (string | null)[] {
  let at = start + 2 + body.readInt16BE(start) * 2
  const count = body.readInt16BE(at)
  at += 2
  return Array.from({ length: count }, () => {
    const length = body.readInt32BE(at)
    at += 4
    if (length < 0) return null
    at += length
    return body.toString('utf8', at - length, at)
  })
}
