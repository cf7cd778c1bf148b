import { statement, type Statement } from './statement.ts'

/**
 * Rows of a table in one statement: `const insertLines = insertMany('invoice_lines', { invoice_id: 'uuid', position: 'integer' })`, used as
 * `insertLines(organizationId, rows)`. The text is the same for any number of rows, so it is prepared once. Values of json columns are given as text.
 */
export function insertMany<Column extends string>(
  table: string,
  columns: Record<Column, string>,
  tail = '',
  /** What is done with the insert, where it is a part of a statement. */
  within: (insert: string) => string = (insert) => insert,
): (organizationId: string, rows: readonly Record<Column, unknown>[]) => Statement {
  const names = Object.keys(columns) as Column[]
  const insert = statement(
    within(
      `insert into ${table} (organization_id, ${names.join(', ')}) select $1, given.* from unnest(${names.map((name, at) => `$${at + 2}::${columns[name]}[]`).join(', ')}) given ${tail}`,
    ),
  )
  return (organizationId, rows) =>
    insert(organizationId, ...names.map((name) => rows.map((row) => row[name])))
}
