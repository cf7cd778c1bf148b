import { importRules, type ImportRule, type ImportRules } from '@portico/contract'
import type { Sheet } from '../batch-reads.ts'
import { kinds, type Kind } from '../fields.ts'
import type { Outcome, Row } from './rows.ts'

type Figure = Sheet['figures'][number]
export type Measure = Figure['measure']
export type CauseCode = Sheet['causes'][number]['code']
export type Effect = { measure: Measure; currency: string | null; difference: number }

const ruleOf: Partial<Record<CauseCode, ImportRule>> = {
  repeated_payment: 'repeated_payments',
  payments_differ_from_paid: 'paid',
  unknown_client: 'unknown_client',
  orphan_payment: 'orphan_payments',
  rounding: 'rounding',
  total_differs: 'total_differs',
  due_before_issue: 'due_before_issue',
  missing_exchange_rate: 'missing_exchange_rate',
}
const order: readonly Measure[] = [
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
]
const sumsOfMoney: ReadonlySet<Measure> = new Set([
  'invoiced',
  'drafted',
  'paid',
  'received',
  'open',
  'credit',
])
const outcomes: readonly Outcome[] = [
  'ready',
  'repaired',
  'matched',
  'unchanged',
  'dropped',
  'review',
  'rejected',
]
const mostExamples = 5

type Cause = {
  count: number
  effects: Map<string, Effect>
  examples: { import_file_id: string; line: number; detail: string }[]
}

/** What one client comes to, in one currency; amounts in minor units. */
export type ClientTally = {
  name: string
  clientId: string | null
  itemId: string | null
  currency: string
  invoices: [source: number, portico: number]
  invoiced: [source: number, portico: number]
  paid: [source: number, portico: number]
  open: [source: number, portico: number]
  statedOpen: number | null
}

/** Both sides of the control sheet while a batch is planned, and every reason for which they differ. */
export class Tally {
  readonly #figures = new Map<
    string,
    { measure: Measure; currency: string | null; source: number; portico: number }
  >()
  readonly #causes = new Map<CauseCode, Cause>()
  readonly rows = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>
  readonly toCreate = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>
  readonly clients = new Map<string, ClientTally>()
  invoices = 0
  agreeing = 0

  add(side: 'source' | 'portico', measure: Measure, currency: string | null, amount: number): void {
    const key = `${measure} ${currency ?? ''}`
    const figure = this.#figures.get(key) ?? { measure, currency, source: 0, portico: 0 }
    this.#figures.set(key, figure)
    figure[side] += amount
  }

  /** Counts a cause once, with what it moves. An effect of nothing is none. */
  cause(code: CauseCode, effects: readonly Effect[], example?: { row: Row; detail: string }): void {
    const cause = this.#causes.get(code) ?? { count: 0, effects: new Map<string, Effect>(), examples: [] }
    this.#causes.set(code, cause)
    cause.count++
    for (const effect of effects) {
      if (effect.difference === 0) continue
      const key = `${effect.measure} ${effect.currency ?? ''}`
      const before = cause.effects.get(key)
      cause.effects.set(key, { ...effect, difference: (before?.difference ?? 0) + effect.difference })
    }
    if (example && cause.examples.length < mostExamples)
      cause.examples.push({
        import_file_id: example.row.conventions.fileId,
        line: example.row.stored.line,
        detail: example.detail,
      })
  }

  sheet(rules: ImportRules): Sheet {
    const explained = new Map<string, number>()
    for (const { effects } of this.#causes.values())
      for (const [key, { difference }] of effects) explained.set(key, (explained.get(key) ?? 0) + difference)
    const figures: Figure[] = [...this.#figures.entries()]
      .map(([key, figure]) => {
        const difference = figure.portico - figure.source
        return { ...figure, difference, unexplained: difference - (explained.get(key) ?? 0) }
      })
      .toSorted(
        (a, b) =>
          order.indexOf(a.measure) - order.indexOf(b.measure) ||
          (a.currency ?? '').localeCompare(b.currency ?? ''),
      )
    const causes = [...this.#causes.entries()].map(([code, cause]) => {
      const rule = ruleOf[code] ?? null
      return {
        code,
        count: cause.count,
        effects: [...cause.effects.values()].filter(({ difference }) => difference !== 0),
        rule,
        chosen: rule && rules[rule],
        alternatives: rule ? importRules[rule].filter((choice) => choice !== rules[rule]) : [],
        examples: cause.examples,
      }
    })
    const moving = causes.filter(({ effects }) => effects.some(({ measure }) => sumsOfMoney.has(measure)))
    const differing = new Map<string, number>()
    for (const { effects } of moving) {
      // A cause counts by the largest sum that it moves: what is not paid is open, and must not count twice.
      const byCurrency = Map.groupBy(
        effects.filter(({ measure }) => sumsOfMoney.has(measure)),
        ({ currency }) => currency ?? '',
      )
      for (const [currency, list] of byCurrency)
        differing.set(
          currency,
          (differing.get(currency) ?? 0) + Math.max(...list.map(({ difference }) => Math.abs(difference))),
        )
    }
    return {
      verdict: {
        invoices: this.invoices,
        agreeing: this.agreeing,
        causes: moving.length,
        differing: [...differing]
          .filter(([currency, amount]) => currency !== '' && amount !== 0)
          .map(([currency, amount]) => ({ amount, currency })),
        is_explained: figures.every(({ unexplained }) => unexplained === 0),
      },
      figures,
      causes: causes.toSorted(
        (a, b) => Number(b.effects.length > 0) - Number(a.effects.length > 0) || b.count - a.count,
      ),
      rows: this.rows,
      to_create: this.toCreate,
    }
  }
}
