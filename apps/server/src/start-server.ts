import type { AddressInfo } from 'node:net'
import type { Redis } from 'iovalkey'
import type { AppParts } from './app-parts.ts'
import { buildEdge, modules } from './app.ts'
import { prepareSetUp } from './modules/identity/index.ts'
import { offerPermissions } from './modules/organizations/index.ts'
import type { DemoResult } from './demo/index.ts'
import { systemClock, type Clock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { Keyring } from './platform/crypto/keyring.ts'
import { Database } from './platform/database/index.ts'
import { refuseUnsafeDatabase } from './platform/database/lint.ts'
import { migrate } from './platform/database/migrate.ts'
import { tidyRequestLog } from './platform/http/request-log.ts'
import { tidyIdempotencyKeys } from './platform/http/tidy-idempotency.ts'
import { JobQueue } from './platform/jobs/job-queue.ts'
import { joinInstallation } from './platform/installation.ts'
import { tidyDomainEvents } from './platform/jobs/tidy-events.ts'
import { Worker } from './platform/jobs/worker.ts'
import { EventPublisher, PostgresBus, ValkeyBus, waker, type LiveBus } from './platform/live/index.ts'
import { mailConfigFrom, openMailTransport } from './platform/mail/index.ts'
import { serveWorkerHealth } from './platform/operations/worker-health.ts'
import { registerOperations } from './platform/operations/index.ts'
import { registerPages } from './pages/index.ts'
import { loadSecrets, startEmbedded } from './platform/postgres/embedded.ts'
import { openFileStore } from './platform/storage/index.ts'
import { traceRequests } from './platform/tracing.ts'
import { SharedLimits } from './platform/valkey/shared-limits.ts'
import { porticoVersion } from './platform/version.ts'

export type RunningServer = {
  url: string
  setUpUrl: string | null
  /** Lives through the demo, with somebody who runs the installation where nobody does; null where it is here already. */
  loadDemo(tell: (line: string) => void): Promise<DemoResult | null>
  close(): Promise<void>
}

/** Where each part of the program logs in, and the role that it takes on there. */
type Logins = {
  urlFor(role: 'portico_app' | 'portico_worker' | 'portico_jobs'): string
  roleFor(role: string): { role?: string }
}

/**
 * Brings everything up in the order in which it depends on each other: database, migrations, checks, files, mail, worker, HTTP. What was
 * started is stopped again in reverse when a later step fails.
 */
export async function startServer(config: Config): Promise<RunningServer> {
  const closers: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const closer of closers.toReversed()) await closer()
  }
  const log = (line: string): void => {
    if (config.logLevel === 'silent') return
    const entry = { level: 'warn', time: new Date().toISOString(), msg: line }
    process.stderr.write(`${config.logFormat === 'json' ? JSON.stringify(entry) : line}\n`)
  }
  try {
    const logins = await openDatabaseServer(config, closers, log)
    const open = async (role: 'portico_app' | 'portico_worker', poolSize: number): Promise<Database> => {
      const database = new Database({
        connectionString: logins.urlFor(role),
        poolSize,
        clock: systemClock,
        applicationName: `portico ${role.slice(8)}`,
        ...logins.roleFor(role),
      })
      closers.push(() => database.close())
      await refuseUnsafeDatabase(database, config.databaseLevel)
      return database
    }
    const keyring = keyringOf(config)
    const valkey = config.redisUrl ? await openValkey(config.redisUrl, closers, log) : null
    const shared = {
      config,
      clock: systemClock,
      keyring,
      ...(valkey && { limits: new SharedLimits(valkey, keyring.checks[0] as string) }),
      files: await openFileStore(config.files),
      mail: openMailTransport(mailConfigFrom(config.environment)),
    }
    closers.push(() => shared.mail.close())

    const bus: LiveBus = valkey
      ? new ValkeyBus(valkey, keyring.checks[0] as string)
      : new PostgresBus({
          connectionString: logins.urlFor('portico_app'),
          ...logins.roleFor('portico_app'),
        })
    closers.push(() => bus.close())
    const jobQueue = new JobQueue({
      connectionString: logins.urlFor('portico_jobs'),
      ...logins.roleFor('portico_jobs'),
    })
    closers.push(() => jobQueue.close())
    const parts: AppParts = { ...shared, database: await open('portico_app', 12), jobQueue }
    await joinInstallation(parts)
    await offerPermissions(parts.database)
    parts.loadDemo = async (ownerId) =>
      (await loadDemo(shared, logins, { ownerId })).organizations
        .map(({ name, invoices }) => `${name}: ${invoices} invoices`)
        .join(', ')
    let worker: Worker | null = null
    if (config.role !== 'web') {
      const workerParts: AppParts = { ...shared, database: await open('portico_worker', 6) }
      const subscriptions = modules.flatMap((module) => module.subscriptions ?? [])
      const recurring = [
        tidyIdempotencyKeys,
        tidyRequestLog,
        tidyDomainEvents,
        ...modules.flatMap((module) => module.recurring ?? []),
      ]
      const logger = {
        warn: (_: object, message: string) => log(message),
        error: (detail: object, message: string) => log(`${message} ${JSON.stringify(detail)}`),
      }
      const publisher = new EventPublisher(bus)
      worker = await Worker.start({
        parts: workerParts,
        jobsUrl: logins.urlFor('portico_jobs'),
        ...logins.roleFor('portico_jobs'),
        isAlone: config.databaseUrl === null,
        tell: (events) => publisher.publish(events),
        subscriptions,
        recurring,
        log: logger,
      })
      const started = worker
      closers.push(() => started.stop())
      parts.database.onEvents = () => started.dispatcher.poke()
      workerParts.database.onEvents = () => started.dispatcher.poke()
      const poke = (): void => started.dispatcher.poke()
      await bus.subscribe('wake', poke, poke)
    } else {
      parts.database.onEvents = waker(bus)
    }
    const loadDemoHere = async (tell: (line: string) => void): Promise<DemoResult | null> => {
      const { isDemoHere } = await import('./demo/index.ts')
      return (await isDemoHere(parts.database))
        ? null
        : loadDemo(shared, logins, { withOperator: true, tell })
    }
    if (config.role === 'worker') {
      if (!config.isPortSet) return { url: '', setUpUrl: null, loadDemo: loadDemoHere, close }
      const { port, host } = config
      const health = await serveWorkerHealth({ port, host, database: parts.database })
      closers.push(() => health.close())
      return { url: '', setUpUrl: null, loadDemo: loadDemoHere, close }
    }

    const edge = await buildEdge(parts)
    await edge.live.connect(bus)
    const missing = edge.missing()
    if (missing.length > 0) throw new Error(`No module answers ${missing.join(', ')}`)
    if (config.traces) {
      const tracing = traceRequests(edge.server, { ...config.traces, version: porticoVersion })
      closers.push(() => tracing.flush())
    }
    registerOperations(edge, parts, worker)
    await registerPages(edge, parts)
    closers.push(() => edge.close())
    await edge.server.listen({ port: config.port, host: config.host })
    const { port } = edge.server.server.address() as AddressInfo
    const url = `http://localhost:${port}`
    logins.publish?.(url)
    const token = await prepareSetUp(parts)
    return {
      url,
      setUpUrl: token ? `${config.isPublicUrlSet ? config.publicUrl : url}/set-up?token=${token}` : null,
      loadDemo: loadDemoHere,
      close,
    }
  } catch (error) {
    await close().catch(() => {})
    throw error
  }
}

