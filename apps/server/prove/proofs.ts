import { appendFileSync } from 'node:fs'

/** How much of a proof is done: in continuous integration with every change, and whole on demand. */
export type Size = { ci: number; full: number; what: string }
export type Proof = {
  promise: string
  /** Test files that are the proof, from the root. */
  files: readonly string[]
  sizes: Record<string, Size>
  /** About, on two quiet cores. */
  minutes: number
}

const seed: Size = { ci: 20_261_128, full: 20_261_128, what: 'what the random choices follow from' }

export const proofs = {
  crash: {
    promise:
      'Server, worker and database killed at random points under writers: nothing acknowledged is lost, the ledger balances, no document is half written, and it serves again',
    files: ['apps/server/prove/crash.db.test.ts'],
    sizes: {
      points: { ci: 3, full: 200, what: 'kills' },
      writers: { ci: 4, full: 8, what: 'people who record payments and issue invoices meanwhile' },
      seed,
    },
    minutes: 10,
  },
  money: {
    promise:
      'Any sequence of issuing, paying in part or too much, using credit and voiding agrees with a small model that knows no accounts',
    files: ['apps/server/prove/money.db.test.ts', 'apps/server/src/modules/ledger/ledger-model.test.ts'],
    sizes: {
      sequences: { ci: 3_000, full: 100_000, what: 'sequences through the rules, in memory' },
      stored: { ci: 1_000, full: 10_000, what: 'sequences through services and database' },
      seed,
    },
    minutes: 8,
  },
  numbering: {
    promise: 'Invoices issued all at once, a fifth of them rolled back, leave no gap and no number twice',
    files: ['apps/server/prove/numbering.db.test.ts'],
    sizes: {
      invoices: { ci: 200, full: 5_000, what: 'invoices issued at once' },
      seed,
    },
    minutes: 2,
  },
  idempotency: {
    promise:
      'A request that is sent again, over connections that were cut and servers that were killed, has one effect and one answer, byte for byte',
    files: ['apps/server/prove/idempotency.db.test.ts'],
    sizes: {
      requests: { ci: 150, full: 10_000, what: 'requests, each sent one to five times' },
      kills: { ci: 1, full: 10, what: 'kills of the server meanwhile' },
      seed,
    },
    minutes: 6,
  },
  spend: {
    promise: 'Many who spend one credit at the same time never spend more than there is',
    files: ['apps/server/prove/spend.db.test.ts'],
    sizes: {
      spenders: { ci: 32, full: 32, what: 'who spend at the same time' },
      rounds: { ci: 5, full: 1_000, what: 'times' },
      seed,
    },
    minutes: 5,
  },
  isolation: {
    promise:
      'Nobody reaches another organization’s rows: every operation is tried with every role and another’s ids; and with any lock taken away, the tests notice',
    files: [
      'apps/server/test/isolation/isolation.api.test.ts',
      'apps/server/src/platform/database/locks.db.test.ts',
      'apps/server/prove/locks-taken-away.db.test.ts',
      'apps/server/prove/pooled-connections.db.test.ts',
    ],
    sizes: {
      requests: { ci: 600, full: 20_000, what: 'pieces of work of 50 organizations on 3 connections' },
      seed,
    },
    minutes: 3,
  },
  fuzz: {
    promise:
      'Every operation of the API document, sent what nobody should send: no failure of ours, no status, code or shape that is not declared',
    files: ['apps/server/test/isolation/fuzz.api.test.ts'],
    sizes: {
      cases: { ci: 20, full: 300, what: 'cases for each operation' },
      seed,
    },
    minutes: 8,
  },
  outbox: {
    promise:
      'Between a commit and its jobs nothing is lost: transactions of any length, workers killed at any moment, jobs that fail and jobs that never succeed',
    files: ['apps/server/prove/outbox.db.test.ts'],
    sizes: {
      events: { ci: 200, full: 20_000, what: 'events, written by transactions of varying length' },
      kills: { ci: 1, full: 20, what: 'kills of workers' },
      seed,
    },
    minutes: 4,
  },
} satisfies Record<string, Proof>

export type ProofName = keyof typeof proofs

/** What the command line asked for; the small sizes in any other run of the tests. */
const asked = JSON.parse(process.env['PORTICO_PROVE'] ?? '{}') as Record<string, number>

/** The sizes of a proof for this run. */
export function sizesOf<Name extends ProofName>(
  name: Name,
): Record<keyof (typeof proofs)[Name]['sizes'], number> {
  return Object.fromEntries(
    Object.entries(proofs[name].sizes as Record<string, Size>).map(([key, size]) => [
      key,
      asked[key] ?? size.ci,
    ]),
  ) as Record<keyof (typeof proofs)[Name]['sizes'], number>
}

/** Whether this is a proof on demand, which may take its time. */
export const isWhole = process.env['PORTICO_PROVE'] !== undefined

/** A figure for who asked for the proof. Nothing is said in an ordinary run of the tests. */
export function tell(figure: string, value: string | number): void {
  const file = process.env['PORTICO_PROVE_FIGURES']
  if (file) appendFileSync(file, `${JSON.stringify([figure, String(value)])}\n`)
}

/** Proofs on demand take minutes. */
export const patience = isWhole ? 3_600_000 : 120_000
