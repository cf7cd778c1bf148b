import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDecimal } from './decimal.ts'
import type { TotalsStep } from './totals-steps.ts'
import type { TaxRate, Totals, TotalsInput, TotalsLineInput } from './totals.ts'
import { computeTotals } from './totals.ts'

const VAT: TaxRate = { code: 'VAT', name: 'VAT 18%', percent: '18', category: 'standard' }
const REDUCED: TaxRate = { code: 'RED', name: 'VAT 7.7%', percent: '7.70', category: 'standard' }
const EXEMPT: TaxRate = {
  code: 'EX',
  name: 'Exempt',
  percent: '0',
  category: 'exempt',
  exemptionReason: 'Education, Schedule 1',
}
const REVERSE: TaxRate = { code: 'RC', name: 'Reverse charge', percent: '18', category: 'reverse' }
const RATES = [VAT, REDUCED, EXEMPT, REVERSE]

const input = (lines: TotalsLineInput[], changes: Partial<TotalsInput> = {}): TotalsInput => ({
  lines,
  taxRates: RATES,
  pricesIncludeTax: false,
  taxRounding: 'document',
  currency: 'TZS',
  ...changes,
})
const line = (
  quantity: string,
  unitPrice: string,
  taxCode: string | null = 'VAT',
  discountPercent = '0',
) => ({
  quantity,
  unitPrice,
  taxCode,
  discountPercent,
})
const figures = ({ net, tax, gross }: Totals) => [net, tax, gross]

const decimals = (max: bigint) => fc.bigInt({ min: -max, max }).map(formatDecimal)
const anyInput = fc.record({
  lines: fc.array(
    fc.record({
      quantity: decimals(10n ** 11n),
      unitPrice: decimals(10n ** 13n),
      discountPercent: fc.option(fc.bigInt({ min: 0n, max: 100n * 10n ** 8n }).map(formatDecimal)),
      taxCode: fc.constantFrom(null, 'VAT', 'RED', 'EX', 'RC'),
    }),
    { maxLength: 12 },
  ),
  taxRates: fc.constant(RATES),
  pricesIncludeTax: fc.boolean(),
  taxRounding: fc.constantFrom('document' as const, 'line' as const),
  currency: fc.constantFrom('TZS', 'USD', 'JPY', 'KWD'),
})
const total = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

describe('totals of known documents', () => {
  test('VAT applies where a line says so and nowhere else, in TZS [TAX-04]', () => {
    const totals = computeTotals(
      input([line('1', '2450000'), line('3', '15000', null), line('2', '100000', 'EX')]),
    )
    expect(figures(totals)).toEqual([269_500_000, 44_100_000, 313_600_000])
    expect(totals.groups).toEqual([
      expect.objectContaining({ category: 'standard', percent: '18', taxable: 245_000_000, tax: 44_100_000 }),
      expect.objectContaining({
        category: 'out_of_scope',
        name: null,
        codes: [],
        taxable: 4_500_000,
        tax: 0,
      }),
      expect.objectContaining({
        category: 'exempt',
        exemptionReason: 'Education, Schedule 1',
        taxable: 20_000_000,
        tax: 0,
      }),
    ])
  })

  test('tax on the document is rounded once, by line each time, in USD [TAX-04]', () => {
    const lines = [line('1', '0.25'), line('1', '0.25'), line('1', '0.25')]
    expect(figures(computeTotals(input(lines, { currency: 'USD' })))).toEqual([75, 14, 89])
    expect(figures(computeTotals(input(lines, { currency: 'USD', taxRounding: 'line' })))).toEqual([
      75, 15, 90,
    ])
    expect(computeTotals(input(lines, { currency: 'USD' })).lines.map(({ tax }) => tax)).toEqual([5, 5, 4])
  })

  test('no decimals in JPY, three in KWD [CUR-08]', () => {
    const yen = computeTotals(input([line('3', '333.5', 'RED')], { currency: 'JPY' }))
    expect(figures(yen)).toEqual([1001, 77, 1078])
    const dinar = computeTotals(input([line('1.5', '10.333', 'RED')], { currency: 'KWD' }))
    expect(figures(dinar)).toEqual([15_500, 1_194, 16_694])
  })

  test('tax is taken out of prices that include it [TAX-04]', () => {
    const totals = computeTotals(input([line('1', '118000'), line('1', '59000')], { pricesIncludeTax: true }))
    expect(figures(totals)).toEqual([15_000_000, 2_700_000, 17_700_000])
    const odd = computeTotals(input([line('3', '9.99')], { pricesIncludeTax: true, currency: 'USD' }))
    expect(figures(odd)).toEqual([2540, 457, 2997])
  })

  test('a discount is the difference of two rounded figures, so the line adds up [TAX-04]', () => {
    const totals = computeTotals(input([line('3', '9.99', 'VAT', '12.5')], { currency: 'USD' }))
    expect(totals.lines[0]).toMatchObject({
      subtotal: 2997,
      discount: 375,
      amount: 2622,
      net: 2622,
      tax: 472,
    })
    expect(totals.discount).toBe(375)
  })

  test('rates of one category and percentage are one group, reverse charge bears none [TAX-04]', () => {
    const again = { ...VAT, code: 'VAT2', percent: '18.000' }
    const totals = computeTotals(
      input([line('1', '100'), line('1', '100', 'VAT2'), line('1', '50', 'RC')], {
        taxRates: [...RATES, again],
      }),
    )
    expect(totals.groups.map(({ codes, percent, tax }) => [codes, percent, tax])).toEqual([
      [['VAT', 'VAT2'], '18', 3600],
      [['RC'], '0', 0],
    ])
  })

  test('an unknown tax code, a second rate of one code and an impossible discount are refused [TAX-04]', () => {
    const codeIs = (code: string) => expect.objectContaining({ code })
    expect(() => computeTotals(input([line('1', '1', 'NOPE')]))).toThrow(codeIs('unknown_tax_code'))
    expect(() => computeTotals(input([], { taxRates: [VAT, VAT] }))).toThrow(codeIs('duplicate_tax_code'))
    expect(() => computeTotals(input([line('1', '1', 'VAT', '101')]))).toThrow(codeIs('percent_out_of_range'))
    expect(figures(computeTotals(input([])))).toEqual([0, 0, 0])
  })
})

