/** What a mail says, apart from how it looks: the page and the plain text are both made of this. All texts are plain. */
export interface MailContent {
  subject: string
  /** What an inbox shows after the subject. */
  preview: string
  /** Where the matter stands, in a word or two above the heading. */
  status?: { tone: 'good' | 'wait' | 'bad'; text: string }
  heading: string
  blocks: MailBlock[]
  /** Why this person gets this mail; last line of every mail. */
  reason: string
}

export type MailBlock =
  | { kind: 'paragraph'; text: string }
  /** One amount, found in a second. */
  | { kind: 'figure'; label: string; amount: string; currency: string; detail?: string }
  | { kind: 'facts'; rows: MailFact[] }
  /** The one thing to do. `url` must be http or https. */
  | { kind: 'action'; label: string; url: string }
  /** A second way out, told in a sentence before it. */
  | { kind: 'link'; text: string; url: string }
  /** Things that happened, each leading to its page. */
  | { kind: 'items'; items: { text: string; url: string }[] }
  /** Digits to type elsewhere. */
  | { kind: 'code'; label: string; code: string }
  /** A person's own words, lines kept. */
  | { kind: 'note'; from: string; text: string }
  | { kind: 'small'; text: string }

export interface MailFact {
  label: string
  value: string
  /** A sum under its column. */
  strong?: boolean
}

/** The blocks that apply; a template lists all it may show. */
export function blocks(...list: (MailBlock | undefined | false | '')[]): MailBlock[] {
  return list.filter((block): block is MailBlock => Boolean(block))
}

export const paragraph = (text: string): MailBlock => ({ kind: 'paragraph', text })
export const small = (text: string): MailBlock => ({ kind: 'small', text })
export const action = (label: string, url: string): MailBlock => ({ kind: 'action', label, url })

/** Rows that apply. */
export function facts(...rows: (MailFact | undefined | false | '')[]): MailBlock {
  return { kind: 'facts', rows: rows.filter((row): row is MailFact => Boolean(row)) }
}

/**
 * The address as it may stand in a mail.
 * @throws RangeError for anything but http and https, such as `javascript:`
 */
export function safeLink(url: string): string {
  const parsed = URL.parse(url)
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    throw new RangeError('A link in a mail is http or https.')
  return parsed.href
}

const longestName = 80

/**
 * A name that a stranger may have chosen, fit for a mail that we vouch for: one line, not long, and without anything that
 * mail programs turn into a link (a word joiner after each dot, slash and colon is invisible and breaks the address).
 */
export function quietName(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim()
  const letters = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment)
  const short = letters.length > longestName ? `${letters.slice(0, longestName - 1).join('')}…` : line
  return short.replace(/([.:/@])(?=\S)/g, '$1\u2060')
}
