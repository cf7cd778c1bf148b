import { z } from 'zod'
import { id } from './ids.ts'
import { Actor, Currency, DateOnly, Instant, Money, Version } from './pieces.ts'

/**
 * Bringing books in from elsewhere. A batch takes files, reads them, and shows what would become of them (its control sheet) before
 * anything is written; it is committed as a whole and can be withdrawn as a whole. Nothing of it is sent to anybody.
 */

export const ImportSource = z.enum([
  'invoice_ninja',
  'freshbooks',
  'zoho',
  'wave',
  'invoice2go',
  'invoicely',
  'csv',
])
export const ImportKind = z.enum(['clients', 'price_items', 'invoices', 'payments'])
export const ImportState = z
  .enum(['draft', 'analysing', 'ready', 'committing', 'committed', 'undoing', 'undone', 'failed'])
  .meta({
    description:
      '`draft`: takes files. `analysing`, `committing`, `undoing`: work in progress, see `progress`. `ready`: the sheet is there. `undone`: withdrawn, apart from records that were touched since. `failed`: see `failure`; what was kept is kept.',
  })
export const DateOrder = z.enum(['ymd', 'mdy', 'dmy'])
export const ImportOutcome = z
  .enum(['ready', 'repaired', 'matched', 'unchanged', 'dropped', 'review', 'rejected'])
  .meta({
    description:
      'What becomes of a row. `ready`: brought in as it is. `repaired`: brought in, with something mended that is named. `matched`: the client or item exists here and is used. `unchanged`: brought in before. `dropped`: left out by a rule. `review`: left out, waiting on the review list. `rejected`: cannot be brought in.',
  })

/** What is chosen where files disagree or cannot be followed to the letter. Each has a default and can be changed until the commit. */
export const importRules = {
  paid: ['payments_file', 'paid_column'],
  repeated_payments: ['drop_where_total_agrees', 'keep'],
  unknown_client: ['create', 'reject'],
  orphan_payments: ['review', 'client_credit'],
  rounding: ['source_total', 'portico_total'],
  total_differs: ['reject', 'adjust'],
  due_before_issue: ['keep', 'issue_date'],
  missing_exchange_rate: ['reject', 'nearest'],
} as const
export type ImportRule = keyof typeof importRules
export const ImportRules = z
  .strictObject({
    paid: z.enum(importRules.paid).meta({
      description: 'What counts as paid: the rows of the payments file, or the invoice’s own figure',
    }),
    repeated_payments: z.enum(importRules.repeated_payments),
    unknown_client: z.enum(importRules.unknown_client),
    orphan_payments: z.enum(importRules.orphan_payments),
    rounding: z.enum(importRules.rounding),
    total_differs: z.enum(importRules.total_differs),
    due_before_issue: z.enum(importRules.due_before_issue),
    missing_exchange_rate: z.enum(importRules.missing_exchange_rate),
  })
  .meta({ id: 'ImportRules' })
export type ImportRules = z.infer<typeof ImportRules>

/** Which of a file's columns says what: our field → position of the column, counted from 0. */
export const ImportMapping = z
  .record(z.string().regex(/^[a-z0-9_]{1,40}$/), z.number().int().min(0).max(499))
  .meta({ id: 'ImportMapping', example: { name: 0, email: 3 } })

export const ImportFile = z
  .strictObject({
    id: id('importFile'),
    name: z.string(),
    size: z.number().int(),
    source: ImportSource.nullable(),
    kind: ImportKind.nullable().meta({ description: 'Null until it is recognised or chosen' }),
    encoding: z.string().meta({ example: 'utf-8' }),
    delimiter: z.string().meta({ example: ',' }),
    header_line: z.number().int().meta({ description: 'Line of the file that names the columns' }),
    columns: z.array(z.string()),
    mapping: ImportMapping,
    mapping_name: z.string().nullable().meta({ description: 'The saved mapping that was used' }),
    date_order: DateOrder.nullable().meta({
      description: 'How dates with slashes are read; null where the file decides by itself',
    }),
    decimal_mark: z.enum(['.', ',']).nullable(),
    rows: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Rows with something in them; null before they are read' }),
    sample: z.array(z.array(z.string())).meta({ description: 'The first rows, as they stand in the file' }),
    brought_in_before: Instant.nullable().meta({
      description: 'When a file with exactly this content was brought in, if it was',
    }),
  })
  .meta({ id: 'ImportFile' })

