// Writes the TypeScript types of the tables from a freshly migrated database:
//   node scripts/generate-types.mjs           after a change of a migration
//   node scripts/generate-types.mjs --verify  only say whether they are up to date (exit code 1 when not)
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { continueUnderNode24, root } from './node-24.mjs'

continueUnderNode24(import.meta.url)
const { startEmbedded } = await import('../apps/server/src/platform/postgres/embedded.ts')
const { migrate } = await import('../apps/server/src/platform/database/migrate.ts')

const postgres = await startEmbedded({
  dataFolder: mkdtempSync(join(tmpdir(), 'portico-types-')),
  log: console.log,
  temporary: true,
})
try {
  await migrate({ adminUrl: postgres.adminUrl, passwords: postgres.rolePasswords })
  // As platform/database/wire-types.ts hands the values over.
  const mapping = { timestamptz: 'string', int8: 'number', numeric: 'string' }
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'kysely-codegen', 'dist', 'cli', 'bin.js'),
      '--dialect=postgres',
      `--url=${postgres.adminUrl}`,
      '--default-schema=public',
      '--include-pattern=public.*',
      '--date-parser=string',
      '--numeric-parser=string',
      `--type-mapping=${JSON.stringify(mapping)}`,
      `--out-file=${join(root, 'apps', 'server', 'src', 'platform', 'database', 'schema.gen.ts')}`,
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: 'inherit' },
  )
  process.exitCode = run.status ?? 1
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
} finally {
  await postgres.stop()
}
