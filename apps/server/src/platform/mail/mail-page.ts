import { createElement as h, Fragment } from 'react'
import type { CSSProperties, ReactElement, ReactNode } from 'react'
import { Container, Head, Heading, Html, Img, Preview, render, Section, Text } from 'react-email'
import { mailColors, shownLogo } from './brand.ts'
import type { MailBrand, MailColors } from './brand.ts'
import { safeLink } from './content.ts'
import type { MailContent } from './content.ts'
import { lines, link, quiet, shownBlock, wholeWords } from './page-blocks.ts'
import type { Look } from './page-blocks.ts'
import type { MailTexts } from './texts/index.ts'

/** What fonts a mail program has; ours cannot be sent along. */
const fontFamily =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
/** Mail programs drop what they do not know, so light is written on each element and dark overrides it by class. */
function styleSheet(dark: MailColors): string {
  const rules: [string, string][] = [
    ['pt-page', `background-color:${dark.page}`],
    ['pt-panel', `background-color:${dark.panel};border-color:${dark.line}`],
    ['pt-text', `color:${dark.text}`],
    ['pt-quiet', `color:${dark.quiet}`],
    ['pt-line', `border-color:${dark.line}`],
    ['pt-note', `background-color:${dark.note};border-color:${dark.line}`],
    ['pt-link', `color:${dark.link}`],
    ['pt-button', `background-color:${dark.button};color:${dark.onButton};border-color:${dark.buttonLine}`],
    ['pt-good', `color:${dark.good}`],
    ['pt-wait', `color:${dark.wait}`],
    ['pt-bad', `color:${dark.bad}`],
    // A dark mark on a transparent ground needs the paper it was drawn for.
    ['pt-logo', 'background-color:#ffffff;padding:6px 8px;border-radius:6px'],
  ]
  const important = (declarations: string) => declarations.replaceAll(';', '!important;').concat('!important')
  const darkRules = rules.map(([name, declarations]) => `.${name}{${important(declarations)}}`).join('')
  const outlookRules = rules
    .map(([name, declarations]) => `[data-ogsc] .${name}{${important(declarations)}}`)
    .join('')
  return (
    ':root{color-scheme:light dark;supported-color-schemes:light dark}' +
    `@media (prefers-color-scheme:dark){${darkRules}}${outlookRules}` +
    '@media (max-width:480px){.pt-outer{padding:0!important}.pt-inner{padding:28px 20px 24px!important}' +
    '.pt-panel{border-radius:0!important;border-left:0!important;border-right:0!important}' +
    '.pt-foot{padding:20px 20px 32px!important}.pt-amount{font-size:30px!important}' +
    '.pt-button{display:block!important;text-align:center!important}}'
  )
}

function masthead(brand: MailBrand, { colors, start }: Look): ReactElement {
  const logo = shownLogo(brand.logo)
  if (!logo) {
    const style: CSSProperties = {
      margin: '0 0 28px',
      fontSize: '16px',
      lineHeight: '24px',
      fontWeight: 600,
      textAlign: start,
      color: colors.text,
    }
    return h(Text, { className: 'pt-text', dir: 'auto', style }, brand.name)
  }
  const style: CSSProperties = {
    display: 'inline-block',
    height: `${logo.height}px`,
    width: `${logo.width}px`,
  }
  return h(
    Section,
    { style: { margin: '0 0 28px' } },
    h(Img, {
      src: logo.url,
      alt: brand.name,
      width: logo.width,
      height: logo.height,
      className: 'pt-logo',
      style,
    }),
  )
}

/** Some programs show no buttons; the address itself then leads on. */
function writtenAddress(content: MailContent, texts: MailTexts, look: Look): ReactElement | undefined {
  const action = content.blocks.find((block) => block.kind === 'action')
  if (!action) return undefined
  const { colors } = look
  const url = safeLink(action.url)
  const border = { borderTop: `1px solid ${colors.line}` }
  return h(
    Section,
    { className: 'pt-line', style: { ...border, margin: '24px 0 0', padding: '16px 0 0' } },
    h(
      Text,
      {
        className: 'pt-quiet',
        style: { ...quiet, fontSize: '12px', lineHeight: '18px', margin: '0', color: colors.quiet },
      },
      texts.layout.openAddress,
      h('br'),
      link(url, look, url, { fontSize: '12px', wordBreak: 'break-all' }),
    ),
  )
}

