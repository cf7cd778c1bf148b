import type { z as zod } from 'zod'
import { z } from 'zod'

type JsonSchema = {
  type?: string | string[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  enum?: unknown[]
  const?: unknown
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  $ref?: string
  $defs?: Record<string, JsonSchema>
  example?: unknown
  minimum?: number
  minItems?: number
  minLength?: number
  format?: string
  pattern?: string
}

/** Values for fields whose pattern a generator cannot guess, by name. */
const known: Record<string, unknown> = {
  password: 'correct horse battery 9',
  new_password: 'correct horse battery 9',
  current_password: 'wrong',
  key: 'sample',
  percent: '18',
  code: 'S-1',
  slug: 'sample-org',
  token: 'sample-token',
  organization_slug: 'sample-org',
  refid_prefix: 'SM-',
  invoice_number_pattern: 'INV-{YYYY}-{NNN}',
  receipt_number_pattern: 'RCP-{YYYY}-{NNN}',
  unit_price: '100',
  quantity: '1',
  rate: '0.5',
  price: '100',
  phone: '+255 712 345 678',
  website: 'https://example.com',
  discount_percent: '5',
  amount_text: '10.00',
  pasted_text: 'Paid 10.00',
  default_tax_rate_key: null,
  tax_rate_key: null,
  reference: 'PAY-0000',
}

/** A valid value of a schema, as small as it can be. Ids come from `ids` by field name, so that a test decides whose they are. */
export function sample(
  schema: zod.ZodType,
  ids: (field: string) => string | undefined = () => undefined,
): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  return valueOf(json, '', json.$defs ?? {}, ids)
}

/** Names of the fields of a body or query that hold ids, at any depth, as paths such as `lines.0.price_item_id`. */
export function idFields(schema: zod.ZodType): string[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  const found: string[] = []
  const walk = (node: JsonSchema, path: string): void => {
    const inner = node.$ref ? (json.$defs?.[node.$ref.split('/').at(-1) as string] ?? {}) : node
    for (const option of [...(inner.anyOf ?? []), ...(inner.oneOf ?? [])]) walk(option, path)
    if (typeof inner.example === 'string' && /^[a-z]{3}_[0-9a-z]{26}$/.test(inner.example)) found.push(path)
    for (const [name, property] of Object.entries(inner.properties ?? {}))
      walk(property, path ? `${path}.${name}` : name)
    if (inner.items) walk(inner.items, `${path}.0`)
  }
  walk(json, '')
  return [...new Set(found)]
}

function valueOf(
  schema: JsonSchema,
  name: string,
  definitions: Record<string, JsonSchema>,
  ids: (field: string) => string | undefined,
): unknown {
  if (schema.$ref)
    return valueOf(definitions[schema.$ref.split('/').at(-1) as string] ?? {}, name, definitions, ids)
  const given = ids(name)
  if (given !== undefined) return given
  if (name in known) return known[name]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.example !== undefined && typeof schema.example !== 'object') return schema.example
  const options = schema.anyOf ?? schema.oneOf
  if (options) return valueOf(options[0] as JsonSchema, name, definitions, ids)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object') {
    const required = new Set(schema.required ?? [])
    return Object.fromEntries(
      Object.entries(schema.properties ?? {})
        .filter(([key]) => required.has(key))
        .map(([key, property]) => [key, valueOf(property, key, definitions, ids)]),
    )
  }
  if (type === 'array') return schema.minItems ? [valueOf(schema.items ?? {}, name, definitions, ids)] : []
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 1, 1)
  if (type === 'boolean') return true
  if (type === 'null') return null
  if (schema.format === 'date') return '2026-03-01'
  if (schema.format === 'email') return 'sample@example.com'
  return 'Sample'.padEnd(schema.minLength ?? 1, 'x')
}
