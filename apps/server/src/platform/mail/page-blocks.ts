import { createElement as h, Fragment } from 'react'
import type { CSSProperties, ReactElement, ReactNode } from 'react'
import { Button, Column, Link, Row, Section, Text } from 'react-email'
import type { MailColors } from './brand.ts'
import { safeLink } from './content.ts'
import type { MailBlock } from './content.ts'

export const body: CSSProperties = { fontSize: '16px', lineHeight: '24px', margin: '0 0 16px' }
export const quiet: CSSProperties = { fontSize: '13px', lineHeight: '20px', margin: '0 0 8px' }

/** Colours and sides of one mail. */
export interface Look {
  colors: MailColors
  start: 'left' | 'right'
  end: 'left' | 'right'
}

/** Lines of a person's text, kept as lines. */
export function lines(text: string): ReactNode {
  return text.split(/\r\n?|\n/).map((line, index) => h(Fragment, { key: index }, index > 0 && h('br'), line))
}

const longestWholeWord = 24

/** Keeps `INV-2026-014` from breaking at its hyphens; only what would not fit on a phone may break. */
export function wholeWords(text: string): ReactNode {
  return text.split(' ').map((word, index) => {
    const shown = word.length > longestWholeWord ? word : h('span', { style: { whiteSpace: 'nowrap' } }, word)
    return h(Fragment, { key: index }, index > 0 && ' ', shown)
  })
}

export function link(url: string, look: Look, label: string, style: CSSProperties = {}): ReactElement {
  const shown: CSSProperties = { color: look.colors.link, textDecoration: 'underline', ...style }
  return h(Link, { href: safeLink(url), className: 'pt-link', style: shown }, label)
}

function figure(block: Extract<MailBlock, { kind: 'figure' }>, look: Look): ReactElement {
  const { colors } = look
  return h(
    Section,
    { style: { margin: '8px 0 20px' } },
    h(Text, { className: 'pt-quiet', style: { ...quiet, color: colors.quiet, margin: '0' } }, block.label),
    h(
      Text,
      {
        className: 'pt-text pt-amount',
        style: {
          margin: '2px 0',
          fontSize: '34px',
          lineHeight: '42px',
          fontWeight: 600,
          letterSpacing: '-0.5px',
          fontVariantNumeric: 'tabular-nums',
          color: colors.text,
        },
      },
      h('span', { dir: 'ltr' }, block.amount),
      ' ',
      h(
        'span',
        {
          className: 'pt-quiet',
          style: { fontSize: '16px', fontWeight: 500, letterSpacing: '0', color: colors.quiet },
        },
        block.currency,
      ),
    ),
    block.detail !== undefined &&
      h(
        Text,
        { className: 'pt-text', style: { ...body, color: colors.text, margin: '0', fontWeight: 500 } },
        block.detail,
      ),
  )
}

function factRows(block: Extract<MailBlock, { kind: 'facts' }>, look: Look): ReactElement {
  const { colors } = look
  const cell: CSSProperties = { padding: '9px 0', fontSize: '14px', lineHeight: '20px', verticalAlign: 'top' }
  const rows = block.rows.map((row, index) => {
    const border: CSSProperties = index === 0 ? {} : { borderTop: `1px solid ${colors.line}` }
    const strong: CSSProperties = row.strong ? { fontWeight: 600 } : {}
    const cells = [
      h(
        Column,
        {
          key: 'label',
          className: row.strong ? 'pt-text pt-line' : 'pt-quiet pt-line',
          align: look.start,
          style: {
            ...cell,
            ...border,
            ...strong,
            color: row.strong ? colors.text : colors.quiet,
            width: '50%',
          },
        },
        row.label,
      ),
      h(
        Column,
        {
          key: 'value',
          className: 'pt-text pt-line',
          align: look.end,
          style: {
            ...cell,
            ...border,
            ...strong,
            color: colors.text,
            fontVariantNumeric: 'tabular-nums',
            wordBreak: 'break-word',
          },
        },
        h('span', { dir: 'auto' }, wholeWords(row.value)),
      ),
    ]
    return h(Row, { key: index, children: cells })
  })
  return h(
    Section,
    {
      className: 'pt-line',
      style: {
        margin: '8px 0 20px',
        borderTop: `1px solid ${colors.line}`,
        borderBottom: `1px solid ${colors.line}`,
      },
    },
    rows,
  )
}