function footer(content: MailContent, brand: MailBrand, texts: MailTexts, { colors }: Look): ReactElement {
  const style: CSSProperties = { ...quiet, fontSize: '12px', lineHeight: '18px', color: colors.quiet }
  const line = (text: ReactNode, key: string) => h(Text, { key, className: 'pt-quiet', style }, text)
  return h(
    Section,
    { tdClassName: 'pt-foot', style: { padding: '20px 41px 40px' } },
    line(content.reason, 'reason'),
    line(brand.answersReplies ? texts.layout.replyTo(brand.name) : texts.layout.noReply, 'reply'),
    brand.footer?.length ? line(lines(brand.footer.join('\n')), 'legal') : null,
  )
}

function panel(content: MailContent, brand: MailBrand, texts: MailTexts, look: Look): ReactElement {
  const { colors } = look
  const heading: CSSProperties = {
    margin: '0 0 16px',
    fontSize: '24px',
    lineHeight: '32px',
    fontWeight: 600,
    letterSpacing: '-0.2px',
    color: colors.text,
  }
  const { status } = content
  return h(
    Section,
    {
      className: 'pt-panel',
      tdClassName: 'pt-inner',
      style: {
        backgroundColor: colors.panel,
        border: `1px solid ${colors.line}`,
        borderCollapse: 'separate',
        borderRadius: '10px',
        padding: '36px 40px 32px',
      },
    },
    masthead(brand, look),
    status &&
      h(
        Text,
        {
          className: `pt-${status.tone}`,
          style: { ...quiet, margin: '0 0 4px', fontWeight: 600, color: colors[status.tone] },
        },
        status.text,
      ),
    h(Heading, { as: 'h1', className: 'pt-text', style: heading }, wholeWords(content.heading)),
    content.blocks.map((block, index) => h(Fragment, { key: index }, shownBlock(block, look))),
    writtenAddress(content, texts, look),
  )
}

/** The library's own body gives its inner cell no class, so dark could not reach it. */
function sheet(content: MailContent, brand: MailBrand, texts: MailTexts, look: Look): ReactElement {
  const shared = { className: 'pt-page', dir: texts.direction, lang: texts.language }
  const page: CSSProperties = { margin: '0', padding: '0', backgroundColor: look.colors.page }
  const column = h(
    Container,
    {
      tdClassName: 'pt-outer',
      style: { maxWidth: '600px', width: '100%', margin: '0 auto', padding: '32px 12px 0' },
    },
    panel(content, brand, texts, look),
    footer(content, brand, texts, look),
  )
  const cell = h(
    'td',
    { ...shared, style: { ...page, fontFamily, textAlign: look.start, wordBreak: 'break-word' } },
    column,
  )
  return h(
    'body',
    { ...shared, style: page },
    h(
      'table',
      { role: 'presentation', width: '100%', border: 0, cellPadding: 0, cellSpacing: 0, align: 'center' },
      h('tbody', null, h('tr', null, cell)),
    ),
  )
}

function page(
  content: MailContent,
  brand: MailBrand,
  texts: MailTexts,
  look: Look,
  dark: MailColors,
): ReactElement {
  return h(
    Html,
    { lang: texts.language, dir: texts.direction },
    h(
      Head,
      null,
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'supported-color-schemes', content: 'light dark' }),
      h('meta', { name: 'format-detection', content: 'telephone=no, date=no, address=no, email=no' }),
      h('title', null, content.subject),
      h('style', null, styleSheet(dark)),
    ),
    h(Preview, null, content.preview),
    sheet(content, brand, texts, look),
  )
}

/** The mail as a page: one column, readable without images, dark where the reader's program is dark, either direction. */
export async function renderPage(content: MailContent, brand: MailBrand, texts: MailTexts): Promise<string> {
  const { light, dark } = mailColors(brand.color)
  const rtl = texts.direction === 'rtl'
  const look: Look = { colors: light, start: rtl ? 'right' : 'left', end: rtl ? 'left' : 'right' }
  return await render(page(content, brand, texts, look, dark))
}
