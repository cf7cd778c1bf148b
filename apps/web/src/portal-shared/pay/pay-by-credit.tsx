import { Button } from '@mantine/core'
import { formatMoney, type Money } from '@portico/money'
import { Amount, ConfirmMoney, useLocale, useTexts } from '@portico/ui'
import { useState } from 'react'
import type { InvoiceAccess } from '../invoice-access.ts'
import type { PortalInvoice } from '../invoice.ts'
import { payTexts } from '../texts.ts'
import styles from './pay-panel.module.css'

interface PayByCreditProps {
  invoice: PortalInvoice
  access: InvoiceAccess
  /** A proof is being checked: paying now would pay twice. */
  isWaiting: boolean
}

/** Credit from overpaying or paying ahead, offered where it helps; the question names the amount. */
export function PayByCredit({ invoice, access, isWaiting }: PayByCreditProps) {
  const t = useTexts(payTexts)
  const locale = useLocale()
  const [isAsking, setAsking] = useState(false)
  const credit = invoice.client_credit
  const { due } = invoice.totals
  const { payWithCredit } = access
  if (!credit || credit.amount <= 0 || due.amount <= 0 || !payWithCredit || isWaiting) return null
  const amount: Money = { amount: Math.min(credit.amount, due.amount), currency: due.currency }
  const words = (value: Money) => formatMoney(value, locale)
  const left = words({ ...credit, amount: credit.amount - amount.amount })
  const stillDue = { ...due, amount: due.amount - amount.amount }
  return (
    <section className={styles.credit} aria-label={t('credit', { credit: words(credit) })}>
      <div className={styles.creditText}>
        <p className={styles.creditTitle}>{t.rich('credit', { credit: <Amount value={credit} trim /> })}</p>
        <p>{t('creditDetail')}</p>
      </div>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('useCredit')}
      </Button>
      <ConfirmMoney
        opened={isAsking}
        onClose={() => setAsking(false)}
        question={t('creditQuestion', { amount: words(amount), number: invoice.number })}
        consequence={
          stillDue.amount > 0
            ? t('creditLeaves', { due: words(stillDue), credit: left })
            : t('creditSettles', { credit: left })
        }
        deed={t('creditDeed', { amount: words(amount) })}
        onConfirm={() => payWithCredit(amount)}
      />
    </section>
  )
}
