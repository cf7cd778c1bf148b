/**
 * Text as search compares it: small letters without accents, single spaces. Stored beside a row (`search_text`) and applied to what
 * people type, so that "Café" is found by "cafe".
 */
export const foldText = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** The searchable text of a row, made of what people know it by. */
export const searchTextOf = (...parts: readonly (string | null | undefined)[]): string =>
  foldText(parts.filter(Boolean).join(' '))
