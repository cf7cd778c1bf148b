import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { taxesOfReceipt, type InvoiceTaxGroup } from './rules.ts'

const vat = (taxable: number, tax: number, percent = '18.00000000'): InvoiceTaxGroup => ({
  name: 'VAT',
  category: 'standard',
  percent,
  taxable,
  tax,
})
const part = (gross: number, settledBefore: number, amount: number, taxes: InvoiceTaxGroup[]) => ({
  invoiceId: 'i',
  number: 'INV-1',
  gross,
  settledBefore,
  amount,
  taxes,
})

describe('the tax in a receipt', () => {
  test('is the share of what was settled, one row per name and rate over all invoices [TAX-05] [RCP-03]', () => {
    expect(
      taxesOfReceipt([
        part(11_800, 0, 11_800, [vat(10_000, 1_800)]),
        part(5_900, 0, 2_950, [vat(5_000, 900, '18')]),
        part(1_100, 0, 1_100, [vat(1_000, 100, '10')]),
      ]),
    ).toEqual({
      taxes: [
        { label: 'VAT', percent: '18', taxable: 12_500, tax: 2_250 },
        { label: 'VAT', percent: '10', taxable: 1_000, tax: 100 },
      ],
      tax: 2_350,
    })
  })

  test('leaves out what has no tax, whether the invoice keeps a row for it or not [RCP-03]', () => {
    const outside: InvoiceTaxGroup = {
      name: '',
      category: 'out_of_scope',
      percent: '0',
      taxable: 5_000,
      tax: 0,
    }
    expect(taxesOfReceipt([part(16_800, 0, 8_400, [vat(10_000, 1_800), outside])])).toMatchObject({
      tax: 900,
      taxes: [{ tax: 900 }],
    })
    expect(taxesOfReceipt([part(16_800, 0, 8_400, [vat(10_000, 1_800)])])).toMatchObject({ tax: 900 })
    expect(taxesOfReceipt([part(5_000, 0, 5_000, [])])).toEqual({ taxes: [], tax: 0 })
    expect(taxesOfReceipt([])).toEqual({ taxes: [], tax: 0 })
  })

  test('over all instalments comes to the tax of the invoice, to the unit [TAX-05]', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 0, max: 3_000_000 }),
        fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 12 }),
        (taxable, tax, weights) => {
          const gross = taxable + tax
          const total = weights.reduce((sum, weight) => sum + weight)
          let settled = 0
          let through = 0
          let sum = 0
          for (const weight of weights) {
            through += weight
            const upTo = Math.floor((gross * through) / total)
            if (upTo === settled) continue
            sum += taxesOfReceipt([part(gross, settled, upTo - settled, [vat(taxable, tax)])]).tax
            settled = upTo
          }
          expect([settled, sum]).toEqual([gross, tax])
        },
      ),
    )
  })
})
