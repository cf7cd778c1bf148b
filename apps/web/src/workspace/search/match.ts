/** Text as it is compared: small letters, no accents. */
const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()

/** How well a command answers what was typed; 0 where it does not. Every typed word begins a word of it, or is one with a typo. */
export function matchOf(label: string, typed: string): number {
  const wanted = plain(typed).split(/\s+/).filter(Boolean)
  const words = plain(label).split(/[^\p{L}\p{Nd}]+/u)
  if (wanted.length === 0) return 0
  let score = plain(label).startsWith(plain(typed)) ? 2 : 0
  for (const word of wanted) {
    if (words.some((one) => one.startsWith(word))) score += 2
    else if (word.length > 3 && words.some((one) => isOneOff(one.slice(0, word.length + 1), word))) score += 1
    else return 0
  }
  return score
}

/** One letter wrong, missing, too many, or two that changed places. */
function isOneOff(word: string, typed: string): boolean {
  let start = 0
  while (start < Math.min(word.length, typed.length) && word[start] === typed[start]) start++
  const rest = word.slice(start)
  const given = typed.slice(start)
  return (
    rest.slice(1).startsWith(given.slice(1)) ||
    rest.startsWith(given.slice(1)) ||
    rest.slice(1).startsWith(given) ||
    (rest[0] === given[1] && rest[1] === given[0] && rest.slice(2).startsWith(given.slice(2)))
  )
}
