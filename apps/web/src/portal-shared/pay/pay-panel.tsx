import { Amount, Facts, StatusBadge, useTexts } from '@portico/ui'
import { IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useUsualLabel } from '../../shared/labels/usual-label.ts'
import type { InvoiceAccess } from '../invoice-access.ts'
import { latestProof, stageOf, type PortalInvoice } from '../invoice.ts'
import { late } from '../late.tsx'
import { ProofProgress } from '../proof/proof-progress.tsx'
import { ProofRejected } from '../proof/proof-rejected.tsx'
import { useProofDraft } from '../proof/use-proof-draft.ts'
import { reviewTime } from '../proof/review-time.ts'
import { payTexts, proofTexts } from '../texts.ts'
import { WhenDue } from '../when-due.tsx'
import { Ask } from './ask.tsx'
import styles from './pay-panel.module.css'
import { PayMethods } from './pay-methods.tsx'
import { SayPaid } from './say-paid.tsx'

const ProofForm = late(async () => (await import('../proof/proof-form.tsx')).ProofForm)
const ReceiptList = late(async () => (await import('./receipt-list.tsx')).ReceiptList, 1)
const PayByCredit = late(async () => (await import('./pay-by-credit.tsx')).PayByCredit, 1)

interface PayPanelProps {
  invoice: PortalInvoice
  access: InvoiceAccess
  /** Number and purchase order, where no paper stands beside. */
  hasFacts?: boolean
  /** How to reach the organization where the invoice does not say it. */
  contact?: { email: string | null; phone: string | null } | undefined
}

/** Everything about paying one invoice, in one column: what is due, how, and what became of the payment. */
export function PayPanel({ invoice, access, hasFacts = true, contact }: PayPanelProps) {
  const t = useTexts(payTexts)
  const stage = stageOf(invoice)
  const draft = useProofDraft(invoice.id)
  const [wantsForm, setWantsForm] = useState<boolean | null>(null)
  const hasForm = invoice.can_pay && (stage === 'open' || stage === 'rejected')
  const isFormOpen = hasForm && (wantsForm ?? draft.isRestored)
  const outcome = useFocusOnChange(stage)
  useEffect(() => {
    if (hasForm) ProofForm.prepare()
  }, [hasForm])
  const form = (
    <ProofForm
      invoice={invoice}
      access={access}
      draft={draft}
      isAgain={stage === 'rejected'}
      onDone={() => setWantsForm(null)}
      onCancel={() => setWantsForm(false)}
    />
  )
  return (
    <div className={styles.panel}>
      <Owed invoice={invoice} />
      <div ref={outcome} tabIndex={-1} className={styles.outcome} aria-live="polite">
        {stage === 'checking' ? <ProofProgress invoice={invoice} /> : null}
        {stage === 'paid' && latestProof(invoice)?.state === 'approved' ? (
          <ProofProgress invoice={invoice} />
        ) : null}
        {stage === 'rejected' ? (
          <ProofRejected
            invoice={invoice}
            onAgain={hasForm && !isFormOpen ? () => setWantsForm(true) : undefined}
          />
        ) : null}
      </div>
      {stage === 'rejected' && isFormOpen ? form : null}
      {hasFacts ? <NumberFacts invoice={invoice} /> : null}
      {invoice.receipts.length > 0 ? <ReceiptList receipts={invoice.receipts} /> : null}
      {invoice.can_pay && invoice.client_credit && invoice.client_credit.amount > 0 ? (
        <PayByCredit invoice={invoice} access={access} isWaiting={stage === 'checking'} />
      ) : null}
      <HowToPay invoice={invoice} isFolded={stage === 'checking' || (isFormOpen && stage === 'open')} />
      {stage === 'open' && invoice.can_pay ? (
        isFormOpen ? (
          form
        ) : (
          <SayPaid
            time={reviewTime(invoice.proof_review_hours)}
            isPartly={invoice.settlement_state === 'partial'}
            onSay={() => setWantsForm(true)}
          />
        )
      ) : null}
      {hasDue(invoice) && !invoice.can_pay ? <p className={styles.quiet}>{t('mayNotPay')}</p> : null}
      <Ask invoice={invoice} contact={contact} />
    </div>
  )
}

const hasDue = (invoice: PortalInvoice): boolean => invoice.totals.due.amount > 0

/** The answer first: how much, until when. */
function Owed({ invoice }: { invoice: PortalInvoice }) {
  const t = useTexts(payTexts)
  const stage = stageOf(invoice)
  const { totals } = invoice
  if (stage === 'void' || stage === 'written_off') {
    return (
      <div className={styles.owed}>
        <StatusBadge status={stage} label={t(stage === 'void' ? 'void' : 'writtenOff')} />
        <p className={styles.figure}>
          <Amount value={totals.gross} size="headline" trim tone="quiet" />
        </p>
        <p>{t(stage === 'void' ? 'voidDetail' : 'writtenOffDetail')}</p>
      </div>
    )
  }
  if (stage === 'paid') {
    return (
      <div className={styles.owed}>
        <p className={styles.paid}>
          <IconCircleCheck aria-hidden />
          {t('paidInFull')}
        </p>
        <p className={styles.figure}>
          <Amount value={totals.gross} size="headline" trim />
        </p>
      </div>
    )
  }
  const isPartly = totals.settled.amount > 0
  return (
    <div className={styles.owed}>
      <p className={styles.label}>{t(isPartly ? 'stillDue' : 'amountDue')}</p>
      <p className={styles.figure}>
        <Amount value={totals.due} size="headline" trim />
      </p>
      <p>
        <WhenDue date={invoice.due_date} isOverdue={invoice.badge === 'overdue'} />
      </p>
      {isPartly ? (
        <p className={styles.quiet}>
          {t.rich('paidOf', {
            paid: <Amount value={totals.settled} trim withoutCurrency />,
            total: <Amount value={totals.gross} trim />,
          })}
        </p>
      ) : null}
    </div>
  )
}

function NumberFacts({ invoice }: { invoice: PortalInvoice }) {
  const t = useTexts(payTexts)
  const labelOf = useUsualLabel()
  return (
    <Facts
      facts={[
        { label: t('invoiceNumber'), value: invoice.number },
        { label: t('purchaseOrder'), value: invoice.purchase_order },
        { label: labelOf(invoice.payment_reference.label), value: invoice.payment_reference.value },
      ]}
    />
  )
}

function HowToPay({ invoice, isFolded }: { invoice: PortalInvoice; isFolded: boolean }) {
  const t = useTexts(payTexts)
  const tp = useTexts(proofTexts)
  if (!hasDue(invoice)) return null
  if (isFolded) {
    return (
      <details className={styles.folded}>
        <summary>{tp('payAnyway')}</summary>
        <PayMethods invoice={invoice} />
      </details>
    )
  }
  return (
    <section className={styles.section} aria-labelledby={`how-${invoice.id}`}>
      <h2 id={`how-${invoice.id}`}>{t('howToPay')}</h2>
      <PayMethods invoice={invoice} />
    </section>
  )
}

/** What became of the deed is where the eyes and the screen reader go, but not when the page opens. */
function useFocusOnChange(stage: string) {
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(stage)
  useEffect(() => {
    if (before.current === stage) return
    before.current = stage
    place.current?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [stage])
  return place
}
