import { defineConfig } from 'vitest/config'

/**
 * unit: rules, no database, no browser. server: everything on a real PostgreSQL. e2e: journeys in a real browser,
 * against the built web app, after the others and one file after the other because each starts a whole Portico.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{apps,packages}/*/{src,test}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/*.{api,db}.test.ts'],
        },
      },
      {
        test: {
          name: 'server',
          include: ['apps/server/{src,test,prove}/**/*.{api,db}.test.ts'],
          globalSetup: ['apps/server/test/global-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['apps/web/e2e/**/*.e2e.test.ts'],
          globalSetup: ['apps/web/e2e/global-setup.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A journey crosses a browser, a server, a worker and a database at once. One that fails is tried once more, and told as such.
          retry: 1,
        },
      },
    ],
  },
})
