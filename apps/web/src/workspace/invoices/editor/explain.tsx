import { Popover } from '@mantine/core'
import { formatMoney, type Totals, type TotalsStep } from '@portico/money'
import { useLocale, useTexts } from '@portico/ui'
import { useEffect, useRef } from 'react'
import styles from './explain.module.css'
import { formatDecimal } from './line-cells.tsx'
import { editorTexts } from './texts.ts'

/** Which figure is asked about. */
export type Subject =
  | { kind: 'line'; index: number }
  | { kind: 'net' }
  | { kind: 'tax'; group: number }
  | { kind: 'gross' }
export interface Question {
  subject: Subject
  title: string
  from: HTMLElement
}

/** The steps that led to a figure, beside the figure: every total can show how it was computed. */
export function Explanation({
  question,
  totals,
  onClose,
}: {
  question: Question | null
  totals: Totals | null
  onClose: () => void
}) {
  const t = useTexts(editorTexts)
  const locale = useLocale()
  const wordsOf = useStepWords(totals)
  const before = useRef<HTMLElement | null>(null)
  useEffect(() => {
    if (question) before.current = question.from
    else before.current?.focus({ preventScroll: true })
  }, [question])
  useEffect(() => {
    if (!question) return
    document.addEventListener('scroll', onClose, { once: true, passive: true, capture: true })
    return () => document.removeEventListener('scroll', onClose, { capture: true })
  }, [question, onClose])
  if (!question || !totals) return null
  const box = question.from.getBoundingClientRect()
  const steps = stepsOf(question.subject, totals)
  return (
    <Popover
      opened
      onChange={(isOpen) => !isOpen && onClose()}
      position="bottom-end"
      width={340}
      shadow="md"
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <span
          className={styles.anchor}
          style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
        />
      </Popover.Target>
      <Popover.Dropdown
        aria-label={t('explain', { what: question.title })}
        className={styles.bubble}
        tabIndex={-1}
        data-autofocus
      >
        <p className={styles.title}>{question.title}</p>
        <ol className={styles.steps}>
          {steps.map((step, index) => (
            <li key={index} className={styles.step}>
              <span>{wordsOf(step)}</span>
              <span className={styles.result}>
                ={' '}
                {formatMoney({ amount: step.result, currency: totals.currency }, locale, {
                  currency: 'none',
                })}
              </span>
            </li>
          ))}
        </ol>
        <p className={styles.rule}>{t('rounding')}</p>
      </Popover.Dropdown>
    </Popover>
  )
}

function stepsOf(subject: Subject, { steps, lines, groups }: Totals): TotalsStep[] {
  const pick = (...kinds: TotalsStep['kind'][]) => steps.filter((step) => kinds.includes(step.kind))
  switch (subject.kind) {
    case 'line':
      return steps.filter((step) => step.line === subject.index)
    case 'tax':
      return steps.filter((step) => step.line === null && step.group === subject.group)
    case 'net':
      return groups.length > 1 || lines.length > 1
        ? [...pick('group_taxable'), ...pick('total_net')]
        : pick('total_net')
    case 'gross':
      return pick('total_net', 'total_tax', 'total_gross')
  }
}

/** One step in people's words; the figures that go into it are the ones that are printed. */
function useStepWords(totals: Totals | null): (step: TotalsStep) => string {
  const t = useTexts(editorTexts)
  const locale = useLocale()
  const currency = totals?.currency ?? 'USD'
  const money = (amount: number) => formatMoney({ amount, currency }, locale, { currency: 'none' })
  const percentOf = (text: string) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }).format(
      `${text}E-2` as Intl.StringNumericLiteral,
    )
  return ({ kind, operands }) => {
    const amount = (name: string) => {
      const found = operands.find((operand) => operand.name === name)
      return found && 'amount' in found ? money(found.amount) : ''
    }
    const value = (name: string) => {
      const found = operands.find((operand) => operand.name === name)
      return found && 'value' in found ? found.value : '0'
    }
    const count = operands.length
    switch (kind) {
      case 'line_subtotal':
        return t('stepSubtotal', {
          quantity: formatDecimal(value('quantity'), locale),
          price: formatDecimal(value('unit_price'), locale, 0),
        })
      case 'line_discounted':
        return t('stepDiscounted', {
          percent: percentOf(value('discount_percent')),
          amount: amount('subtotal'),
        })
      case 'line_tax':
      case 'group_tax':
        return t('stepTax', { percent: percentOf(value('tax_percent')), amount: amount('amount') })
      case 'line_tax_included':
      case 'group_tax_included':
        return t('stepTaxIncluded', { percent: percentOf(value('tax_percent')), amount: amount('amount') })
      case 'group_amount':
        return t('stepGroupAmount', { count })
      case 'group_tax_sum':
        return t('stepGroupTaxSum', { count })
      case 'group_taxable':
        return t('stepTaxable', { amount: amount('amount'), tax: amount('tax') })
      case 'total_net':
        return t('stepNet', { count })
      case 'total_tax':
        return t('stepTotalTax', { count })
      case 'total_gross':
        return t('stepGross', { net: amount('net'), tax: amount('tax') })
    }
  }
}
