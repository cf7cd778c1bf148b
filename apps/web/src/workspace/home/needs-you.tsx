import { useQuery } from '@tanstack/react-query'
import { Amount, DateText, ErrorState, SkeletonFacts, useTexts } from '@portico/ui'
import { IconMoodCheck } from '@tabler/icons-react'
import { proofsQuery } from '../review/review-data.ts'
import { useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import { draftsQuery, overdueQuery } from './home-data.ts'
import styles from './home.module.css'
import { ShortList } from './short-list.tsx'
import { homeTexts } from './texts.ts'

/** Short lists of what waits for this person, each with its action; what is empty is not there. */
export function NeedsYou() {
  const t = useTexts(homeTexts)
  const base = useWorkspaceBase()
  const { can } = useWorkspace()
  const proofs = useQuery({ ...proofsQuery('submitted'), enabled: can('payments.proof.review') })
  const overdue = useQuery(overdueQuery)
  const drafts = useQuery({ ...draftsQuery, enabled: can('invoices.invoice.create') })
  const asked = [proofs, overdue, drafts]
  const failed = asked.find((query) => query.error && !query.data)
  const isLoading = asked.some((query) => query.isLoading)
  const isClear = asked.every((query) => (query.data?.data.length ?? 0) === 0)
  return (
    <section aria-label={t('needsYou')} className={styles.needs}>
      {failed ? <ErrorState error={failed.error} onRetry={() => void failed.refetch()} /> : null}
      {isLoading ? <SkeletonFacts count={4} /> : null}
      {!isLoading && !failed && isClear ? (
        <p className={styles.clear}>
          <IconMoodCheck aria-hidden /> {t('allDone')}
        </p>
      ) : null}
      <ShortList
        title={t('proofs')}
        allHref={`${base}/review`}
        allLabel={t('seeProofs')}
        rows={proofs.data?.data.slice(0, 5).map((proof) => ({
          key: proof.id,
          href: `${base}/review?proof=${proof.id}`,
          name: proof.client.name,
          detail: (
            <>
              {t('forInvoice', { number: proof.invoice.number })},{' '}
              <DateText value={proof.submitted_at} as="relative" />
            </>
          ),
          amount: proof.claimed.amount ? (
            <Amount value={proof.claimed.amount} />
          ) : (
            <span className={styles.quiet}>{t('noAmount')}</span>
          ),
          deed: t('check'),
        }))}
      />
      <ShortList
        title={t('overdue')}
        allHref={`${base}/invoices?view=overdue&sort=due_date`}
        allLabel={t('seeOverdue')}
        rows={overdue.data?.data.map((invoice) => ({
          key: invoice.id,
          href: `${base}/invoices/${invoice.id}`,
          name: invoice.client.name,
          detail: (
            <>
              {invoice.number}
              {invoice.due_date ? (
                <>
                  , <DateText value={invoice.due_date} as="relative" />
                </>
              ) : null}
            </>
          ),
          amount: <Amount value={invoice.due} tone="bad" />,
          deed: t('open'),
        }))}
      />
      <ShortList
        title={t('drafts')}
        allHref={`${base}/invoices?view=draft`}
        allLabel={t('seeDrafts')}
        rows={drafts.data?.data.map((invoice) => ({
          key: invoice.id,
          href: `${base}/invoices/${invoice.id}/edit`,
          name: invoice.client.name,
          detail: t.rich('wroteWhen', { when: <DateText value={invoice.created_at} as="relative" /> }),
          amount: <Amount value={invoice.total} />,
          deed: t('goOn'),
        }))}
      />
    </section>
  )
}
