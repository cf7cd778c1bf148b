import { buildDemo } from '../demo/index.ts'
import { mailConfigFrom, openMailTransport } from '../platform/mail/index.ts'
import { keyringOf } from '../start-server.ts'
import { withCommandParts } from './command-parts.ts'
import { say, styled } from './terminal.ts'

/** `portico demo`: fills the installation with the two organizations of the demo and prints who can sign in. */
export async function runDemo(): Promise<void> {
  await withCommandParts(async (parts) => {
    const mail = openMailTransport(mailConfigFrom(parts.config.environment))
    const { config, files } = parts
    const keyring = keyringOf(config)
    const demo = await buildDemo({ config, files, keyring, mail }, parts.openDatabase, {
      tell: (line) => say(styled('dim', line)),
    })
    await mail.close()
    for (const organization of demo.organizations) {
      say()
      say(`${styled('bold', organization.name)}  ${organization.invoices} invoices`)
      say(`  ${styled('cyan', `${config.publicUrl}/app/${organization.slug}`)}`)
      for (const { name, email, role } of organization.people)
        say(`  ${email}  ${styled('dim', `${name}, ${role}`)}`)
    }
    say()
    say(`All of them sign in with the password ${styled('bold', demo.password)}`)
  })
}
