import type { ImportSource } from '@portico/contract'
import type { z } from 'zod'
import type { Kind } from '../fields.ts'

export type Source = z.output<typeof ImportSource>

/** A file as one program writes it. Headers in their written form; `name#2` is the second column of that name. */
export type SourceFile = {
  source: Source
  kind: Kind
  /** All of these are there, else it is another file. */
  recognisedBy: readonly string[]
  columns: Readonly<Record<string, string>>
}

/** Files of programs that Portico has nothing to make of, with what to say. */
export const foreignFiles: readonly { recognisedBy: readonly string[]; detail: string }[] = [
  {
    recognisedBy: ['transaction id', 'account name', 'amount (one column)', 'account type'],
    detail:
      'These are journal lines of Wave, in which both sides of each booking stand. Export the invoices as a table with one row each, and bring that in by mapping its columns.',
  },
  {
    recognisedBy: ['documentnumber', 'documentdate', 'totalamount', 'items'],
    detail:
      'These are invoices of Invoice2Go, whose lines stand as a table inside a cell. Leave out the columns Items, Taxes and Payments, and bring the rest in by mapping its columns.',
  },
  {
    recognisedBy: ['quote number', 'quote date'],
    detail: 'These are quotes. Portico brings in clients, items, invoices and payments; leave this file out.',
  },
  {
    recognisedBy: ['frequency', 'remaining cycles', 'auto bill'],
    detail:
      'These are recurring invoices. Portico brings in clients, items, invoices and payments; leave this file out.',
  },
  {
    recognisedBy: ['user', 'start date', 'start time', 'duration'],
    detail:
      'These are time entries. Portico brings in clients, items, invoices and payments; leave this file out.',
  },
]
