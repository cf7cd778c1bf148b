import { createHash } from 'node:crypto'
import type { CompiledQuery } from 'kysely'

/**
 * One SQL statement with its values. Statements are prepared under a name made of their text, so a text must never hold a value:
 * everything that varies is a parameter.
 */
export type Statement<Row = unknown> = {
  readonly text: string
  readonly name: string
  readonly values: readonly unknown[]
  /** Never present; carries the row's type. */
  readonly row?: Row
}

const names = new Map<string, string>()

function nameOf(text: string): string {
  let name = names.get(text)
  if (!name) names.set(text, (name = createHash('sha1').update(text).digest('base64url')))
  return name
}

/** A statement of fixed text: `const byId = statement<Row>('select … where organization_id = $1 and id = $2')`, used as `byId(o, i)`. */
export function statement<Row>(text: string): (...values: unknown[]) => Statement<Row> {
  const name = nameOf(text)
  return (...values) => ({ text, name, values })
}

/** A statement built by Kysely: `compiled(db.selectFrom(…)…compile())`. */
export function fromCompiled<Row>(query: CompiledQuery<Row>): Statement<Row> {
  return { text: query.sql, name: nameOf(query.sql), values: query.parameters }
}
