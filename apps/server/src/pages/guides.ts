import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Marked, type Tokens } from 'marked'
import { html, Html, type Guide } from '../../../web/src/site/index.ts'

const folder = join(import.meta.dirname, '../../../../docs')

/**
 * The documentation: Markdown in `docs/guide`, and what operators need, read once. A file begins with its title, a line that sums it up, and a comment that
 * names its place: `<!-- group: Work, order: 2 -->`.
 */
export function readGuides(): Guide[] {
  const files = [...readdirSync(join(folder, 'guide')).map((name) => `guide/${name}`), 'operating.md']
  return files
    .filter((file) => file.endsWith('.md'))
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      return { ...guideOf(basename(file, '.md'), text), order: orderOf(text) }
    })
    .toSorted((a, b) => a.order - b.order)
}

const place = /<!-- group: (.+?), order: (\d+) -->/
const orderOf = (text: string): number => Number(place.exec(text)?.[2] ?? 99)

function guideOf(slug: string, text: string): Guide {
  const [, title = slug, summary = ''] = /^# (.+)\n+(.+)\n/.exec(text) ?? []
  const body = text.replace(/^# .+\n+.+\n/, '').replace(place, '')
  const headings: { id: string; text: string }[] = []
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text: words }: Tokens.Heading) {
        const id = words
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
          .replaceAll(/^-|-$/g, '')
        if (depth === 2) headings.push({ id, text: words })
        return `<h${depth} id="${id}"><a href="#${id}">${this.parser.parseInline(tokens)}</a></h${depth}>\n`
      },
      // A wide table scrolls by itself, not the page, and by keyboard too.
      table(token: Tokens.Table) {
        const row = (cells: Tokens.TableCell[], tag: 'th' | 'td') =>
          `<tr>${cells.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>`
        return `<div class="table" tabindex="0" role="group"><table><thead>${row(token.header, 'th')}</thead><tbody>${token.rows.map((cells) => row(cells, 'td')).join('')}</tbody></table></div>`
      },
      code({ text: code }: Tokens.Code) {
        return html`<pre tabindex="0"><code>${code}</code></pre>`.text
      },
    },
  })
  const rendered = marked.parse(body, { async: false })
  return {
    slug,
    title,
    summary,
    group: place.exec(text)?.[1] ?? 'More',
    body: new Html(rendered),
    headings,
    words: `${title} ${summary} ${body}`.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' '),
  }
}
