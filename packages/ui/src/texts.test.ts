import { isValidElement, createElement, type ReactNode } from 'react'
import { afterAll, describe, expect, test } from 'vitest'
import { defineTexts, readerLocale, setReaderLocale, textsOf, translate, type Texts } from './texts.ts'

const texts = defineTexts('texts-test', {
  title: 'Invoices',
  open_one: '{{count}} invoice is open',
  open_other: '{{count}} invoices are open',
  owes: 'You owe {{amount}} to {{name}}',
})
translate<Texts<{ menu: string }, 'ui'>>('ui', 'sw', { menu: 'Menyu' })
// Not whole, as a language is while it is being written.
translate<Texts<{ title: string }, 'texts-test'>>('texts-test', 'sw', { title: 'Ankara' })

afterAll(() => setReaderLocale('en'))

describe('the catalogue', () => {
  test('chooses the plural and groups the figure as the reader writes it [UX-26]', () => {
    setReaderLocale('en-GB')
    const t = textsOf(texts)
    expect([t('open', { count: 1 }), t('open', { count: 1204 })]).toEqual([
      '1 invoice is open',
      '1,204 invoices are open',
    ])
  })

  test('falls back to English where a language has no words yet [UX-26]', () => {
    setReaderLocale('sw-TZ')
    const t = textsOf(texts)
    expect(t('title')).toBe('Ankara')
    expect(t('owes', { amount: '5', name: 'Mbuyu' })).toBe('You owe 5 to Mbuyu')
  })

  test('writes figures as in the reader’s country where the language is not there yet [UX-26]', () => {
    setReaderLocale('de-DE')
    expect([readerLocale(), textsOf(texts)('open', { count: 1204 })]).toEqual([
      'en-DE',
      '1.204 invoices are open',
    ])
    setReaderLocale('not a tag')
    expect(readerLocale()).toBe('en')
  })

  test('puts elements into a sentence, and never reads markup in a name [UX-26]', () => {
    setReaderLocale('en')
    const amount = createElement('b', null, '5')
    const parts = textsOf(texts).rich('owes', { amount, name: '<i>{{amount}}</i>' })
    if (!Array.isArray(parts)) throw new Error('a sentence with elements is a list')
    const inner = parts.map(
      (part: ReactNode) => isValidElement<{ children: ReactNode }>(part) && part.props.children,
    )
    expect(inner[1]).toBe(amount)
    expect(inner.at(-1)).toContain('<i>')
  })

  test('knows a key of the server, or says its fallback', () => {
    const t = textsOf(texts)
    expect([t.maybe('title', 'x'), t.maybe('unheard_of', 'x')]).toEqual(['Invoices', 'x'])
  })
})
