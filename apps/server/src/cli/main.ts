import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { runDoctor } from './doctor/index.ts'
import { addImportCommand } from './import.ts'
import { runMigrate } from './migrate.ts'
import { runStart } from './start.ts'
import { complain } from './terminal.ts'
import { addUserCommand } from './user.ts'
import { runVerify } from './verify.ts'

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 1_000_000)
    throw new InvalidArgumentError('A whole number from 1 to 1000000.')
  return number
}

const program = new Command('portico')
  .description(
    'Portico, the front door of a service business: clients, invoices, payments and a portal for each client.',
  )
  .usage('<command> [options]')
  .addHelpText(
    'after',
    `
Settings come from the environment; the most used are
  PORT             where it listens (3000)
  PORTICO_URL      the address that people use, such as https://portal.example.com
  PORTICO_DATA     the one folder with all data (.portico in the checkout)
  DATABASE_URL     a PostgreSQL 15 or newer of your own, instead of the embedded one
  SMTP_URL         the mail server; without it mails are kept in the app
All of them stand in README.md.

Examples
  npx portico start               start everything; the same as "npm start"
  PORT=8080 npx portico start     … on another port
  npx portico demo                two organizations to look around in
  npx portico doctor              see what is wrong, and what to do about it
  npx portico verify              see whether all money adds up
  npx portico import --help       bring books in from another system
  npx portico user --help         accounts, from the terminal

Exit codes: 0 all right, 1 it failed or a check found a problem, 2 the command was not understood.`,
  )
  .showHelpAfterError('Run "npx portico --help" for the commands.')
  .exitOverride()

program
  .command('start')
  .description('start Portico: database, server, web app and worker; Ctrl-C stops all of it')
  .option('--demo', 'with the demo in it: loaded at the first start')
  .action(runStart)

program
  .command('migrate')
  .description('bring the database to the version of this program (start does it by itself)')
  .addHelpText('after', '\nSafe to run at any time and from several machines: one migrates, the others wait.')
  .option('--rehearse', 'on a copy of the database: say what would be done, and how long it takes')
  .action(async (options: { rehearse?: boolean }) => {
    process.exitCode = await runMigrate(options)
  })

program
  .command('doctor')
  .description('check the machine, the database and the settings, and say how to mend what is wrong')
  .option('--json', 'for programs: a list of { title, state, finding, fix }')
  .action(async (options: { json?: boolean }) => {
    process.exitCode = await runDoctor(options)
  })

program
  .command('verify')
  .description(
    'prove the stored data from itself: locks, balances, documents, numbers, files, the audit log; changes nothing',
  )
  .option('--organization <slug>', 'only this one')
  .option('--no-files', 'do not read every file')
  .option(
    '--anchor <file>',
    'compare the audit chains with the heads in this file, and add the present ones; keep it where the database cannot reach',
  )
  .action(async (options: { organization?: string; files: boolean; anchor?: string }) => {
    process.exitCode = await runVerify(options)
  })

program
  .command('demo')
  .description('add two organizations with a year of lifelike work, to look around in; sends no mail')
  .addHelpText(
    'after',
    `
For trying Portico out, on an installation of its own. The passwords are made for this installation and printed once.
The database must be up to date: run "npx portico migrate" or start Portico first.`,
  )
  .option('--scale <invoices>', 'and so many invoices more in the studio, up to a million', wholeNumber)
  .action(async (options: { scale?: number }) => (await import('./demo.ts')).runDemo(options))

addImportCommand(program)
addUserCommand(program)

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError)
    process.exitCode = error.exitCode === 0 || process.argv.length <= 2 ? 0 : 2
  else {
    complain(process.env.LOG_LEVEL === 'debug' ? String((error as Error).stack) : (error as Error).message)
    process.exitCode = 1
  }
}
