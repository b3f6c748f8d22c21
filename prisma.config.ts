import { defineConfig } from 'prisma/config'

/** Where the model lies; connections are always given by the caller, never read here. */
export default defineConfig({ schema: 'prisma/schema', migrations: { path: 'prisma/migrations' } })
