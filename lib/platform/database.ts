import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient, type Prisma } from '@/generated/prisma/client'
import { databaseUrls } from './env'

type Clients = { reader: PrismaClient; writer: PrismaClient }
const kept = globalThis as typeof globalThis & { daichoClients?: Clients }

/** Two logins, neither of which owns a table: pages connect as one that can only SELECT, writes as another. */
export function clients(): Clients {
  if (!kept.daichoClients) {
    const urls = databaseUrls()
    kept.daichoClients = { reader: connect(urls.reader, 8), writer: connect(urls.writer, 6) }
  }
  return kept.daichoClients
}

function connect(connectionString: string, max: number): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({
      connectionString,
      max,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 60_000,
    }),
    transactionOptions: { maxWait: 5_000, timeout: 30_000 },
  })
}

export async function closeDatabase(): Promise<void> {
  const open = kept.daichoClients
  delete kept.daichoClients
  await Promise.all([open?.reader.$disconnect(), open?.writer.$disconnect()])
}

type Reads<D> = Pick<D, Extract<keyof D, `find${string}` | 'count'>>
type Models = Exclude<keyof Prisma.TransactionClient, `$${string}` | symbol>
/** Everyone may read; nobody can write with this. */
export type ReadDb = { readonly [M in Models]: Reads<Prisma.TransactionClient[M]> } & Pick<
  Prisma.TransactionClient,
  '$queryRaw'
>
export type WriteDb = Prisma.TransactionClient
