import { id, Money, operations } from '@portico/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { compileEncoder } from './encoder.ts'

const Row = z.strictObject({
  id: id('invoice'),
  name: z.string(),
  state: z.enum(['draft', 'final']),
  total: Money,
  note: z.string().nullable(),
  hint: z.string().optional(),
  tags: z.array(z.string()),
  metadata: z.record(z.string(), z.string()),
  before: z.record(z.string(), z.unknown()).nullable(),
  either: z.union([z.string(), z.number()]),
  done: z.literal(true),
  count: z.number(),
})
type Row = z.output<typeof Row>

const name = fc.oneof({ weight: 9, arbitrary: fc.string() }, fc.constantFrom('__proto__', 'constructor'))
const row = fc.record<Row>({
  id: fc.uuid(),
  name: fc.string({ unit: 'binary' }),
  state: fc.constantFrom('draft', 'final'),
  total: fc.record({ amount: fc.maxSafeInteger(), currency: fc.constantFrom('USD', 'TZS') }),
  note: fc.option(fc.string()),
  hint: fc.option(fc.string(), { nil: undefined }) as fc.Arbitrary<string>,
  tags: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }),
  metadata: fc.dictionary(name, fc.string(), { maxKeys: 3 }),
  before: fc.option(fc.dictionary(name, fc.jsonValue(), { maxKeys: 3 })),
  either: fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true })),
  done: fc.constant(true),
  count: fc.double({ noNaN: true, noDefaultInfinity: true }),
})

describe('writing answers', () => {
  test('says the same as the schema, whatever the texts hold', () => {
    const encode = compileEncoder(z.array(Row))
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
        expect(encode(rows)).toBe(JSON.stringify(z.encode(z.array(Row), rows)))
      }),
    )
  })

  test('leaves out what is not declared, as a last net under secrets', () => {
    expect(compileEncoder(Money)({ amount: 1, currency: 'USD', secret: 'x' })).toBe(
      '{"amount":1,"currency":"USD"}',
    )
  })

  test('refuses values of another kind', () => {
    for (const [schema, value] of [
      [Money, { amount: '1', currency: 'USD' }],
      [Money, { amount: Number.NaN, currency: 'USD' }],
      [Money, { currency: 'USD' }],
      [Money, null],
      [z.enum(['a']), 'b'],
      [z.boolean(), 'true'],
      [z.array(z.string()), 'a'],
      [z.string(), 1],
      [z.union([z.string(), z.number()]), true],
    ] as const)
      expect(() => compileEncoder(schema)(value)).toThrow()
  })

  test('knows every answer of the contract', () => {
    for (const operation of operations)
      if ('_zod' in operation.answer)
        expect(() => compileEncoder(operation.answer as z.ZodType)).not.toThrow()
  })
})
