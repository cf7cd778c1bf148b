import { messagesIn } from '@portico/ui/texts.ts'
import { operations } from '@portico/contract/operations.ts'
import { problemsOf } from '@portico/contract/openapi.ts'
import '@portico/ui/feedback/problem-words.sw.ts'
import '@portico/ui/ui-texts.sw.ts'
import { describe, expect, test } from 'vitest'
import { faultsOfTranslation, namesIn, unreadKeys, type Source } from './catalogue-faults.ts'

interface Catalogue {
  constant: string
  path: string
  area: string
  messages: Record<string, string>
}

const english = import.meta.glob<Record<string, unknown>>(
  ['../src/**/{texts,*-texts}.ts', '../../../packages/ui/src/ui-texts.ts', '!**/*.test.ts'],
  { eager: true },
)
import.meta.glob(['../src/**/*texts.sw.ts', '!**/texts-in.sw.ts'], { eager: true })
const raw = import.meta.glob<string>(
  ['../src/**/*.{ts,tsx}', '../../../packages/ui/src/**/*.{ts,tsx}', '!**/*.test.*'],
  { eager: true, query: '?raw', import: 'default' },
)
const sources: Source[] = Object.entries(raw).map(([path, text]) => ({ path, text }))

const rawServer = import.meta.glob<string>(
  ['../../../packages/contract/src/*.ts', '../../server/src/modules/**/*.ts', '!**/*.test.*'],
  { eager: true, query: '?raw', import: 'default' },
)
const saidByServer = namesIn(Object.entries(rawServer).map(([path, text]) => ({ path, text })))

const catalogues: Catalogue[] = Object.entries(english).flatMap(([path, module]) =>
  Object.entries(module).flatMap(([constant, value]) =>
    typeof value === 'object' && value !== null && 'area' in value && 'messages' in value
      ? [{ ...(value as Pick<Catalogue, 'area' | 'messages'>), constant, path }]
      : [],
  ),
)

/** Where Swahili must be whole: what a client's people see. The workspace may follow, area by area. */
const MUST_BE_WHOLE =
  /\/src\/(portal|portal-shared|invoice-link|shared|workspace\/(review\/reasons|invoices\/paper))\/|\/ui-texts\.ts$/
/** Words and marks that Swahili shares with English. */
const SAME_WORDS = new Set(['TIN {{number}}'])

describe('the catalogues of the screens', () => {
  test('are found, each area once [UX-26]', () => {
    expect(catalogues.length).toBeGreaterThan(25)
    const areas = catalogues.map(({ area }) => area)
    expect(areas.filter((area, index) => areas.indexOf(area) !== index)).toEqual([])
  })

  test.each(catalogues.filter(({ path }) => MUST_BE_WHOLE.test(path)))(
    '$area is whole in Swahili [UX-26]',
    ({ area, messages }) => {
      expect(faultsOfTranslation(messages, messagesIn('sw', area), SAME_WORDS)).toEqual([])
    },
  )

  test('hold nothing in Swahili that English does not have [UX-26]', () => {
    const surplus = catalogues.flatMap(({ area, messages }) =>
      Object.keys(messagesIn('sw', area))
        .filter((key) => !(key in messages))
        .map((key) => `${area}: ${key}`),
    )
    expect(surplus).toEqual([])
  })

  test.each(catalogues)('$area holds no words that nothing reads [UX-26]', (catalogue) => {
    expect(unreadKeys(catalogue, sources, saidByServer)).toEqual([])
  })
})

describe('the words of refusals', () => {
  const words = messagesIn('sw', 'problems')
  /** Whom a client's people call: the portal, its sign-in, the private link. */
  const met = new Set(
    operations
      .filter(({ access, path }) => ['contact', 'link'].includes(access.who) || /\/portal[/-]/.test(path))
      .flatMap(problemsOf),
  )

  test('are there in Swahili for all that a client can meet [UX-26]', () => {
    const codes = [...met].filter(
      (code) => !['already_member', 'invitation_for_another', 'contact_needs_email'].includes(code),
    )
    expect(codes.flatMap((code) => [code, `${code}_detail`]).filter((key) => !words[key])).toEqual([])
  })

  test('name codes that exist', () => {
    const known = new Set<string>(operations.flatMap(problemsOf))
    const strange = Object.keys(words).filter(
      (key) => !key.startsWith('field_') && !known.has(key.replace(/_detail$/, '')),
    )
    expect(strange).toEqual([])
  })
})

describe('the check itself', () => {
  test('finds what is missing, left over, English or empty, and other placeholders', () => {
    const faults = faultsOfTranslation(
      { title: 'Invoices', owes: 'You owe {{amount}}', gone: 'Gone', same: 'Paid', tin: 'TIN {{number}}' },
      {
        title: 'Ankara',
        owes: 'Unadaiwa {{kiasi}}',
        extra: 'Zaidi',
        same: 'Paid',
        tin: 'TIN {{number}}',
        gone: ' ',
      },
      SAME_WORDS,
    )
    expect(faults).toEqual([
      'owes has {kiasi} where English has {amount}',
      'gone is empty',
      'same is still English: Paid',
      'extra is not in the English catalogue',
    ])
    expect(faultsOfTranslation({ title: 'Invoices' }, {})).toEqual(['title is missing'])
  })

  test('finds keys that nothing reads, and knows templates, tables and plurals', () => {
    const catalogue = {
      constant: 'payTexts',
      path: '/pay/texts.ts',
      messages: {
        used: '',
        unread: '',
        rows_one: '',
        rows_other: '',
        bank_method: '',
        inTable: '',
        'proofs.sent': '',
        'proofs.gone': '',
      },
    }
    const page = {
      path: '/pay/page.tsx',
      text: "import { payTexts } from './texts.ts'\nt('used'); t('rows', { count: 2 }); t(`${kind}_method`); const labels = { a: 'inTable' }; t(labels.a); // 'unread'",
    }
    const elsewhere = { path: '/other/page.tsx', text: "t('unread')" }
    expect(unreadKeys(catalogue, [page, elsewhere], new Set(['proofs.sent']))).toEqual([
      'unread',
      'proofs.gone',
    ])
  })
})
