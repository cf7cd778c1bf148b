import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, PageHeader, useTexts } from '@portico/ui'
import { IconPlus } from '@tabler/icons-react'
import { useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import { anyInvoiceQuery } from './home-data.ts'
import { OnboardingList } from '../onboarding/onboarding-list.tsx'
import { onboardingQuery } from '../onboarding/onboarding-data.ts'
import { NeedsYou } from './needs-you.tsx'
import { Owed } from './owed.tsx'
import { RecentPayments } from './recent-payments.tsx'
import styles from './home.module.css'
import { homeTexts } from './texts.ts'

/** `/app/<slug>`: what needs me today, then what is owed; for a new organization the first steps. */
export function HomePage() {
  const t = useTexts(homeTexts)
  const base = useWorkspaceBase()
  const { can, organization } = useWorkspace()
  const seesInvoices = can('invoices.invoice.read')
  const hasInvoices = useQuery({ ...anyInvoiceQuery, enabled: seesInvoices })
  const onboarding = useQuery(onboardingQuery)
  const hasNone = hasInvoices.data === false && can('invoices.invoice.create')
  // Who sets the organization up begins here until the first invoice is written; who joins finds a short tour above the work.
  const steps = onboarding.data?.is_shown ? onboarding.data : null
  const isNew = hasNone && steps?.path === 'starting'
  const isTour = steps?.path === 'joining'
  return (
    <>
      <PageHeader
        title={t('home')}
        subtitle={organization.name}
        action={
          can('invoices.invoice.create') && !isNew ? (
            <Button component={Link} href={`${base}/invoices/new`} leftSection={<IconPlus />}>
              {t('newInvoice')}
            </Button>
          ) : undefined
        }
      />
      {steps && (isNew || isTour) ? <OnboardingList onboarding={steps} /> : null}
      {!isNew && !(hasNone && onboarding.isPending) && hasInvoices.data !== undefined ? (
        <div className={styles.home}>
          {can('clients.balance.read') ? <Owed /> : null}
          <NeedsYou />
          {can('payments.payment.read') ? <RecentPayments /> : null}
        </div>
      ) : null}
    </>
  )
}