export const ImportQuestion = z
  .strictObject({
    code: z.enum(['kind', 'columns', 'date_order', 'decimal_mark', 'currency']),
    import_file_id: id('importFile').nullable(),
    column: z.string().nullable(),
    detail: z.string(),
    examples: z.array(z.string()),
    options: z.array(z.strictObject({ value: z.string(), label: z.string() })),
  })
  .meta({
    id: 'ImportQuestion',
    description:
      'Something that the files cannot decide and nobody should guess. Answered through `imports.update_file` (kind, columns, date_order, decimal_mark) or `imports.update` (currency); a batch with open questions cannot be committed.',
  })

/** What is counted or summed on the sheet. Counts carry no currency. */
export const ImportMeasure = z.enum([
  'clients',
  'price_items',
  'invoices',
  'drafts',
  'payments',
  'invoiced',
  'drafted',
  'paid',
  'received',
  'open',
  'credit',
])
export const ImportFigure = z
  .strictObject({
    measure: ImportMeasure.meta({
      description:
        '`clients` to `payments` are counts; the others sums in minor units of `currency`. `paid`: what the invoices themselves say was paid. `received`: what the payments file says.',
    }),
    currency: Currency.nullable(),
    source: z.number().int(),
    portico: z.number().int(),
    difference: z.number().int().meta({ description: '`portico − source`' }),
    unexplained: z
      .number()
      .int()
      .meta({ description: 'What of the difference no cause accounts for: 0, or something is wrong' }),
  })
  .meta({ id: 'ImportFigure' })
export const ImportCauseCode = z.enum([
  'repeated_row',
  'repeated_payment',
  'payments_differ_from_paid',
  'payments_exceed_invoice',
  'orphan_payment',
  'unknown_client',
  'rounding',
  'total_differs',
  'due_before_issue',
  'void_in_source',
  'missing_exchange_rate',
  'existing_client',
  'possible_duplicate',
  'repaired_value',
  'already_here',
  'draft_without_number',
  'taxes_combined',
  'draft_tax',
  'rejected',
  'unexplained',
])
export const ImportCause = z
  .strictObject({
    code: ImportCauseCode,
    count: z.number().int().meta({ description: 'Rows or documents that it concerns' }),
    effects: z.array(
      z.strictObject({
        measure: ImportMeasure,
        currency: Currency.nullable(),
        difference: z
          .number()
          .int()
          .meta({ description: 'How far it moves Portico’s figure from the source’s' }),
      }),
    ),
    rule: z
      .enum(Object.keys(importRules) as [ImportRule, ...ImportRule[]])
      .nullable()
      .meta({
        description:
          'The rule that was used, changeable with `imports.update`; null where there is no choice',
      }),
    chosen: z.string().nullable(),
    alternatives: z.array(z.string()),
    examples: z.array(
      z.strictObject({ import_file_id: id('importFile'), line: z.number().int(), detail: z.string() }),
    ),
  })
  .meta({ id: 'ImportCause' })
export const ImportSheet = z
  .strictObject({
    verdict: z.strictObject({
      invoices: z.number().int(),
      agreeing: z.number().int().meta({ description: 'Invoices of which every figure is the source’s' }),
      causes: z.number().int().meta({ description: 'Causes that move a sum of money' }),
      differing: z.array(Money).meta({ description: 'What they come to, per currency, whatever its sign' }),
      is_explained: z.boolean(),
    }),
    figures: z.array(ImportFigure),
    causes: z.array(ImportCause),
    rows: z.record(ImportOutcome, z.number().int()),
    to_create: z
      .record(ImportKind, z.number().int())
      .meta({ description: 'What a commit would bring in now' }),
  })
  .meta({ id: 'ImportSheet' })

export const Import = z
  .strictObject({
    id: id('importBatch'),
    state: ImportState,
    source: ImportSource.nullable(),
    progress: z
      .strictObject({
        phase: z.enum(['reading', 'planning', 'committing', 'undoing']),
        done: z.number().int(),
        total: z.number().int(),
      })
      .nullable(),
    failure: z.string().nullable(),
    files: z.array(ImportFile),
    currency: Currency.nullable().meta({ description: 'Of amounts that name none' }),
    rules: ImportRules,
    questions: z.array(ImportQuestion),
    sheet: ImportSheet.nullable(),
    brought_in: z.record(ImportKind, z.number().int()),
    withdrawn: z.record(ImportKind, z.number().int()),
    blocked: z
      .number()
      .int()
      .meta({ description: 'Records that an undo left, because they were touched since' }),
    quiet: z.number().int().meta({
      description: 'Open invoices of it that take part in no reminder yet; see `imports.wake`',
    }),
    created_at: Instant,
    created_by: Actor,
    committed_at: Instant.nullable(),
    committed_by: Actor.nullable(),
    undone_at: Instant.nullable(),
    undone_by: Actor.nullable(),
    version: Version,
  })
  .meta({ id: 'Import' })
