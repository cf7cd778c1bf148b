import { Link, PageHeader, useTexts } from '@portico/ui'
import type { ReactNode } from 'react'
import { usePortal } from '../portal-data.ts'
import styles from './help.module.css'
import { helpTexts } from './texts.ts'

/** How the portal works, in the organization's name: what a person who comes once a month has forgotten. */
export function HelpPage() {
  const t = useTexts(helpTexts)
  const { base, can, place } = usePortal()
  const { name } = place.organization
  const seesInvoices = can('invoices.read')
  return (
    <div className={styles.page}>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      {seesInvoices ? (
        <Part title={t('readTitle')} link={<Link href={`${base}/invoices`}>{t('toInvoices')}</Link>}>
          <li>{t('readWhat', { name })}</li>
          <li>{t('readLines')}</li>
          <li>{t('readParts')}</li>
          <li>{t('readNumber')}</li>
        </Part>
      ) : null}
      {seesInvoices && can('invoices.pay') ? (
        <>
          <Part title={t('payTitle')} isSteps>
            <li>{t('payChoose')}</li>
            <li>{t('paySteps')}</li>
            <li>{t('payReference')}</li>
            <li>{t('paySeveral')}</li>
            <li>{t('payCredit')}</li>
          </Part>
          <Part title={t('proofTitle')} isSteps>
            <li>{t('proofSay')}</li>
            <li>{t('proofFile')}</li>
            <li>{t('proofLost')}</li>
            <li>{t('proofWait', { name })}</li>
            <li>{t('proofAgain')}</li>
          </Part>
        </>
      ) : null}
      {seesInvoices ? (
        <Part title={t('receiptsTitle')} link={<Link href={`${base}/payments`}>{t('toPayments')}</Link>}>
          <li>{t('receiptsWhere')}</li>
        </Part>
      ) : null}
      <Part title={t('signInTitle')} link={<Link href={`${base}/settings`}>{t('toSettings')}</Link>}>
        <li>{t('signInCode')}</li>
        <li>{t('signInPassword')}</li>
        <li>{t('signInLink')}</li>
        <li>{t('signInDevice')}</li>
      </Part>
      {seesInvoices ? (
        <Part title={t('askTitle')}>
          <li>{t('askInvoice', { name })}</li>
        </Part>
      ) : null}
    </div>
  )
}

function Part(props: { title: string; isSteps?: boolean; link?: ReactNode; children: ReactNode }) {
  const { title, isSteps, link, children } = props
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {isSteps ? <ol className={styles.list}>{children}</ol> : <ul className={styles.list}>{children}</ul>}
      {link ? <p>{link}</p> : null}
    </section>
  )
}