describe('totals of any document', () => {
  test('are the sum of what is printed, in every direction [INV-16, TAX-04]', () => {
    fc.assert(
      fc.property(anyInput, (document) => {
        const totals = computeTotals(document)
        for (const one of totals.lines) {
          expect(one.subtotal - one.discount).toBe(one.amount)
          expect(one.net + one.tax).toBe(one.gross)
          expect(document.pricesIncludeTax ? one.gross : one.net).toBe(one.amount)
        }
        totals.groups.forEach((group, position) => {
          const own = totals.lines.filter((one) => one.group === position)
          expect(total(own.map(({ net }) => net))).toBe(group.taxable)
          expect(total(own.map(({ tax }) => tax))).toBe(group.tax)
          if (group.category !== 'standard') expect(group.tax).toBe(0)
        })
        expect(total(totals.lines.map(({ net }) => net))).toBe(totals.net)
        expect(total(totals.lines.map(({ gross }) => gross))).toBe(totals.gross)
        expect(total(totals.groups.map(({ taxable }) => taxable))).toBe(totals.net)
        expect(total(totals.groups.map(({ tax }) => tax))).toBe(totals.tax)
        expect(totals.net + totals.tax).toBe(totals.gross)
      }),
      { numRuns: 1000 },
    )
  })

  test('the credit note of a document mirrors it to the unit [TAX-04]', () => {
    const mirror = (amount: number) => 0 - amount
    fc.assert(
      fc.property(anyInput, (document) => {
        const invoice = computeTotals(document)
        const credit = computeTotals({
          ...document,
          lines: document.lines.map((one) => ({
            ...one,
            quantity: one.quantity.startsWith('-') ? one.quantity.slice(1) : `-${one.quantity}`,
          })),
        })
        expect(figures(credit)).toEqual(figures(invoice).map(mirror))
        expect(credit.lines.map(({ net, tax, discount }) => [net, tax, discount])).toEqual(
          invoice.lines.map(({ net, tax, discount }) => [net, tax, discount].map(mirror)),
        )
        expect(credit.groups.map(({ taxable, tax }) => [taxable, tax])).toEqual(
          invoice.groups.map(({ taxable, tax }) => [taxable, tax].map(mirror)),
        )
      }),
      { numRuns: 1000 },
    )
  })

  test('the order of lines changes no total [TAX-04]', () => {
    fc.assert(
      fc.property(anyInput, (document) => {
        const reversed = computeTotals({ ...document, lines: [...document.lines].reverse() })
        expect(figures(reversed)).toEqual(figures(computeTotals(document)))
      }),
    )
  })

  test('every total explains itself by steps that add up [INV-16]', () => {
    const sumOf = ({ operands }: TotalsStep) =>
      total(operands.map((operand) => ('amount' in operand ? operand.amount : 0)))
    fc.assert(
      fc.property(anyInput, (document) => {
        const totals = computeTotals(document)
        const find = (kind: string) => totals.steps.filter((step) => step.kind === kind)
        for (const kind of ['group_amount', 'group_tax_sum', 'total_net', 'total_tax', 'total_gross']) {
          for (const step of find(kind)) expect([kind, sumOf(step)]).toEqual([kind, step.result])
        }
        expect(find('total_gross').map(({ result }) => result)).toEqual([totals.gross])
        expect(find('line_subtotal').map(({ result }) => result)).toEqual(
          totals.lines.map(({ subtotal }) => subtotal),
        )
      }),
    )
  })

  test('the steps of a small invoice, as a screen receives them [INV-16]', () => {
    const { steps } = computeTotals(input([line('2', '500', 'VAT', '10')], { currency: 'TZS' }))
    expect(steps).toEqual([
      {
        kind: 'line_subtotal',
        line: 0,
        group: 0,
        operands: [
          { name: 'quantity', value: '2' },
          { name: 'unit_price', value: '500' },
        ],
        result: 100_000,
      },
      {
        kind: 'line_discounted',
        line: 0,
        group: 0,
        operands: [
          { name: 'subtotal', amount: 100_000 },
          { name: 'discount_percent', value: '10' },
        ],
        result: 90_000,
      },
      {
        kind: 'group_amount',
        line: null,
        group: 0,
        operands: [{ name: 'amount', amount: 90_000 }],
        result: 90_000,
      },
      {
        kind: 'group_tax',
        line: null,
        group: 0,
        operands: [
          { name: 'amount', amount: 90_000 },
          { name: 'tax_percent', value: '18' },
        ],
        result: 16_200,
      },
      {
        kind: 'total_net',
        line: null,
        group: null,
        operands: [{ name: 'net', amount: 90_000 }],
        result: 90_000,
      },
      {
        kind: 'total_tax',
        line: null,
        group: null,
        operands: [{ name: 'tax', amount: 16_200 }],
        result: 16_200,
      },
      {
        kind: 'total_gross',
        line: null,
        group: null,
        operands: [
          { name: 'net', amount: 90_000 },
          { name: 'tax', amount: 16_200 },
        ],
        result: 106_200,
      },
    ])
  })
})
