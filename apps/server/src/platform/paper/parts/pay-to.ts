import type { PayTo } from '../document.ts'
import type { Block } from '../sheet.ts'
import { widthOf } from '../sheet.ts'
import { body, emphasis, HAIRLINE, label, partyName, small, soft } from '../styles.ts'
import { usualLabel } from '../texts/usual-label.ts'
import { wrapAtMost } from '../wrap.ts'
import { beside, gap, stacked } from './context.ts'
import type { PaperContext } from './context.ts'
import { qrCode } from './qr.ts'

const QR_SIZE = 62
const QUIET = 12

/** How to pay, two ways side by side; the rows of blocks in the order in which they stand. */
export function payTo(context: PaperContext, ways: PayTo[]): Block[] {
  const rows: Block[] = []
  for (let index = 0; index < ways.length; index += 2) {
    const pair = ways.slice(index, index + 2).map((way, side) => wayToPay(context, way, side * 6))
    rows.push(index === 0 ? beside(...pair) : stacked(gap(14), beside(...pair)))
  }
  return rows
}

function wayToPay({ grid, texts }: PaperContext, way: PayTo, column: number): Block {
  const x = grid.x(column)
  const full = grid.span(6) - (column === 0 ? 12 : 0)
  const width = way.qr ? full - QR_SIZE - QUIET : full
  const kind = kindName(texts, way.kind)
  const names = wrapAtMost(3, way.name, partyName, width)
  const named = way.lines.map((line) => ({ ...line, label: usualLabel(texts, line.label) }))
  const nameWidth = Math.min(96, Math.max(0, ...named.map((line) => widthOf(line.label, soft))) + 10)
  const lines = named.map((line) => ({
    label: wrapAtMost(2, line.label, soft, nameWidth - 6),
    value: wrapAtMost(5, line.value, emphasis, width - nameWidth),
  }))
  const steps = (way.steps ?? []).map((step) => wrapAtMost(4, step, body, width - 14))
  const linesHeight = lines.reduce((sum, line) => sum + lineHeight(line), 0)
  const stepsHeight = steps.reduce(
    (sum, step) => sum + step.length * body.leading + 1,
    steps.length > 0 ? 4 : 0,
  )
  const kindHeight = kind === '' || kind === way.name ? 0 : small.leading
  const text = names.length * partyName.leading + kindHeight + 4 + linesHeight + stepsHeight
  return {
    height: 10 + Math.max(text, way.qr ? QR_SIZE + label.leading : 0),
    draw(sheet, top) {
      sheet.rule(x, top, full, HAIRLINE, 0.5)
      let at = sheet.lines(names, x, top + 8, partyName)
      if (kindHeight > 0) sheet.text(kind, x, at, small)
      at += kindHeight + 4
      for (const line of lines) {
        sheet.lines(line.label, x, at, soft)
        sheet.lines(line.value, x + nameWidth, at, emphasis)
        at += lineHeight(line)
      }
      if (steps.length > 0) at += 4
      steps.forEach((step, index) => {
        sheet.text(`${index + 1}.`, x, at, soft)
        at = sheet.lines(step, x + 14, at, body) + 1
      })
      if (way.qr) {
        const qr = way.qr
        const draw = () => qrCode(sheet, qr, x + full - QR_SIZE, top + 10, QR_SIZE)
        sheet.structure.mark('Figure', draw, texts.scanToPay)
        sheet.text(
          texts.scanToPay,
          x + full,
          top + 12 + QR_SIZE,
          { ...label, leading: small.leading },
          { align: 'right' },
        )
      }
    },
  }
}

function lineHeight(line: { label: string[]; value: string[] }): number {
  return Math.max(line.label.length, line.value.length) * body.leading
}

function kindName(texts: PaperContext['texts'], kind: PayTo['kind']): string {
  if (kind === 'bank') return texts.bank
  if (kind === 'mobile_money') return texts.mobileMoney
  return kind === 'cash' ? texts.cash : ''
}
