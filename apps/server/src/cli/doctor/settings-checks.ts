import type { Config } from '../../platform/config.ts'
import type { Check } from './check.ts'
import { good, warning } from './check.ts'

export function checkSettings(config: Config): Check[] {
  return [checkAddress(config), checkMail(config)]
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
