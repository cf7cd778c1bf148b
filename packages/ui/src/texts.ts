import { createContext, createElement, Fragment, use, useSyncExternalStore, type ReactNode } from 'react'

/**
 * Text catalogues. Each area keeps its English messages in `texts.ts` (`defineTexts`), each other language in a sibling
 * `texts.<language>.ts` (`translate`). Placeholders are `{{name}}`; a plural is a pair of keys `x_one` and `x_other`,
 * chosen by `count`. The compiler checks keys and placeholders where a text is read, and that a translation has every key;
 * `catalogues.test.ts` checks its placeholders, and that something reads each key.
 */
export type Messages = Record<string, string>

type Trim<S extends string> = S extends `${infer Name},${string}` ? Name : S
type Placeholders<S extends string> = S extends `${string}{{${infer Name}}}${infer Rest}`
  ? Trim<Name> | Placeholders<Rest>
  : never
type Singular<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K
type Forms<K extends string> = K | `${K}_one` | `${K}_other`
export type TextKey<M extends Messages> = Singular<keyof M & string>
type ValuesOf<M extends Messages, K extends string> =
  | Placeholders<M[keyof M & Forms<K>]>
  | (`${K}_other` extends keyof M ? 'count' : never)
type Arguments<M extends Messages, K extends string, V> = [ValuesOf<M, K>] extends [never]
  ? []
  : [values: { [P in ValuesOf<M, K>]: P extends 'count' ? number : V }]

export interface Texts<M extends Messages, A extends string = string> {
  area: A
  messages: M
}

/** What a translation must hold: every key of the English catalogue. */
export type Translation<T extends Texts<Messages>> = Record<keyof T['messages'], string>

/** The words of one area: `t('title')`, `t('rows', { count: 3 })`; `t.rich` takes elements as values. */
export interface Translate<M extends Messages> {
  <K extends TextKey<M>>(key: K, ...args: Arguments<M, K, string | number>): string
  rich<K extends TextKey<M>>(key: K, ...args: Arguments<M, K, ReactNode>): ReactNode
  /** For keys that come from the server: the text, or `fallback` when there is none. */
  maybe(key: string, fallback: string, values?: Record<string, string | number>): string
}

/** Messages by language and area. */
const catalogue = new Map<string, Map<string, Messages>>()
let language = 'en'

function register(to: string, area: string, messages: Messages): void {
  const areas = catalogue.get(to) ?? new Map<string, Messages>()
  catalogue.set(to, areas.set(area, { ...areas.get(area), ...messages }))
}

/** All messages of an area in one language, for tests of the catalogues. */
export function messagesIn(of: string, area: string): Messages {
  return catalogue.get(of)?.get(area) ?? {}
}

/** The message of a key, in a language or else in English; of several plural forms the one for `count`. */
function messageOf(
  area: string,
  key: string,
  count: number | undefined,
  inLanguage: string,
): string | undefined {
  for (const candidate of inLanguage === 'en' ? ['en'] : [inLanguage, 'en']) {
    const messages = catalogue.get(candidate)?.get(area)
    const form = count === undefined ? undefined : new Intl.PluralRules(candidate).select(count)
    const found = (form && (messages?.[`${key}_${form}`] ?? messages?.[`${key}_other`])) ?? messages?.[key]
    if (found !== undefined) return found
  }
  return undefined
}

/** Some systems hand the browser a tag that `Intl` refuses ("en-US@posix"). */
function isUsable(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}

function languageOf(tag: string): string {
  return tag.split('-')[0] ?? 'en'
}

/** A shell speaks a language when its pieces do; single areas may be there too, for what others read (`textsIn`). */
const isSpoken = (name: string): boolean => catalogue.get(name)?.has('ui') === true

/**
 * The locale of the formats. A reader whose language has no catalogue reads English sentences, so dates and figures
 * are English too, but written as in the reader's country: `de-DE` becomes `en-DE` ("3 Mar 2026", "1.200,50").
 */
function formatsFor(tag: string): string {
  if (languageOf(tag) === 'en' || isSpoken(languageOf(tag))) return tag
  const { region } = new Intl.Locale(tag).maximize()
  return region ? `en-${region}` : 'en'
}

let locale = typeof navigator === 'undefined' ? 'en' : formatsFor(navigator.languages.find(isUsable) ?? 'en')
const listeners = new Set<() => void>()

/** The locale for dates, numbers and money, such as `en-TZ`. */
export function readerLocale(): string {
  return locale
}

