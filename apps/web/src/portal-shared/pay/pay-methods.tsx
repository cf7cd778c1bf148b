import { Amount, CopyButton, useTexts } from '@portico/ui'
import { IconBuildingBank, IconCash, IconDeviceMobile, IconWallet } from '@tabler/icons-react'
import { lazy, Suspense, useId, type ComponentType, type ReactNode } from 'react'
import { useUsualLabel } from '../../shared/labels/usual-label.ts'
import { amountToCopy, detailToCopy, type PayMethod, type PortalInvoice } from '../invoice.ts'
import { payTexts } from '../texts.ts'
import styles from './pay-methods.module.css'
import type { QrCodeProps } from './qr-code.tsx'

/** Without a connection the page goes on without its picture: the numbers beside it say the same. */
const QrCode = lazy<ComponentType<QrCodeProps>>(() =>
  import('./qr-code.tsx').catch(() => ({ default: () => null })),
)

const icons = { bank: IconBuildingBank, mobile_money: IconDeviceMobile, cash: IconCash, other: IconWallet }
const kindNames = {
  bank: 'kindBank',
  mobile_money: 'kindMobile',
  cash: 'kindCash',
  other: 'kindOther',
} as const
const words = {
  bank: { amount: 'bankAmount', details: 'bankDetails' },
  mobile_money: { amount: 'mobileAmount', details: 'mobileDetails' },
  cash: { amount: 'cashAmount', details: 'cashDetails' },
  other: { amount: 'otherAmount', details: 'otherDetails' },
} as const

/** The ways to pay that exist for the invoice's currency; one is open at a time. */
export function PayMethods({ invoice }: { invoice: PortalInvoice }) {
  const t = useTexts(payTexts)
  const group = useId()
  const methods = invoice.pay_methods
  const [only, second] = methods
  if (!only)
    return <p>{t('noMethods', { name: invoice.seller.name, reference: invoice.payment_reference.value })}</p>
  if (!second) {
    return (
      <div className={styles.method} data-only>
        <MethodName method={only} />
        <MethodSteps method={only} invoice={invoice} />
      </div>
    )
  }
  return (
    <div className={styles.methods}>
      {methods.map((method, index) => (
        <details key={method.id} name={group} className={styles.method} open={index === 0}>
          <summary className={styles.summary}>
            <MethodName method={method} />
          </summary>
          <MethodSteps method={method} invoice={invoice} />
        </details>
      ))}
    </div>
  )
}

function MethodName({ method }: { method: PayMethod }) {
  const t = useTexts(payTexts)
  const Icon = icons[method.kind]
  return (
    <span className={styles.name}>
      <Icon aria-hidden />
      <span>
        <span className={styles.title}>{method.name}</span>
        <span className={styles.kind}>{t(kindNames[method.kind])}</span>
      </span>
    </span>
  )
}

/** The organization's own steps where it wrote some, with what they need above; otherwise the steps that every transfer has. */
function MethodSteps({ method, invoice }: { method: PayMethod; invoice: PortalInvoice }) {
  const t = useTexts(payTexts)
  const { due } = invoice.totals
  const reference = invoice.payment_reference
  const labelOf = useUsualLabel()
  const amount = (
    <CopyRow label={t('amount')} copied={amountToCopy(due)}>
      <Amount value={due} trim />
    </CopyRow>
  )
  const details = method.details.map(({ label, value }) => (
    <CopyRow key={`${label} ${value}`} label={labelOf(label)} copied={detailToCopy(value)}>
      {value}
    </CopyRow>
  ))
  const quoted = (
    <CopyRow label={labelOf(reference.label)} copied={reference.value}>
      <span className={styles.reference}>{reference.value}</span>
    </CopyRow>
  )
  return (
    <div className={styles.body}>
      {method.steps.length > 0 ? (
        <>
          <dl className={styles.rows}>
            {amount}
            {details}
            {quoted}
          </dl>
          <ol className={styles.steps}>
            {[...method.steps, t('thenTell')].map((step, index) => (
              <li key={index}>{step}</li>
            ))}
          </ol>
        </>
      ) : (
        <ol className={styles.steps}>
          <li>
            {t(words[method.kind].amount)}
            <dl className={styles.rows}>{amount}</dl>
          </li>
          {details.length > 0 ? (
            <li>
              {t(words[method.kind].details)}
              <dl className={styles.rows}>{details}</dl>
            </li>
          ) : null}
          <li>
            {t('quote')}
            <dl className={styles.rows}>{quoted}</dl>
          </li>
          <li>{t('thenTell')}</li>
        </ol>
      )}
      {method.qr_payload ? (
        <Suspense fallback={<div className={styles.qrPlace} />}>
          <figure className={styles.qr}>
            <QrCode text={method.qr_payload} name={t('qrAlt', { name: method.name })} />
            <figcaption>{t('qr')}</figcaption>
          </figure>
        </Suspense>
      ) : null}
    </div>
  )
}

function CopyRow({ label, copied, children }: { label: string; copied: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd className={styles.value}>{children}</dd>
      <dd className={styles.copy}>
        <CopyButton as="button" value={copied} what={label} />
      </dd>
    </div>
  )
}
