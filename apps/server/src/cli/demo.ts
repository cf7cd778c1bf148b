import { buildDemo, demoStudio, isDemoHere, scaleDemo } from '../demo/index.ts'
import { mailConfigFrom, openMailTransport } from '../platform/mail/index.ts'
import { keyringOf } from '../start-server.ts'
import type { CommandParts } from './command-parts.ts'
import { withCommandParts } from './command-parts.ts'
import { tellDemo } from './demo-accounts.ts'
import { say, styled } from './terminal.ts'

/** `portico demo`: fills the installation with the two organizations of the demo and prints who can sign in. */
export async function runDemo(options: { scale?: number } = {}): Promise<void> {
  await withCommandParts(async (parts) => {
    if (options.scale === undefined || !(await isDemoHere(parts.database))) await load(parts)
    if (options.scale !== undefined) await grow(parts, options.scale)
  })
}

async function load(parts: CommandParts): Promise<void> {
  const mail = openMailTransport(mailConfigFrom(parts.config.environment))
  const { config, files } = parts
  const keyring = keyringOf(config)
  const demo = await buildDemo({ config, files, keyring, mail }, parts.openDatabase, {
    tell: (line) => say(styled('dim', line)),
    withOperator: true,
  })
  await mail.close()
  tellDemo(demo, config.publicUrl)
}

async function grow(parts: CommandParts, count: number): Promise<void> {
  const began = performance.now()
  const studio = await demoStudio(parts.database)
  // An installation's own cluster has a superuser; elsewhere the owner is held by the policies, and the application's door is the one.
  const maintenance = parts.config.databaseUrl ? parts.database : parts.openMaintenance()
  try {
    await scaleDemo(maintenance, studio.id, count, (done) => {
      if (done % 50_000 === 0) say(styled('dim', `${done} of ${count} invoices …`))
    })
  } finally {
    if (maintenance !== parts.database) await maintenance.close()
  }
  const seconds = (performance.now() - began) / 1000
  say(
    `${count} invoices more in ${studio.name}, in ${seconds.toFixed(1)} s (${Math.round(count / seconds)} a second).`,
  )
}
