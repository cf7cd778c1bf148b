import { z } from 'zod'
import { fileStoreConfigFrom, type FileStoreConfig } from './storage/index.ts'

/** Everything that an operator can set, read from the environment once, checked at the start. The README's table is made from it. */
export type Config = {
  port: number
  /** A worker answers for its health only where it was told a port. */
  isPortSet: boolean
  host: string
  /** Where people reach this installation; without a trailing slash. Derived from the port where it is not set. */
  publicUrl: string
  isPublicUrlSet: boolean
  isSecure: boolean
  dataFolder: string
  databaseUrl: string | null
  databaseLevel: 'separate' | 'role' | 'owner'
  role: 'web' | 'worker' | 'all'
  /** A Redis or Valkey that several web processes share, for limits and what is told at once. */
  redisUrl: string | null
  /** How long requests are still taken after the order to stop, while /readyz says no: the time that a load balancer takes to see it. */
  drainSeconds: number
  /** Takes over an installation whose files were kept elsewhere, after they have been moved. */
  adoptFiles: boolean
  secrets: string[]
  registration: 'open' | 'invite'
  trustedProxies: string[]
  /** Requests per minute and caller; 0 switches the limits off (benchmarks). */
  rateLimit: number
  uploadLimits: { logo: number; proof: number; import: number }
  files: FileStoreConfig
  smtpUrl: string | null
  emailFrom: string | null
  emailReplyTo: string | null
  /** A file outside of the database's reach that each hour's heads of the audit chains are written to. */
  auditAnchorFile: string | null
  logLevel: string
  /** How lines apart from requests are written: sentences, or an object each. */
  logFormat: 'text' | 'json'
  /** Where traces go; null while they are off. */
  traces: { endpoint: string; sample: number } | null
  environment: NodeJS.ProcessEnv
}

const megabyte = 1024 * 1024
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  PORTICO_URL: z.url({ protocol: /^https?$/ }).optional(),
  PORTICO_DATA: z.string().default('.portico'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  PORTICO_DATABASE_LEVEL: z.enum(['role', 'owner']).default('role'),
  PORTICO_ROLE: z.enum(['web', 'worker', 'all']).default('all'),
  REDIS_URL: z
    .string()
    .regex(/^(redis|rediss|valkey|valkeys):\/\//)
    .optional(),
  PORTICO_DRAIN_SECONDS: z.coerce.number().min(0).max(60).default(0),
  PORTICO_ADOPT_FILES: z.enum(['true', 'false']).default('false'),
  PORTICO_SECRET: z.string().min(32).optional(),
  PORTICO_OLD_SECRETS: z.string().optional(),
  PORTICO_REGISTRATION: z.enum(['open', 'invite']).default('invite'),
  PORTICO_TRUSTED_PROXIES: z.string().default(''),
  PORTICO_RATE_LIMIT: z.coerce.number().int().min(0).default(120),
  PORTICO_LOGO_LIMIT_MB: z.coerce.number().min(0.1).max(50).default(2),
  PORTICO_PROOF_LIMIT_MB: z.coerce.number().min(0.1).max(200).default(10),
  PORTICO_IMPORT_LIMIT_MB: z.coerce.number().min(0.1).max(500).default(50),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  EMAIL_FROM: z.string().optional(),
  EMAIL_REPLY_TO: z.string().optional(),
  PORTICO_AUDIT_ANCHORS: z.string().optional(),
  LOG_FORMAT: z.enum(['text', 'json']).default('text'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  OTEL_TRACES_SAMPLE: z.coerce.number().min(0).max(1).default(1),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
})

/** @throws Error with one line per variable that is wrong, for the person at the terminal. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = Environment.safeParse(given)
  if (!result.success) {
    throw new Error(
      `Some settings are not right:\n${result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n')}`,
    )
  }
  const env = result.data
  const publicUrl = (env.PORTICO_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '')
  return {
    port: env.PORT,
    isPortSet: Boolean(given['PORT']),
    host: env.HOST,
    publicUrl,
    isPublicUrlSet: env.PORTICO_URL !== undefined,
    isSecure: publicUrl.startsWith('https:'),
    dataFolder: env.PORTICO_DATA,
    databaseUrl: env.DATABASE_URL ?? null,
    databaseLevel: env.DATABASE_URL ? env.PORTICO_DATABASE_LEVEL : 'separate',
    role: env.PORTICO_ROLE,
    redisUrl: env.REDIS_URL?.replace(/^valkey/, 'redis') ?? null,
    drainSeconds: env.PORTICO_DRAIN_SECONDS,
    adoptFiles: env.PORTICO_ADOPT_FILES === 'true',
    secrets: [
      ...(env.PORTICO_SECRET ? [env.PORTICO_SECRET] : []),
      ...(env.PORTICO_OLD_SECRETS?.split(',') ?? []),
    ],
    registration: env.PORTICO_REGISTRATION,
    trustedProxies: env.PORTICO_TRUSTED_PROXIES.split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    rateLimit: env.PORTICO_RATE_LIMIT,
    uploadLimits: {
      logo: env.PORTICO_LOGO_LIMIT_MB * megabyte,
      proof: env.PORTICO_PROOF_LIMIT_MB * megabyte,
      import: env.PORTICO_IMPORT_LIMIT_MB * megabyte,
    },
    files: fileStoreConfigFrom(environment, `${env.PORTICO_DATA}/files`),
    smtpUrl: env.SMTP_URL ?? null,
    emailFrom: env.EMAIL_FROM ?? null,
    emailReplyTo: env.EMAIL_REPLY_TO ?? null,
    auditAnchorFile: env.PORTICO_AUDIT_ANCHORS ?? null,
    logLevel: env.LOG_LEVEL,
    logFormat: env.LOG_FORMAT,
    traces: env.OTEL_EXPORTER_OTLP_ENDPOINT
      ? { endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT, sample: env.OTEL_TRACES_SAMPLE }
      : null,
    environment,
  }
}
