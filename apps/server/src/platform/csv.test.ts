import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+255 712', "'+255 712"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['\n=1', "'\n=1"],
  ['＝1+1', "'＝1+1"],
  ['plain', 'plain'],
  ['a "quoted", line\nand more', 'a "quoted", line\nand more'],
  [' =1', ' =1'],
])('a cell that a spreadsheet would run is neutralised: %j [AUD-09]', (given, read) => {
  expect(parse(csvLine([given, 'x', null, 12]), { relax_column_count: true })).toEqual([
    [read, 'x', '', '12'],
  ])
})

test('figures stay figures [AUD-09]', () => {
  expect(csvLine([-5, 1.5, true, undefined])).toBe('-5,1.5,true,\r\n')
})
