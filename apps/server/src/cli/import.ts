import { readdir, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { importRules, ImportSource, toPublicId, type ImportRule, type ImportRules } from '@portico/contract'
import { formatMoney } from '@portico/money'
import type { Command } from 'commander'
import {
  batchIdOf,
  ImportSession,
  type ImportChoices,
  type PresentedImport,
} from '../modules/imports/index.ts'
import { db } from '../platform/database/index.ts'
import { Refusal } from '../platform/errors.ts'
import { systemPrincipal } from '../platform/principal.ts'
import { keyringOf } from '../start-server.ts'
import { withCommandParts, type CommandParts } from './command-parts.ts'
import { complain, say, styled } from './terminal.ts'

type Options = {
  organization: string
  source?: string
  currency?: string
  dateOrder?: string
  decimalMark?: string
  rule: string[]
  dryRun?: boolean
  yes?: boolean
  allowRejects?: boolean
  rejects?: string
  undo?: string
}

export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description(
      'bring books in from another system: clients, items, invoices, payments; or withdraw them again',
    )
    .argument('[paths...]', 'CSV files, or a folder with them')
    .requiredOption('--organization <slug>', 'whose books they become')
    .option(
      '--source <name>',
      `who wrote the files: ${ImportSource.options.join(', ')}; left out, they are recognised`,
    )
    .option('--currency <code>', 'currency of amounts that name none; left out, that of your books')
    .option(
      '--date-order <order>',
      'how 3/4/2026 is meant: mdy or dmy; left out, the file decides, or you are asked',
    )
    .option(
      '--decimal-mark <mark>',
      'what stands before decimals: . or ,; left out, the file decides, or you are asked',
    )
    .option('--rule <rule=choice>', 'what counts where files disagree; may be repeated', collect, [])
    .option(
      '--dry-run',
      'show the control sheet and bring nothing in; with --undo, what would go and what would stay',
    )
    .option('--yes', 'bring in, or withdraw, without asking')
    .option('--allow-rejects', 'exit with 0 although some rows were rejected')
    .option('--rejects <file>', 'write rejected rows to a file, with line and reason')
    .option('--undo <batch>', 'withdraw a batch (imp_…): postings are reversed, records taken away')
    .addHelpText(
      'after',
      `
The files are read first and nothing is written: you see what would come in, what would not and why, and every difference
between the files and Portico by its cause. Then you are asked. Nothing is sent to anybody. The same files again change nothing.

Rules (the first choice is the default)
${Object.entries(importRules)
  .map(([rule, choices]) => `  ${rule.padEnd(24)}${choices.join(', ')}`)
  .join('\n')}

Examples
  npx portico import ./export --organization acme --dry-run
  npx portico import clients.csv invoices.csv payments.csv --organization acme --yes
  npx portico import ./export --organization acme --rule paid=paid_column --date-order dmy
  npx portico import --organization acme --undo imp_01jd3k8w2fe0vb3y7p5m9x4t6q

Exit codes: 0 all right; 1 something was rejected, a question is open, a file cannot be read, or an undo had to leave something.`,
    )
    .action(async (paths: string[], options: Options) => {
      process.exitCode = await runImport(paths, options)
    })
}

const collect = (value: string, before: string[]): string[] => [...before, value]

async function runImport(paths: readonly string[], options: Options): Promise<number> {
  const choices = choicesOf(options)
  return withCommandParts(async (opened) => {
    const parts = { ...opened, keyring: keyringOf(opened.config) }
    const organizationId = await organizationOf(opened, options.organization)
    if (options.undo !== undefined) return undo(parts, organizationId, options)
    const files = await filesOf(paths)
    if (files.length === 0) throw new Error('Name CSV files, or a folder that holds some.')
    const session = await ImportSession.open(parts, organizationId, choices)
    const unread = await addAll(session, files, choices)
    if (unread === files.length) return 1
    await session.choose(choices)
    const batch = await session.analyse(progressLine)
    endProgress()
    return (await decide(session, batch, options)) || unread > 0 ? 1 : 0
  })
}

