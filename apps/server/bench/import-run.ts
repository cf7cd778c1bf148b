import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { spawn } from 'node:child_process'
import { ImportSession } from '../src/modules/imports/index.ts'
import { systemClock } from '../src/platform/clock.ts'
import { readConfig } from '../src/platform/config.ts'
import { Keyring } from '../src/platform/crypto/keyring.ts'
import { Database } from '../src/platform/database/index.ts'
import { openFileStore } from '../src/platform/storage/index.ts'

export type ImportOrder = {
  connectionString: string
  dataFolder: string
  organizationId: string
  csv: string
  warmUp: { organizationId: string; csv: string }
}
export type ImportFigures = { analyseMs: number; commitMs: number; clients: number; grownMiB: number }

/** An import in a process of its own, whose memory is looked at while it works. */
export function importElsewhere(order: ImportOrder): Promise<ImportFigures> {
  const child = spawn(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url)], {
    env: { ...process.env, PORTICO_BENCH_IMPORT: JSON.stringify(order) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve, reject) =>
    child.once('close', (code) =>
      code === 0
        ? resolve(JSON.parse(output) as ImportFigures)
        : reject(new Error(`The import ended with ${code}: ${output}`)),
    ),
  )
}

const residentMiB = (): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024

async function run(order: ImportOrder): Promise<ImportFigures> {
  const config = readConfig({ PORTICO_DATA: order.dataFolder, LOG_LEVEL: 'error' })
  const parts = {
    config,
    keyring: new Keyring([Buffer.alloc(32, 1)]),
    database: new Database({
      connectionString: order.connectionString,
      poolSize: 4,
      clock: systemClock,
      applicationName: 'bench import',
    }),
    files: await openFileStore(config.files),
  }
  const bringIn = async (organizationId: string, csv: string) => {
    const session = await ImportSession.open(parts, organizationId, {})
    await session.add(csv, {})
    const begun = performance.now()
    const ready = await session.analyse(() => {})
    const analysed = performance.now()
    if (ready.state !== 'ready') throw new Error(`The import is ${ready.state}: ${ready.failure}`)
    const done = await session.commit(() => {})
    return {
      analyseMs: analysed - begun,
      commitMs: performance.now() - analysed,
      clients: done.brought_in.clients,
    }
  }
  await bringIn(order.warmUp.organizationId, order.warmUp.csv)
  const before = residentMiB()
  let most = before
  const timer = setInterval(() => (most = Math.max(most, residentMiB())), 20)
  const figures = await bringIn(order.organizationId, order.csv)
  clearInterval(timer)
  await parts.database.close()
  return { ...figures, grownMiB: most - before }
}

const order = process.env['PORTICO_BENCH_IMPORT']
if (order && process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(JSON.stringify(await run(JSON.parse(order) as ImportOrder)))
  process.exit(0)
}
