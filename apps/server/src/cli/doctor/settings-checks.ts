import { once } from 'node:events'
import type { Config } from '../../platform/config.ts'
import type { Check } from './check.ts'
import { good, warning } from './check.ts'

export async function checkSettings(config: Config): Promise<Check[]> {
  return [
    checkAddress(config),
    checkMail(config),
    ...(config.databaseUrl ? [checkSecret(config), checkFiles(config)] : []),
    ...(config.redisUrl ? [await checkRedis(config.redisUrl)] : []),
  ]
}

/** Several processes are one installation only with one secret and one store for files. */
function checkSecret(config: Config): Check {
  const title = 'Secret'
  if (config.secrets.length > 0) return good(title, 'from PORTICO_SECRET')
  return warning(
    title,
    `in the data folder (${config.dataFolder}), so processes elsewhere on this database do not have it`,
    'Set the same PORTICO_SECRET for every process, or give all of them this folder (docs/operating-several.md).',
  )
}

function checkFiles(config: Config): Check {
  const title = 'Files'
  if (config.files.s3) return good(title, `in the bucket ${config.files.s3.bucket}`)
  return warning(
    title,
    `in the folder ${config.files.folder}: processes on this database must all see this one`,
    'Set S3_BUCKET, or share the folder, before a second machine is started.',
  )
}

async function checkRedis(url: string): Promise<Check> {
  const title = 'Redis'
  const { host } = new URL(url)
  const { connectValkey } = await import('../../platform/valkey/connection.ts')
  const connection = connectValkey(url, () => {})
  try {
    await once(connection, 'ready', { signal: AbortSignal.timeout(3_000) })
    return good(title, `${host} answers; limits are counted there for all processes`)
  } catch {
    return warning(
      title,
      `${host} does not answer: each process counts its limits for itself, and open screens are told later`,
      'Check REDIS_URL, and that the server lets this machine in.',
    )
  } finally {
    connection.disconnect()
  }
}

function checkAddress(config: Config): Check {
  const title = 'Address'
  const { protocol, hostname } = new URL(config.publicUrl)
  const isLocal = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
  if (protocol === 'https:') return good(title, config.publicUrl)
  if (!config.isPublicUrlSet) {
    return warning(
      title,
      `${config.publicUrl}, so links in mails work on this machine only`,
      'Set PORTICO_URL to the address that people use, such as https://portal.example.com.',
    )
  }
  if (isLocal) return good(title, `${config.publicUrl} (this machine only)`)
  return warning(
    title,
    `${config.publicUrl} is not encrypted: passwords and invoices cross the network readably`,
    'Put a proxy with a certificate in front, and set PORTICO_URL to the https:// address.',
  )
}

function checkMail(config: Config): Check {
  const title = 'Mail'
  if (config.smtpUrl) return good(title, `sent through ${new URL(config.smtpUrl).host}`)
  return warning(
    title,
    'not configured: mails are kept in the app, where members can read them, and none is sent',
    'Set SMTP_URL, such as smtps://user:password@smtp.example.com, and EMAIL_FROM.',
  )
}
