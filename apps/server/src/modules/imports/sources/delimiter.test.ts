import { expect, test } from 'vitest'
import { recognise } from './recognise.ts'

test('semicolons win over the commas of decimals, though nobody knows the names of the columns [OPS-32]', () => {
  const file = [
    'Mteja;Namba;Tarehe;Kiasi;Sarafu',
    'Kilimo Ltd;A1;03/04/2026;1.234,50;TZS',
    'Mama Ntilie;A2;05/06/2026;99,00;TZS',
  ].join('\r\n')
  expect(recognise(file, true)).toMatchObject({
    delimiter: ';',
    columns: ['Mteja', 'Namba', 'Tarehe', 'Kiasi', 'Sarafu'],
  })
})
