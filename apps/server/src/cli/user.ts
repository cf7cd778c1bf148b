import { Email } from '@portico/contract'
import type { Command } from 'commander'
import { createUser, listUsers, makePlatformAdmin, makeResetLink } from '../modules/identity/index.ts'
import { withCommandParts } from './command-parts.ts'
import { say, styled } from './terminal.ts'

/** Whoever can start the program owns the installation, so the terminal may do with accounts what no page offers. */
export function addUserCommand(program: Command): void {
  const user = program
    .command('user')
    .description('accounts of people: create, list, a link for a new password, platform admins')
    .addHelpText(
      'after',
      `
Examples
  npx portico user list
  npx portico user create ann@example.com --name "Ann Lee"
  npx portico user reset-password ann@example.com
  npx portico user admin ann@example.com            makes Ann a platform admin
  npx portico user admin ann@example.com --remove`,
    )
  user
    .command('list')
    .description('everybody who has an account')
    .option('--json', 'for programs')
    .action((options: { json?: boolean }) => list(options))
  user
    .command('create')
    .description('make an account; prints a link with which its owner sets a password')
    .argument('<email>')
    .requiredOption('--name <name>', 'as it is shown to others')
    .option('--admin', 'also a platform admin')
    .action((email: string, options: { name: string; admin?: boolean }) => create(email, options))
  user
    .command('reset-password')
    .description('print a link for setting a new password, and end any lock of the account')
    .argument('<email>')
    .action((email: string) => resetPassword(email))
  user
    .command('admin')
    .description('make somebody a platform admin, who sees the whole installation')
    .argument('<email>')
    .option('--remove', 'make them one no longer')
    .action((email: string, options: { remove?: boolean }) => setAdmin(email, !options.remove))
}

async function list(options: { json?: boolean }): Promise<void> {
  const people = await withCommandParts(listUsers)
  if (options.json) return say(JSON.stringify(people, null, 2))
  if (people.length === 0)
    return say('Nobody has an account yet. "npm start" prints the link for the first one.')
  const width = Math.max(...people.map((person) => person.email.length))
  for (const person of people) {
    const notes = [
      person.is_platform_admin ? 'platform admin' : '',
      person.email_verified_at ? '' : 'address not verified',
      person.disabled_at ? 'disabled' : '',
    ].filter(Boolean)
    say(
      `${person.email.padEnd(width)}  ${person.name}${notes.length > 0 ? styled('dim', `  ${notes.join(', ')}`) : ''}`,
    )
  }
}

async function create(email: string, options: { name: string; admin?: boolean }): Promise<void> {
  if (!Email.safeParse(email).success) throw new Error(`"${email}" is not an email address.`)
  await withCommandParts(async (parts) => {
    const { resetLink } = await createUser(parts, { email, name: options.name })
    if (options.admin) await makePlatformAdmin(parts, email)
    say(`${email} has an account${options.admin ? ' and is a platform admin' : ''}. A password is set here:`)
    say(`  ${styled('cyan', resetLink ?? '')}`)
  })
}

async function resetPassword(email: string): Promise<void> {
  const link = await withCommandParts((parts) => makeResetLink(parts, email))
  say(`A new password for ${email} is set here; the link works once:`)
  say(`  ${styled('cyan', link)}`)
}

async function setAdmin(email: string, isAdmin: boolean): Promise<void> {
  await withCommandParts((parts) => makePlatformAdmin(parts, email, isAdmin))
  say(isAdmin ? `${email} is a platform admin.` : `${email} is not a platform admin any more.`)
}
