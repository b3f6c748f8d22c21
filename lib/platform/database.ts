import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient, type Prisma } from '@/generated/prisma/client'
import { databaseUrls } from './env'
import { Reader } from './reader'

type Clients = { reader: Reader; writer: PrismaClient }
const kept = globalThis as typeof globalThis & { daichoClients?: Clients }

/** Two logins, neither of which owns a table: pages connect as one that can only SELECT, writes as another. */
export function clients(): Clients {
  if (!kept.daichoClients) {
    const urls = databaseUrls()
    kept.daichoClients = { reader: new Reader(urls.reader, 8), writer: connect(urls.writer, 6) }
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
  await Promise.all([open?.reader.end(), open?.writer.$disconnect()])
}

export type WriteDb = Prisma.TransactionClient
