import { textsOf } from '@portico/ui'
import { sharedTexts } from './texts.ts'

/** Checks of typed values for `useForm({ validate })`: the refusal in words, or null. The server checks again. */
export function needed(value: string | null | undefined): string | null {
  return value?.trim() ? null : textsOf(sharedTexts)('needed')
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

export function emailIfGiven(value: string): string | null {
  return !value.trim() || EMAIL.test(value.trim()) ? null : textsOf(sharedTexts)('notAnEmail')
}

export function neededEmail(value: string): string | null {
  return needed(value) ?? emailIfGiven(value)
}

const PHONE = /^\+?[0-9 ().\-/]{5,32}$/

export function phoneIfGiven(value: string): string | null {
  return !value.trim() || PHONE.test(value.trim()) ? null : textsOf(sharedTexts)('notAPhone')
}

/** "kilimo.example" is what people type; the scheme is added for them. */
export function websiteOf(typed: string): string | null {
  const text = typed.trim()
  if (!text) return null
  return /^https?:\/\//i.test(text) ? text : `https://${text}`
}

export function websiteIfGiven(value: string): string | null {
  const address = websiteOf(value)
  if (!address) return null
  return URL.canParse(address) && new URL(address).hostname.includes('.')
    ? null
    : textsOf(sharedTexts)('notAWebsite')
}
