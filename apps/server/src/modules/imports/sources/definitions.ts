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
