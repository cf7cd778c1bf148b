/** A piece of a page that is escaped already. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | number | null | undefined | false | readonly Part[]

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

function textOf(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string') return escape(part)
  if (typeof part === 'number') return String(part)
  return part instanceof Html ? part.text : part.map(textOf).join('')
}

/** `html\`<p>${text}</p>\``: whatever is put in is escaped, unless it is a piece itself. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((text, string, at) => text + string + textOf(parts[at]), ''))
}

/** A text of several paragraphs, as somebody typed it. */
export const paragraphs = (text: string): Html[] =>
  text
    .split(/\n\s*\n/)
    .map(
      (part) =>
        html`<p>${part.split('\n').flatMap((line, at) => (at > 0 ? [html`<br />`, line] : [line]))}</p>`,
    )
