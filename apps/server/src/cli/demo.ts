import { buildDemo } from '../demo/index.ts'
import { mailConfigFrom, openMailTransport } from '../platform/mail/index.ts'
import { keyringOf } from '../start-server.ts'
import { withCommandParts } from './command-parts.ts'
import { tellDemo } from './demo-accounts.ts'
import { say, styled } from './terminal.ts'

/** `portico demo`: fills the installation with the two organizations of the demo and prints who can sign in. */
export async function runDemo(): Promise<void> {
  await withCommandParts(async (parts) => {
    const mail = openMailTransport(mailConfigFrom(parts.config.environment))
    const { config, files } = parts
    const keyring = keyringOf(config)
    const demo = await buildDemo({ config, files, keyring, mail }, parts.openDatabase, {
      tell: (line) => say(styled('dim', line)),
      withOperator: true,
    })
    await mail.close()
    tellDemo(demo, config.publicUrl)
  })
}
