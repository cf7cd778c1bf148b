import type { StatementPaper, StatementPaperCurrency } from '../document.ts'
import { print } from '../flow.ts'
import { contextOf, gap, stacked } from '../parts/context.ts'
import type { PaperContext } from '../parts/context.ts'
import { header } from '../parts/header.ts'
import type { Logo } from '../parts/logo.ts'
import { pageOf } from '../parts/page.ts'
import { parties } from '../parts/parties.ts'
import { prose } from '../parts/section.ts'
import { summary } from '../parts/summary.ts'
import { table } from '../parts/table.ts'
import { totals } from '../parts/totals.ts'
import type { Block } from '../sheet.ts'
import { INK, inkOf, soft } from '../styles.ts'

/** What a client owes and how it came to that: for each currency the answer first, then every movement, then how long it has been due. */
export function renderStatement(statement: StatementPaper, logo: Logo | undefined): Promise<Buffer> {
  const context = contextOf(statement)
  const { texts, figures } = context
  const period = statement.from
    ? texts.periodFromTo(figures.day(statement.from), figures.day(statement.asOf))
    : texts.asOf(figures.day(statement.asOf))

  return print(pageOf(context, `${texts.statement} ${period}`, statement.asOf), (flow) => {
    flow.place(header(context, { title: texts.statement, number: period, ...(logo && { logo }) }))
    flow.space(22)
    flow.place(parties(context, { buyer: texts.statementFor, seller: texts.from }))
    if (statement.currencies.length === 0) {
      flow.space(22)
      for (const line of prose(context, { heading: texts.note, text: texts.nothingBooked }, 8))
        flow.place(line)
    }
    statement.currencies.forEach((account, index) => {
      const own = contextOf({ ...statement, currency: account.currency })
      const sums = closingOf(own, statement, account)
      const aged = ageingOf(own, account)
      flow.space(index === 0 ? 16 : 30)
      // The colour of the brand stands on paper once.
      flow.place(answerOf(own, statement, account, index === 0 ? inkOf(statement.brandColor) : INK), 60)
      flow.space(16)
      flow.placeTable(movementsOf(own, statement, account), sums.height + 10)
      flow.space(10)
      flow.place(sums)
      if (aged) {
        flow.space(18)
        flow.place(aged)
      }
    })
  })
}

function answerOf(
  context: PaperContext,
  statement: StatementPaper,
  account: StatementPaperCurrency,
  color: string,
): Block {
  const { texts, figures } = context
  const isOwed = account.closing > 0
  return summary(context, {
    label: isOwed ? texts.balanceDue : account.closing < 0 ? texts.inYourFavour : texts.balance,
    currency: account.currency,
    figure: figures.amount(Math.abs(account.closing)),
    color,
    under: [
      ...(account.overdue > 0 ? [texts.overduePart(figures.money(account.overdue))] : []),
      ...(account.closing === 0 ? [texts.allSettled] : []),
      ...(account.credit > 0 && account.receivable > 0
        ? [texts.creditHeld(figures.money(account.credit))]
        : []),
    ],
    facts: [
      { name: texts.openingBalance, value: figures.amount(account.opening) },
      { name: texts.invoiced, value: figures.amount(account.charged) },
      { name: texts.paidAndCredited, value: figures.amount(account.settled) },
      { name: texts.closingOn(figures.day(statement.asOf)), value: figures.amount(account.closing) },
    ],
  })
}

function movementsOf(
  { grid, texts, figures }: PaperContext,
  statement: StatementPaper,
  account: StatementPaperCurrency,
) {
  const amountOrNothing = (amount: number): string => (amount === 0 ? '' : figures.amount(amount))
  const brought =
    account.opening !== 0 || statement.from || account.isTruncated
      ? [
          [
            { text: '' },
            { text: texts.broughtForward },
            { text: '' },
            { text: '' },
            { text: figures.amount(account.opening) },
          ],
        ]
      : []
  return table({
    x: grid.left,
    width: grid.inner,
    columns: [
      { head: texts.date, align: 'left', style: soft },
      { head: texts.movement, align: 'left', fills: true, before: 16 },
      { head: texts.charged, align: 'right', before: 20 },
      { head: texts.settled, align: 'right', before: 20 },
      { head: texts.balanceIn(account.currency), align: 'right', before: 20 },
    ],
    rows: [
      ...brought,
      ...account.lines.map((line) => [
        { text: figures.day(line.date) },
        { text: line.text, ...(line.detail && { below: [line.detail] }) },
        { text: amountOrNothing(line.charged) },
        { text: amountOrNothing(line.settled) },
        { text: figures.amount(line.balance) },
      ]),
    ],
    decimalMark: figures.decimalMark,
  })
}

function closingOf(context: PaperContext, statement: StatementPaper, account: StatementPaperCurrency): Block {
  const { texts, figures } = context
  return totals(context, [
    {
      name: `${texts.closingOn(figures.day(statement.asOf))} ${account.currency}`,
      amount: figures.amount(account.closing),
      kind: 'sum',
    },
  ])
}

/** Nothing where nothing is owed. */
function ageingOf(context: PaperContext, account: StatementPaperCurrency): Block | null {
  const { grid, texts, figures } = context
  if (account.receivable === 0) return null
  const { ageing } = account
  const aged = table({
    x: grid.left,
    width: grid.inner,
    columns: [
      { head: texts.howLongDue, align: 'left', fills: true, style: soft },
      ...[
        texts.notDue,
        texts.days('1', '30'),
        texts.days('31', '60'),
        texts.days('61', '90'),
        texts.daysOver('90'),
        texts.owedInAll,
      ].map((head) => ({ head, align: 'right' as const, before: 14 })),
    ],
    rows: [
      [
        { text: account.currency },
        ...[...ageing, account.receivable].map((amount) => ({
          text: amount === 0 ? '\u2013' : figures.amount(amount),
        })),
      ],
    ],
    decimalMark: figures.decimalMark,
    leastFill: 40,
  })
  return stacked(aged.head, ...aged.rows, gap(2))
}
