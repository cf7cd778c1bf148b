import { describe, expect, test } from 'vitest'
import { matchOf } from './match.ts'

describe('commands by what is typed [SRCH-05]', () => {
  test.each([
    ['New invoice', 'new'],
    ['New invoice', 'inv'],
    ['New invoice', 'invoice new'],
    ['New invoice', 'invioce'],
    ['New invoice', 'invoce'],
    ['Record payment', 'recrod paym'],
    ['Go to Receipts', 'reciepts'],
    ['Settings: Receiving accounts', 'ACCOUNTS'],
    ['Switch to Grønn Ås', 'as'],
  ])('%s answers “%s”', (label, typed) => expect(matchOf(label, typed)).toBeGreaterThan(0))

  test.each([
    ['New invoice', 'client'],
    ['New invoice', 'voice'],
    ['New invoice', ''],
    ['New invoice', 'new client'],
  ])('%s does not answer “%s”', (label, typed) => expect(matchOf(label, typed)).toBe(0))

  test('what begins with the words stands before what holds them', () => {
    expect(matchOf('New invoice', 'new')).toBeGreaterThan(matchOf('Go to New things', 'new'))
  })
})