/** @returns 1 where something needs a look */
async function decide(session: ImportSession, batch: PresentedImport, options: Options): Promise<number> {
  if (batch.state === 'failed') throw new Error(batch.failure ?? 'The files could not be read.')
  printSheet(batch)
  await writeRejects(session, batch, options.rejects)
  const id = toPublicId('importBatch', session.batchId)
  const rejected = (batch.sheet?.rows.rejected ?? 0) > 0 && !options.allowRejects ? 1 : 0
  if (batch.questions.length > 0) {
    say()
    for (const { detail, code } of batch.questions)
      say(`${styled('yellow', '?')} ${detail}  ${styled('dim', answerTo[code])}`)
    return 1
  }
  const coming = Object.values(batch.sheet?.to_create ?? {}).reduce((sum, count) => sum + count, 0)
  if (coming === 0) {
    say('\nThere is nothing to bring in: all of it is here already, or rejected.')
    return rejected
  }
  if (options.dryRun || !(options.yes || (await isWanted(coming)))) {
    say(
      `\nNothing was brought in. The sheet is kept as ${id}: look at it in the settings, or run this again with --yes.`,
    )
    return rejected
  }
  const done = await session.commit(progressLine)
  endProgress()
  if (done.state !== 'committed') throw new Error(done.failure ?? 'The batch could not be brought in.')
  say(`\n${styled('green', '✓')} Brought in ${inWords(done.brought_in)}. Nothing was sent to anybody.`)
  say(
    styled('dim', `  To withdraw it: npx portico import --organization ${options.organization} --undo ${id}`),
  )
  return rejected
}

async function undo(
  parts: ConstructorParameters<typeof ImportSession>[0],
  organizationId: string,
  options: Options,
): Promise<number> {
  const text = options.undo ?? ''
  const batchId = batchIdOf(text)
  if (!batchId) throw new Error(`"${text}" is not the id of a batch. It begins with imp_.`)
  const session = new ImportSession(parts, organizationId, batchId)
  const preview = await session.undoPreview()
  printUndo(preview)
  if (options.dryRun) {
    say('\nNothing was withdrawn: this was a look.')
    return 0
  }
  // Without somebody at the keyboard, the command itself is the answer.
  const isAsked = process.stdin.isTTY && process.stdout.isTTY && !options.yes
  if (isAsked && !(await isConfirmed('Withdraw it?'))) {
    say('\nNothing was withdrawn.')
    return 1
  }
  const batch = await session.undo(progressLine)
  endProgress()
  if (batch.state !== 'undone') throw new Error(batch.failure ?? 'The batch could not be withdrawn.')
  say(
    `\n${styled('green', '✓')} Withdrew ${inWords(batch.withdrawn)}. The same files can be brought in again.`,
  )
  if (batch.blocked === 0) return 0
  say(`${styled('yellow', '!')} ${batch.blocked} records were touched since and stay:`)
  for (const { label, reason } of await session.blocked(20)) say(`    ${label}: ${reason}`)
  return 1
}

function printUndo({
  withdrawn,
  sums,
  blocked,
  blocked_records,
}: Awaited<ReturnType<ImportSession['undoPreview']>>): void {
  say(`Would take back ${inWords(withdrawn)}.`)
  for (const { invoiced, received } of sums)
    say(styled('dim', `    ${formatMoney(invoiced, 'en')} invoiced, ${formatMoney(received, 'en')} received`))
  const staying = Object.values(blocked).reduce((sum, count) => sum + count, 0)
  if (staying === 0) return
  say(`${styled('yellow', '!')} ${inWords(blocked)} would stay:`)
  for (const { label, reason } of blocked_records) say(`    ${label}: ${reason}`)
  if (staying > blocked_records.length)
    say(styled('dim', `    … and ${staying - blocked_records.length} more`))
}

