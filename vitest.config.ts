import path from 'node:path'
import { defineConfig } from 'vitest/config'

const ignored = ['**/node_modules/**', '.next/**', '.data/**', '.cache/**', 'generated/**', 'e2e/**']
const database = '**/*.db.test.{ts,mjs}'

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
          exclude: ignored,
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
