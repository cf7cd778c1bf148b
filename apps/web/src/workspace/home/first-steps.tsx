import { useQuery } from '@tanstack/react-query'
import { Link, useTexts } from '@portico/ui'
import { IconCheck, IconChevronRight } from '@tabler/icons-react'
import { receivingAccountsQuery } from '../invoices/lookups.ts'
import { useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import { anyClientQuery } from './home-data.ts'
import styles from './home.module.css'
import { homeTexts } from './texts.ts'

/** An empty organization: what leads to the first paid invoice, ticked off by itself. */
export function FirstSteps() {
  const t = useTexts(homeTexts)
  const base = useWorkspaceBase()
  const { can, organization } = useWorkspace()
  const accounts = useQuery({ ...receivingAccountsQuery, enabled: can('accounts.account.read') })
  const hasClients = useQuery({ ...anyClientQuery, enabled: can('clients.client.read') })
  const steps = [
    {
      title: t('stepBrand'),
      detail: t('stepBrandDetail'),
      href: `${base}/settings/brand`,
      isDone: organization.logo_url !== null,
      isShown: can('organizations.settings.edit'),
    },
    {
      title: t('stepAccount'),
      detail: t('stepAccountDetail'),
      href: `${base}/settings/accounts`,
      isDone: (accounts.data?.data.length ?? 0) > 0,
      isShown: can('accounts.account.manage'),
    },
    {
      title: t('stepClient'),
      detail: t('stepClientDetail'),
      href: `${base}/clients/new`,
      isDone: hasClients.data === true,
      isShown: can('clients.client.create'),
    },
    {
      title: t('stepInvoice'),
      detail: t('stepInvoiceDetail'),
      href: `${base}/invoices/new`,
      isDone: false,
      isShown: true,
    },
  ].filter(({ isShown }) => isShown)
  return (
    <section className={styles.steps}>
      <h2>{t('startTitle')}</h2>
      <p className={styles.quiet}>{t('startDetail')}</p>
      <ol>
        {steps.map((step, index) => (
          <li key={step.href}>
            <Link href={step.href} className={styles.step} data-done={step.isDone || undefined}>
              <span className={styles.stepMark} aria-hidden>
                {step.isDone ? <IconCheck /> : index + 1}
              </span>
              <span className={styles.stepText}>
                <span className={styles.stepTitle}>
                  {step.title}
                  {step.isDone ? <span className={styles.spoken}>, {t('stepDone')}</span> : null}
                </span>
                <span className={styles.quiet}>{step.detail}</span>
              </span>
              <IconChevronRight aria-hidden />
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