function button(block: Extract<MailBlock, { kind: 'action' }>, { colors }: Look): ReactElement {
  return h(
    Section,
    { style: { margin: '8px 0 20px' } },
    h(
      Button,
      {
        href: safeLink(block.url),
        className: 'pt-button',
        style: {
          backgroundColor: colors.button,
          border: `1px solid ${colors.buttonLine}`,
          borderRadius: '6px',
          color: colors.onButton,
          fontSize: '16px',
          lineHeight: '24px',
          fontWeight: 600,
          padding: '11px 22px',
        },
      },
      block.label,
    ),
  )
}

function note(block: Extract<MailBlock, { kind: 'note' }>, look: Look): ReactElement {
  const { colors } = look
  return h(
    Section,
    {
      className: 'pt-note',
      style: {
        margin: '8px 0 16px',
        backgroundColor: colors.note,
        border: `1px solid ${colors.line}`,
        borderRadius: '8px',
      },
    },
    h(
      Row,
      null,
      h(
        Column,
        { style: { padding: '12px 16px' } },
        h(
          Text,
          { className: 'pt-quiet', style: { ...quiet, color: colors.quiet, margin: '0 0 2px' } },
          block.from,
        ),
        h(
          Text,
          {
            className: 'pt-text',
            dir: 'auto',
            style: { ...body, margin: '0', fontSize: '15px', color: colors.text },
          },
          lines(block.text),
        ),
      ),
    ),
  )
}

function items(block: Extract<MailBlock, { kind: 'items' }>, look: Look): ReactElement {
  const { colors } = look
  const rows = block.items.map(({ text, url }, index) => {
    const border: CSSProperties = index === 0 ? {} : { borderTop: `1px solid ${colors.line}` }
    const cell = h(
      Column,
      {
        className: 'pt-text pt-line',
        align: look.start,
        style: { padding: '9px 0', fontSize: '15px', lineHeight: '22px', ...border },
      },
      h('span', { dir: 'auto' }, link(url, look, text, { wordBreak: 'break-word' })),
    )
    return h(Row, { key: index, children: cell })
  })
  return h(
    Section,
    {
      className: 'pt-line',
      style: {
        margin: '8px 0 20px',
        borderTop: `1px solid ${colors.line}`,
        borderBottom: `1px solid ${colors.line}`,
      },
    },
    rows,
  )
}

function code(block: Extract<MailBlock, { kind: 'code' }>, look: Look): ReactElement {
  const { colors } = look
  return h(
    Section,
    { style: { margin: '4px 0 16px' } },
    h(Text, { className: 'pt-quiet', style: { ...quiet, color: colors.quiet, margin: '0' } }, block.label),
    h(
      Text,
      {
        className: 'pt-text',
        dir: 'ltr',
        style: {
          margin: '2px 0 0',
          textAlign: look.start,
          fontSize: '30px',
          lineHeight: '40px',
          fontWeight: 600,
          letterSpacing: '3px',
          fontVariantNumeric: 'tabular-nums',
          color: colors.text,
        },
      },
      block.code,
    ),
  )
}

/** One block as elements. */
export function shownBlock(block: MailBlock, look: Look): ReactElement {
  const { colors } = look
  switch (block.kind) {
    case 'paragraph':
      return h(Text, { className: 'pt-text', style: { ...body, color: colors.text } }, block.text)
    case 'small':
      return h(Text, { className: 'pt-quiet', style: { ...quiet, color: colors.quiet } }, block.text)
    case 'figure':
      return figure(block, look)
    case 'facts':
      return factRows(block, look)
    case 'action':
      return button(block, look)
    case 'note':
      return note(block, look)
    case 'code':
      return code(block, look)
    case 'items':
      return items(block, look)
    case 'link':
      return h(
        Text,
        { className: 'pt-quiet', style: { ...quiet, color: colors.quiet, wordBreak: 'break-all' } },
        block.text,
        h('br'),
        link(block.url, look, safeLink(block.url), { fontSize: '13px' }),
      )
  }
}
