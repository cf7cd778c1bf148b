/**
 * Text as search compares it: small letters without accents, single spaces. Stored beside a row (`search_text`) and applied to what
 * people type, so that "Café" is found by "cafe".
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[øłđħıßæœ]/g, (letter) => plainLetters[letter] ?? letter)
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Letters that are not a plain one with a mark; `app.folded` in the database knows the same. */
const plainLetters: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
}

/** The searchable text of a row, made of what people know it by. */
export const searchTextOf = (...parts: readonly (string | null | undefined)[]): string =>
  foldText(parts.filter(Boolean).join(' '))