export const ImportSummary = Import.pick({
  id: true,
  state: true,
  source: true,
  progress: true,
  brought_in: true,
  withdrawn: true,
  blocked: true,
  created_at: true,
  created_by: true,
  committed_at: true,
  undone_at: true,
  version: true,
})
  .extend({ file_names: z.array(z.string()) })
  .meta({ id: 'ImportSummary' })

export const ImportRow = z
  .strictObject({
    id: id('importRow'),
    import_file_id: id('importFile'),
    file_name: z.string(),
    line: z.number().int(),
    kind: ImportKind,
    outcome: ImportOutcome,
    label: z.string().meta({ description: 'What people know it by: a name, a number' }),
    notes: z.array(
      z.strictObject({
        code: z.string(),
        severity: z.enum(['info', 'repaired', 'rejected']),
        field: z.string().nullable(),
        detail: z.string(),
      }),
    ),
    values: z
      .record(z.string(), z.string())
      .meta({ description: 'By our field, as they stand in the file or were corrected' }),
    corrected: z.array(z.string()).meta({ description: 'Fields that were corrected by hand' }),
    is_skipped: z.boolean(),
  })
  .meta({ id: 'ImportRow' })

export const ImportRecord = z
  .strictObject({
    id: id('importRecord'),
    kind: ImportKind,
    label: z.string(),
    external_id: z.string(),
    state: z.enum(['brought_in', 'withdrawn', 'blocked']),
    reason: z.string().nullable().meta({ description: 'Why an undo left it' }),
    entity: z
      .strictObject({
        client_id: id('client').nullable(),
        price_item_id: id('priceItem').nullable(),
        invoice_id: id('invoice').nullable(),
        payment_id: id('payment').nullable(),
      })
      .meta({ description: 'The record itself: one of these is set' }),
    invoice: z
      .strictObject({
        client: z.strictObject({ id: id('client'), name: z.string() }),
        amount: Money,
        due: Money.meta({ description: 'What is still open' }),
        due_date: DateOnly.nullable(),
      })
      .nullable()
      .meta({ description: 'Of an invoice, what it comes to now' }),
    is_quiet: z.boolean().meta({
      description: 'An open invoice that takes part in nothing that runs by itself, until it is woken',
    }),
  })
  .meta({ id: 'ImportRecord' })

const counts = z.strictObject({
  clients: z.number().int(),
  price_items: z.number().int(),
  invoices: z.number().int(),
  payments: z.number().int(),
})
export const ImportUndoPreview = z
  .strictObject({
    withdrawn: counts.meta({ description: 'What would go' }),
    sums: z
      .array(
        z.strictObject({
          invoiced: Money.meta({ description: 'Of the issued invoices that would go' }),
          received: Money.meta({ description: 'Of the payments that would go' }),
        }),
      )
      .meta({ description: 'By currency' }),
    blocked: counts.meta({ description: 'What would stay, because it was touched since' }),
    blocked_records: z
      .array(ImportRecord)
      .meta({ description: 'The first fifty that would stay, each with its reason' }),
  })
  .meta({ id: 'ImportUndoPreview' })

export const ImportClientFigures = z
  .strictObject({
    name: z.string(),
    client_id: id('client').nullable(),
    currency: Currency,
    invoices: z.strictObject({ source: z.number().int(), portico: z.number().int() }),
    invoiced: z.strictObject({ source: z.number().int(), portico: z.number().int() }),
    paid: z.strictObject({ source: z.number().int(), portico: z.number().int() }),
    open: z.strictObject({ source: z.number().int(), portico: z.number().int() }),
    stated_open: z.number().int().nullable().meta({
      description: 'The balance that the clients file itself states, where it does',
    }),
    agrees: z.boolean(),
  })
  .meta({ id: 'ImportClientFigures' })

export const ImportField = z
  .strictObject({
    key: z.string(),
    label: z.string(),
    type: z.enum(['text', 'amount', 'decimal', 'percent', 'date', 'currency', 'country', 'email']),
    is_required: z.boolean(),
  })
  .meta({ id: 'ImportField' })
export const SavedMapping = z
  .strictObject({
    name: z.string(),
    kind: ImportKind,
    columns: z.array(z.string()),
    mapping: ImportMapping,
    date_order: DateOrder.nullable(),
    decimal_mark: z.enum(['.', ',']).nullable(),
    updated_at: Instant,
  })
  .meta({ id: 'SavedMapping' })
