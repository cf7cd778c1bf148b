import { expect, test } from 'vitest'
import { faultsOfTexts } from './texts-faults.ts'

test('finds what is missing, empty, left over or English, and values left out [UX-26]', () => {
  const english = {
    receipt: { title: 'Receipt', paid: (on: string, by: string) => `Paid ${on} by ${by}`, gone: 'Gone' },
    total: 'Total',
    tin: 'TIN',
    note: 'Note',
  }
  const swahili = {
    receipt: { title: 'Risiti', paid: (on: string) => `Imelipwa ${on}`, more: 'Zaidi' },
    total: 'Total',
    tin: 'TIN',
    note: ' ',
  }
  expect(faultsOfTexts(english, swahili, new Set(['tin']))).toEqual([
    'receipt.paid leaves a value out',
    'receipt.gone is missing',
    'total is still English: Total',
    'note is empty',
    'receipt.more is not in the English catalogue',
  ])
})
