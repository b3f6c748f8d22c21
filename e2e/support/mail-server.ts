import net from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail as the server was given it, decoded. */
export type Received = { to: string; subject: string; body: string; messageId: string; headers: string }
/** How far one delivery has come; `stored`: the server has all of it and has not answered yet. */
export type Stage = 'mail' | 'recipient' | 'data' | 'stored' | 'answered'

type Wish = SMTPServerOptions & {
  /** Called at each stage; an error it throws is the server's refusal. */
  at?: (stage: Stage, to: string) => void | Promise<void>
}

/**
 * A real SMTP server on a free port of this machine, behind a connection that can be cut. It keeps every mail that it
 * was given whole, whether or not the sender heard of it.
 */
export async function startMailServer({ at = () => undefined, ...options }: Wish = {}) {
  const received: Received[] = []
  const ask = (stage: Stage, to: string, done: (error?: Error | null) => void) => {
    Promise.resolve()
      .then(() => at(stage, to))
      .then(
        () => {
          done()
        },
        (error: unknown) => {
          done(error instanceof Error ? error : new Error(String(error)))
        },
      )
  }
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    ...options,
    onMailFrom: (_address, _session, done) => {
      ask('mail', '', done)
    },
    onRcptTo: (address, _session, done) => {
      ask('recipient', address.address, done)
    },
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo[0]?.address ?? ''
      const pieces: Buffer[] = []
      ask('data', to, () => undefined)
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        received.push(decoded(to, Buffer.concat(pieces).toString('utf8')))
        ask('stored', to, (error) => {
          done(error)
          if (!error) ask('answered', to, () => undefined)
        })
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { front, cut, port } = await frontOf(portOf(server.server))
  const stop = async () => {
    cut()
    await new Promise<void>((resolve) => {
      front.close(() => {
        server.close(resolve)
      })
    })
  }
  return { port, received, cut, stop }
}
export type MailServer = Awaited<ReturnType<typeof startMailServer>>

function portOf(server: net.Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** The way to the server, which `cut` ends for everybody who is on it. */
async function frontOf(behind: number) {
  const open = new Set<net.Socket>()
  const front = net.createServer((client) => {
    const onward = net.connect(behind, '127.0.0.1')
    for (const socket of [client, onward]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        onward.destroy()
      })
    }
    client.pipe(onward).pipe(client)
  })
  await new Promise<void>((resolve) => {
    front.listen(0, '127.0.0.1', resolve)
  })
  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  return { front, cut, port: portOf(front) }
}

function decoded(to: string, raw: string): Received {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const headers = head.replaceAll(/\r\n[ \t]+/gu, ' ')
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'imu').exec(headers)?.[1]?.trim() ?? ''
  const words = field('Subject')
    .replaceAll(/\?=\s+=\?UTF-8\?B\?/giu, '?= =?UTF-8?B?')
    .split(' ')
  const subject = words
    .map((word) => /^=\?UTF-8\?B\?(.*)\?=$/iu.exec(word)?.[1])
    .map((word, at) =>
      word === undefined ? (words[at] ?? '') : Buffer.from(word, 'base64').toString('utf8'),
    )
    .join('')
  const body = Buffer.from(rest.join('\r\n\r\n').replaceAll(/\s/gu, ''), 'base64').toString('utf8')
  return { to, subject, body: body.replaceAll('\r\n', '\n'), messageId: field('Message-ID'), headers }
}
