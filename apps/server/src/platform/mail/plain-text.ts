import { safeLink } from './content.ts'
import type { MailBlock, MailContent } from './content.ts'
import type { MailBrand } from './brand.ts'
import type { MailTexts } from './texts/index.ts'

function quoted(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'small':
      return block.text
    case 'figure':
      return `${block.label}: ${block.currency} ${block.amount}${block.detail ? `\n${block.detail}` : ''}`
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}: ${value}`).join('\n')
    case 'action':
      return `${block.label}:\n${safeLink(block.url)}`
    case 'link':
      return `${block.text}\n${safeLink(block.url)}`
    case 'items':
      return block.items.map(({ text, url }) => `${text}\n${safeLink(url)}`).join('\n\n')
    case 'code':
      return `${block.label}: ${block.code}`
    case 'note':
      return `${block.from}:\n${quoted(block.text)}`
  }
}

/** The mail for readers of plain text: the same words in the same order, addresses on lines of their own. */
export function plainText(content: MailContent, brand: MailBrand, texts: MailTexts): string {
  const foot = [
    content.reason,
    brand.answersReplies ? texts.layout.replyTo(brand.name) : texts.layout.noReply,
    ...(brand.footer?.length ? [`${brand.footer.join('\n')}`] : []),
  ]
  const heading = content.status ? `${content.heading} (${content.status.text})` : content.heading
  return `${[heading, ...content.blocks.map(blockText), '-- ', ...foot].join('\n\n').replace('-- \n\n', '-- \n')}\n`
}