/** Loaded where it is configured only. */
async function openValkey(
  url: string,
  closers: (() => Promise<void>)[],
  log: (line: string) => void,
): Promise<Redis> {
  const { connectValkey } = await import('./platform/valkey/connection.ts')
  const connection = connectValkey(url, log)
  closers.push(async () => connection.disconnect())
  return connection
}

async function openDatabaseServer(
  config: Config,
  closers: (() => Promise<void>)[],
  log: (line: string) => void,
): Promise<Logins & { publish?(url: string): void }> {
  if (config.databaseUrl) {
    const url = config.databaseUrl
    await migrate({ adminUrl: url, log })
    return { urlFor: () => url, roleFor: (role) => (config.databaseLevel === 'owner' ? {} : { role }) }
  }
  const embedded = await startEmbedded({ dataFolder: config.dataFolder, log })
  closers.push(() => embedded.stop())
  if (embedded.freshlyCreated) log('Setting up the database (once) …')
  const logMigration = embedded.freshlyCreated ? () => {} : log
  await migrate({ adminUrl: embedded.adminUrl, passwords: embedded.rolePasswords, log: logMigration })
  return {
    urlFor: (role) => embedded.urlFor(role),
    roleFor: () => ({}),
    publish: (url) => embedded.publish(url),
  }
}

/** The demo, lived through beside the running server: by a clock and a database door of its own. */
async function loadDemo(
  shared: Omit<AppParts, 'database' | 'clock'>,
  logins: Logins,
  options: { ownerId?: string; withOperator?: boolean; tell?: (line: string) => void },
): Promise<DemoResult> {
  const { buildDemo } = await import('./demo/index.ts')
  const openDatabase = (clock: Clock): Database =>
    new Database({
      connectionString: logins.urlFor('portico_app'),
      poolSize: 3,
      clock,
      applicationName: 'portico demo',
      ...logins.roleFor('portico_app'),
    })
  return buildDemo(shared, openDatabase, options)
}

/** The current secret first: from the environment, else the one made for this data folder. */
export function keyringOf(config: Config): Keyring {
  const secrets = config.secrets.map((secret) => Buffer.from(secret))
  if (secrets.length === 0)
    secrets.push(Buffer.from(loadSecrets(config.dataFolder, false).instanceKey, 'base64'))
  return new Keyring(secrets)
}
