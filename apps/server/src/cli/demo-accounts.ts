import type { DemoResult } from '../demo/index.ts'
import { say, styled } from './terminal.ts'

/** Who can sign in to the demo, and where. The password is made for this installation and shown once. */
export function tellDemo(demo: DemoResult, url: string): void {
  for (const organization of demo.organizations) {
    say()
    say(`${styled('bold', organization.name)}  ${organization.invoices} invoices`)
    say(`  ${styled('cyan', `${url}/app/${organization.slug}`)}`)
    for (const { name, email, role } of organization.people)
      say(`  ${email}  ${styled('dim', `${name}, ${role}`)}`)
    if (organization.contact) {
      say(`  ${styled('cyan', `${url}/client-portal/${organization.slug}`)}`)
      say(`  ${organization.contact.email}  ${styled('dim', `${organization.contact.name}, a client`)}`)
    }
  }
  if (demo.operator) {
    say()
    say(styled('bold', 'The installation itself'))
    say(`  ${styled('cyan', `${url}/admin`)}`)
    say(`  ${demo.operator}`)
  }
  say()
  say(`All of them sign in with the password ${styled('bold', demo.password)}`)
}