const answerTo: Record<PresentedImport['questions'][number]['code'], string> = {
  kind: 'Choose it in the settings.',
  columns: 'Choose it in the settings.',
  date_order: '--date-order mdy or --date-order dmy',
  decimal_mark: '--decimal-mark . or --decimal-mark ,',
  currency: '--currency CODE',
}

function choicesOf(options: Options): ImportChoices {
  const { source, dateOrder, decimalMark, currency } = options
  if (source !== undefined && !ImportSource.options.includes(source as never))
    throw new Error(`There is no source "${source}". Sources: ${ImportSource.options.join(', ')}.`)
  if (dateOrder !== undefined && !['mdy', 'dmy', 'ymd'].includes(dateOrder))
    throw new Error('--date-order is mdy or dmy.')
  if (decimalMark !== undefined && !['.', ','].includes(decimalMark))
    throw new Error('--decimal-mark is . or ,.')
  const rules: Record<string, string> = {}
  for (const text of options.rule) {
    const [rule = '', choice = ''] = text.split('=')
    const known = importRules[rule as ImportRule] as readonly string[] | undefined
    if (!known) throw new Error(`There is no rule "${rule}". Rules: ${Object.keys(importRules).join(', ')}.`)
    if (!known.includes(choice)) throw new Error(`--rule ${rule} is one of ${known.join(', ')}.`)
    rules[rule] = choice
  }
  return {
    source: source as ImportChoices['source'],
    currency: currency?.toUpperCase(),
    dateOrder: dateOrder as ImportChoices['dateOrder'],
    decimalMark: decimalMark as ImportChoices['decimalMark'],
    rules: rules as Partial<ImportRules>,
  }
}

async function organizationOf(parts: CommandParts, slug: string): Promise<string> {
  const [row] = await parts.database.global(systemPrincipal('portico import'), (tx) =>
    tx.all(
      db.selectFrom('organizations').select('id').where('slug', '=', slug).where('status', '<>', 'deleted'),
    ),
  )
  if (!row) throw new Error(`There is no organization "${slug}".`)
  return row.id
}

async function filesOf(paths: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const path of paths) {
    const found = await stat(path).catch(() => null)
    if (!found) throw new Error(`There is no file ${path}.`)
    if (!found.isDirectory()) files.push(path)
    else
      for (const name of (await readdir(path)).toSorted())
        if (/\.(csv|tsv|txt)$/i.test(name)) files.push(join(path, name))
  }
  return files
}

async function addAll(
  session: ImportSession,
  files: readonly string[],
  choices: ImportChoices,
): Promise<number> {
  let unread = 0
  for (const path of files) {
    try {
      await session.add(path, choices)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      unread++
      complain(`${styled('red', '✗')} ${basename(path)}: ${error.message}`)
    }
  }
  return unread
}

const isWanted = (count: number): Promise<boolean> => isConfirmed(`Bring in ${count} records?`)

async function isConfirmed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false
  const reader = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return /^y(es)?$/i.test((await reader.question(`\n${question} [y/N] `)).trim())
  } finally {
    reader.close()
  }
}

async function writeRejects(
  session: ImportSession,
  batch: PresentedImport,
  path: string | undefined,
): Promise<void> {
  const csv = path && batch.sheet ? await session.rejects('rejected') : null
  if (!path || !csv) return
  await writeFile(path, csv)
  say(`\nThe rejected rows are in ${path}.`)
}

