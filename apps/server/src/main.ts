import { tellDemo } from './cli/demo-accounts.ts'
import { greet } from './cli/greeting.ts'
import { say } from './cli/terminal.ts'
import { readConfig } from './platform/config.ts'
import { startServer, type RunningServer } from './start-server.ts'

const startedAt = performance.now()
let server: RunningServer | undefined
let isStopping = false
let drainSeconds = 0

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // Before it is up there is nothing to finish: leaving stops the database, and the next start goes on from there.
    if (!server) process.exit(130)
    if (isStopping) return
    isStopping = true
    // Whatever hangs, the process ends: what was not finished is taken up again by the next start.
    setTimeout(() => process.exit(1), (drainSeconds + 10) * 1000).unref()
    void server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
}

try {
  const config = readConfig(process.env)
  drainSeconds = config.drainSeconds
  server = await startServer(config)
  const demo = process.argv.includes('--demo') ? await server.loadDemo(say) : null
  if (demo) tellDemo(demo, server.url)
  greet({
    url: server.url,
    ...(config.isPublicUrlSet && { publicUrl: config.publicUrl }),
    setUpUrl: demo?.operator ? null : server.setUpUrl,
    data: config.databaseUrl ? 'your PostgreSQL (DATABASE_URL)' : config.dataFolder,
    isMailConfigured: config.smtpUrl !== null,
    startedInMs: performance.now() - startedAt,
  })
} catch (error) {
  const reason = error as Error
  process.stderr.write(`${process.env.LOG_LEVEL === 'debug' ? reason.stack : reason.message}\n`)
  process.exit(1)
}
