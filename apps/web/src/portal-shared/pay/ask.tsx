import { useTexts } from '@portico/ui'
import type { PortalInvoice } from '../invoice.ts'
import { payTexts } from '../texts.ts'
import styles from './pay-panel.module.css'

interface AskProps {
  invoice: PortalInvoice
  contact?: { email: string | null; phone: string | null } | undefined
}

/** Always there: a person to ask, with the invoice named in the message. */
export function Ask({ invoice, contact }: AskProps) {
  const t = useTexts(payTexts)
  const email = contact?.email ?? invoice.seller.email
  const phone = contact?.phone ?? invoice.seller.phone
  const subject = encodeURIComponent(t('askSubject', { number: invoice.number }))
  const mail = email ? <a href={`mailto:${email}?subject=${subject}`}>{email}</a> : null
  const call = phone ? <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a> : null
  return (
    <section className={styles.ask}>
      <h2 className={styles.askTitle}>{t('ask')}</h2>
      <p className={styles.quiet}>
        {mail && call
          ? t.rich('askBy', { email: mail, phone: call })
          : mail
            ? t.rich('askByMail', { email: mail })
            : call
              ? t.rich('askByPhone', { phone: call })
              : t('noAskAddress')}
      </p>
    </section>
  )
}
