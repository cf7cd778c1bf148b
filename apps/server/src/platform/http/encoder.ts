import { z } from 'zod'

/** Writes a value as the JSON text that its schema says. */
export type Encoder = (value: unknown) => string

/**
 * Turns the schema of an answer into a function that writes it: the fields that are declared, in their order, and no others; ids in
 * their public form. It says the same as `JSON.stringify(z.encode(schema, value))`, only without walking the schema for each value:
 * of a page of fifty rows that walk is most of what a server does. Kinds are still checked, so that a value of the wrong kind never
 * leaves; lengths and patterns were checked where the value came in. What is not known here is left to Zod.
 *
 * @throws TypeError of a value that is not of its schema's kind
 */
export function compileEncoder(schema: z.core.$ZodType): Encoder {
  const known = compiled.get(schema)
  if (known) return known
  const encoder = encoderFor(schema as z.core.$ZodTypes)
  compiled.set(schema, encoder)
  return encoder
}

const compiled = new WeakMap<z.core.$ZodType, Encoder>()

function encoderFor(schema: z.core.$ZodTypes): Encoder {
  const { def } = schema._zod
  switch (def.type) {
    case 'string':
      return text
    case 'enum':
      return words(Object.values(def.entries))
    case 'literal':
      return words(def.values)
    case 'number':
      return number
    case 'boolean':
      return boolean
    case 'unknown':
      return (value) => JSON.stringify(value) ?? 'null'
    case 'nullable': {
      const inner = compileEncoder(def.innerType)
      return (value) => (value === null ? 'null' : inner(value))
    }
    case 'optional':
      return compileEncoder(def.innerType)
    case 'array':
      return array(compileEncoder(def.element))
    case 'object':
      return object(def)
    case 'record':
      return record(compileEncoder(def.valueType))
    case 'pipe':
      return schema instanceof z.ZodCodec ? codec(schema) : leftToZod(schema)
    default:
      return leftToZod(schema)
  }
}

const leftToZod =
  (schema: z.core.$ZodType): Encoder =>
  (value) =>
    JSON.stringify(z.encode(schema, value))

// What JSON must escape; everything else stands as it is.
// oxlint-disable-next-line no-control-regex -- control characters are what JSON escapes
const needsEscape = /["\\\u0000-\u001f\ud800-\udfff]/

function text(value: unknown): string {
  if (typeof value !== 'string') throw wrongKind('text', value)
  return needsEscape.test(value) ? JSON.stringify(value) : `"${value}"`
}

function number(value: unknown): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongKind('number', value)
  return String(value)
}

function boolean(value: unknown): string {
  if (value === true) return 'true'
  if (value === false) return 'false'
  throw wrongKind('boolean', value)
}

/** One of a few values, each written once. */
function words(values: readonly unknown[]): Encoder {
  const written = new Map(values.map((value) => [value, JSON.stringify(value)]))
  return (value) => {
    const found = written.get(value)
    if (found === undefined) throw wrongKind(values.join(' or '), value)
    return found
  }
}

function array(element: Encoder): Encoder {
  return (value) => {
    if (!Array.isArray(value)) throw wrongKind('list', value)
    if (value.length === 0) return '[]'
    let written = `[${element(value[0])}`
    for (let at = 1; at < value.length; at++) written += `,${element(value[at])}`
    return `${written}]`
  }
}

function object(def: z.core.$ZodObjectDef): Encoder {
  const fields = Object.entries(def.shape).map(([name, schema]) => ({
    name,
    key: `${JSON.stringify(name)}:`,
    encode: compileEncoder(schema),
    isOptional: schema._zod.optout === 'optional',
  }))
  return (value) => {
    if (typeof value !== 'object' || value === null) throw wrongKind('object', value)
    let written = ''
    for (const { name, key, encode, isOptional } of fields) {
      const field = (value as Record<string, unknown>)[name]
      if (field === undefined) {
        if (isOptional) continue
        throw wrongKind(`value for ${name}`, field)
      }
      written += (written === '' ? '{' : ',') + key + encode(field)
    }
    return written === '' ? '{}' : `${written}}`
  }
}

function record(encode: Encoder): Encoder {
  return (value) => {
    if (typeof value !== 'object' || value === null) throw wrongKind('object', value)
    let written = ''
    // As the schema does it: a name that would become the prototype in a careless reader's hands is left out.
    for (const [name, field] of Object.entries(value))
      if (field !== undefined && name !== '__proto__')
        written += `${written === '' ? '{' : ','}${text(name)}:${encode(field)}`
    return written === '' ? '{}' : `${written}}`
  }
}

function codec(schema: z.ZodCodec): Encoder {
  const { in: outside, reverseTransform } = schema._zod.def
  const encode = compileEncoder(outside)
  return (value) => {
    const payload = { value, issues: [] }
    const public_ = reverseTransform(value as never, payload)
    if (payload.issues.length > 0) throw wrongKind('value that can be encoded', value)
    return encode(public_)
  }
}

const wrongKind = (wanted: string, value: unknown): TypeError =>
  new TypeError(`An answer holds ${value === null ? 'null' : typeof value} where a ${wanted} belongs`)