const kindWords = {
  clients: 'clients',
  price_items: 'items',
  invoices: 'invoices',
  payments: 'payments',
} as const
const inWords = (counts: Record<keyof typeof kindWords, number>): string => {
  const parts = (Object.keys(kindWords) as (keyof typeof kindWords)[])
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${kindWords[kind]}`)
  return parts.length > 0 ? new Intl.ListFormat('en').format(parts) : 'nothing'
}

const causeWords: Record<NonNullable<PresentedImport['sheet']>['causes'][number]['code'], string> = {
  repeated_row: 'Repeated rows, counted once',
  repeated_payment: 'Repeated payments',
  payments_differ_from_paid: 'The payments file and the invoices’ own “paid” differ',
  payments_exceed_invoice: 'More paid than asked for, becomes credit',
  orphan_payment: 'Payments of invoices that are not there',
  unknown_client: 'Clients that are in no clients file',
  rounding: 'Rounding',
  total_differs: 'Rows that do not come to the invoice’s total',
  due_before_issue: 'Due before issued',
  void_in_source: 'Void in the other system',
  missing_exchange_rate: 'No exchange rate',
  existing_client: 'Clients that are here already',
  possible_duplicate: 'Clients that may be the same',
  repaired_value: 'Values that were mended',
  already_here: 'Brought in before',
  draft_without_number: 'Drafts, numbered when they are issued',
  taxes_combined: 'Two taxes of a line, as one',
  draft_tax: 'Tax of drafts, reckoned here by a tax rate',
  rejected: 'Rejected',
  unexplained: 'Unexplained',
}

function printSheet({ sheet, files }: PresentedImport): void {
  say()
  for (const file of files)
    say(
      styled(
        'dim',
        `  ${file.name}: ${file.kind ?? 'not recognised'}, ${file.rows ?? 0} rows${file.source ? `, ${file.source}` : ''}`,
      ),
    )
  if (!sheet) return
  const { verdict } = sheet
  const amounts = verdict.differing.map((amount) => formatMoney(amount, 'en')).join(' and ')
  say()
  say(
    styled(
      'bold',
      `${verdict.agreeing} of ${verdict.invoices} invoices agree. ${verdict.causes === 0 ? 'No sum differs.' : `${verdict.causes} differences, ${amounts} in all, are explained below.`}`,
    ),
  )
  say()
  const rows = sheet.figures.map(({ measure, currency, source, portico, difference, unexplained }) => {
    const text = (value: number): string =>
      currency ? formatMoney({ amount: value, currency }, 'en') : String(value)
    return [
      measure.replace('_', ' '),
      text(source),
      text(portico),
      difference === 0 ? '✓' : text(difference),
      unexplained === 0 ? '' : `unexplained: ${text(unexplained)}`,
    ]
  })
  printTable([['', 'source', 'Portico', 'difference', ''], ...rows])
  for (const cause of sheet.causes) {
    say()
    say(
      `${styled(cause.effects.length > 0 || cause.code === 'rejected' ? 'yellow' : 'dim', '•')} ${causeWords[cause.code]}: ${cause.count}`,
    )
    for (const { measure, currency, difference } of cause.effects)
      say(
        `    ${measure.replace('_', ' ')} ${difference > 0 ? '+' : ''}${currency ? formatMoney({ amount: difference, currency }, 'en') : difference}`,
      )
    if (cause.rule)
      say(
        styled(
          'dim',
          `    rule ${cause.rule}=${cause.chosen}${cause.alternatives.length > 0 ? `, or ${cause.alternatives.join(', ')}` : ''}`,
        ),
      )
    for (const { line, detail } of cause.examples.slice(0, 3))
      say(styled('dim', `    line ${line}: ${detail}`))
    if (cause.count > 3)
      say(styled('dim', `    … and ${cause.count - Math.min(3, cause.examples.length)} more`))
  }
  const { rejected, review, dropped, repaired } = sheet.rows
  say()
  say(
    `Would bring in ${inWords(sheet.to_create)}. Rows: ${rejected} rejected, ${review} for review, ${dropped} left out, ${repaired} repaired.`,
  )
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length))) ?? []
  for (const row of rows)
    say(
      `  ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('   ')}`.trimEnd(),
    )
}

let isShown = false
function progressLine({ progress }: PresentedImport): void {
  if (!progress || !process.stdout.isTTY) return
  const share = progress.total === 0 ? 0 : Math.round((progress.done / progress.total) * 100)
  process.stdout.write(`\r${progress.phase} … ${share} %   `)
  isShown = true
}
function endProgress(): void {
  if (isShown) process.stdout.write('\r\u001b[K')
  isShown = false
}