/** The language that the sentences are in: `en`, or another one whose catalogues are registered. */
export function readerLanguage(): string {
  return language
}

/** Of these tags the first that `Intl` can use: `navigator.languages` may hold others. */
export function usableTags(tags: readonly string[]): string[] {
  return tags.filter(isUsable)
}

const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Sets language and formats. The catalogues of that language must be registered before (`translate`). */
export function setReaderLocale(next: string): void {
  locale = formatsFor(isUsable(next) ? next : 'en')
  language = languageOf(locale)
  if (typeof document !== 'undefined') {
    document.documentElement.lang = locale
    document.documentElement.dir = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr'
  }
  for (const listener of listeners) listener()
}

export function defineTexts<const A extends string, const M extends Messages>(
  area: A,
  messages: M,
): Texts<M, A> {
  register('en', area, messages)
  return { area, messages }
}

/**
 * Registers another language of an area: `translate<typeof payTexts>('pay', 'sw', { … })`. Only the type of the English
 * catalogue is named, so that a language's chunk carries no English and moves no page's texts out of its own chunk.
 */
export function translate<T extends Texts<Messages>>(
  area: T['area'],
  to: string,
  messages: Translation<T>,
): void {
  register(to, area, messages)
}

const SLOT = /\u0001(\d+)\u0002/

function makeTranslate<M extends Messages>(
  texts: Texts<M>,
  inLanguage: string,
  inLocale: string,
): Translate<M> {
  const numbers = new Intl.NumberFormat(inLocale)
  // `count` itself chooses the plural; what is printed in its place is grouped as the reader writes numbers.
  const lookUp = (key: string, values: Record<string, string | number> = {}): string => {
    const count = values['count']
    const message =
      messageOf(texts.area, key, typeof count === 'number' ? count : undefined, inLanguage) ?? key
    return message.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (placeholder, name: string) => {
      const value = values[name]
      if (value === undefined) return placeholder
      return typeof value === 'number' ? numbers.format(value) : value
    })
  }
  const t = (key: string, values?: Record<string, string | number>) => lookUp(key, values)
  t.maybe = (key: string, fallback: string, values?: Record<string, string | number>) =>
    messageOf(texts.area, key, undefined, inLanguage) === undefined ? fallback : lookUp(key, values)
  t.rich = (key: string, values: Record<string, ReactNode> = {}) => {
    const slots: ReactNode[] = []
    const flat: Record<string, string | number> = {}
    for (const [name, value] of Object.entries(values)) {
      if (typeof value === 'string' || typeof value === 'number') flat[name] = value
      else flat[name] = `\u0001${slots.push(value) - 1}\u0002`
    }
    const parts = lookUp(key, flat).split(SLOT)
    return parts.map((part, index) =>
      createElement(Fragment, { key: index }, index % 2 === 0 ? part : slots[Number(part)]),
    )
  }
  return t as unknown as Translate<M>
}

/** Translators by area and reader, so that one stays the same from render to render. */
const made = new WeakMap<object, Map<string, unknown>>()

function translatorFor<M extends Messages>(
  texts: Texts<M>,
  inLanguage: string,
  inLocale: string,
): Translate<M> {
  const known = made.get(texts) ?? new Map<string, unknown>()
  made.set(texts, known)
  const reader = `${inLanguage} ${inLocale}`
  const t = known.get(reader) ?? makeTranslate(texts, inLanguage, inLocale)
  known.set(reader, t)
  return t as Translate<M>
}

/** The translator outside a component: validation messages, document titles. */
export function textsOf<M extends Messages>(texts: Texts<M>): Translate<M> {
  return translatorFor(texts, language, locale)
}

/** The words of an area in a language that may not be the reader's: what a client will read. Its catalogue must be registered before. */
export function textsIn<M extends Messages>(texts: Texts<M>, of: string): Translate<M> {
  return translatorFor(texts, languageOf(of), of)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** `<ReadIn value="sw">`: everything within speaks this language whoever reads it, as the paper of a document does. */
export const ReadIn = createContext<string | null>(null)

/** The translator of an area; the component renders again when the language changes. */
export function useTexts<M extends Messages>(texts: Texts<M>): Translate<M> {
  const other = use(ReadIn)
  useSyncExternalStore(subscribe, () => `${language} ${locale}`)
  return other === null ? textsOf(texts) : textsIn(texts, other)
}

/** The reader's locale for `Intl`. */
export function useLocale(): string {
  return useSyncExternalStore(subscribe, readerLocale)
}
