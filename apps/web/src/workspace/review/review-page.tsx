import { ActionIcon } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { EmptyState, ErrorState, PageHeader, SkeletonPage, useTexts } from '@portico/ui'
import { IconChevronLeft, IconChevronRight, IconMoodCheck } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useUrlSearch } from '../../shared/url-search.ts'
import { receivingAccountsQuery } from '../invoices/lookups.ts'
import { ViewChips } from '../view-chips.tsx'
import { DecidedPanel } from './decided-panel.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { ProofQueue } from './proof-queue.tsx'
import { ProofViewer } from './proof-viewer.tsx'
import { RejectDialog } from './reject-dialog.tsx'
import { proofsQuery, type Proof, type ProofState } from './review-data.ts'
import styles from './review.module.css'
import { reviewTexts } from './texts.ts'

const STATES: readonly ProofState[] = ['submitted', 'approved', 'rejected']

/** `/review`: queue, proof, decision. */
export function ReviewPage() {
  const t = useTexts(reviewTexts)
  const { values, change, hrefWith } = useUrlSearch()
  const state = STATES.find((one) => one === values['state']) ?? 'submitted'
  const proofs = useQuery(proofsQuery(state, values['invoice']))
  const list = proofs.data?.data
  const current = list?.find((proof) => proof.id === values['proof']) ?? list?.[0]
  return (
    <div className={styles.desk}>
      <PageHeader
        title={t('review')}
        count={
          state === 'submitted' && list
            ? proofs.data?.has_more
              ? `${list.length}+`
              : list.length
            : undefined
        }
      />
      <ViewChips
        label={t('viewsLabel')}
        chips={STATES.map((one) => ({
          key: one,
          label: t(`view_${one}`),
          href: hrefWith({ state: one === 'submitted' ? undefined : one, proof: undefined }),
          isCurrent: one === state,
        }))}
      />
      {proofs.error && !list ? (
        <ErrorState error={proofs.error} onRetry={() => void proofs.refetch()} />
      ) : null}
      {!list && !proofs.error ? <SkeletonPage /> : null}
      {list && !current ? (
        state === 'submitted' ? (
          <EmptyState icon={IconMoodCheck} title={t('emptyTitle')} detail={t('emptyDetail')} />
        ) : (
          <EmptyState title={t('emptyDecided')} />
        )
      ) : null}
      {list && current ? (
        <Desk
          proofs={list}
          current={current}
          onGo={(proof) => change({ proof: proof?.id })}
          hrefOf={(proof) => hrefWith({ proof: proof.id })}
        />
      ) : null}
    </div>
  )
}

function Desk(props: {
  proofs: readonly Proof[]
  current: Proof
  onGo: (proof: Proof | undefined) => void
  hrefOf: (proof: Proof) => string
}) {
  const { proofs, current, onGo, hrefOf } = props
  const t = useTexts(reviewTexts)
  // The proof that the dialog was opened for: a colleague's decision may bring another one to the desk meanwhile.
  const [rejecting, setRejecting] = useState<Proof | null>(null)
  const opened = useRef(current.id)
  const approveButton = useRef<HTMLButtonElement>(null)
  const accounts = useQuery(receivingAccountsQuery)
  const fitting = accounts.data?.data.filter((account) => account.currency === current.invoice.due.currency)
  const position = proofs.findIndex((proof) => proof.id === current.id)
  const isWaiting = current.state === 'submitted'

  /** The next one waits already: the desk moves on by itself. */
  const advance = () => {
    setRejecting(null)
    onGo(proofs[position + 1] ?? proofs[position - 1])
  }

  useDeskKeys({
    j: () => proofs[position + 1] && onGo(proofs[position + 1]),
    k: () => proofs[position - 1] && onGo(proofs[position - 1]),
    a: () => {
      if (!isWaiting) return
      approveButton.current?.focus()
      if (current.warnings.length === 0) approveButton.current?.click()
    },
    r: () => isWaiting && setRejecting(current),
  })

  return (
    <>
      <div className={styles.stepper}>
        <ActionIcon
          variant="default"
          size={44}
          aria-label={t('previous')}
          disabled={position <= 0}
          onClick={() => onGo(proofs[position - 1])}
        >
          <IconChevronLeft />
        </ActionIcon>
        <span>{t('queuePosition', { position: position + 1, count: proofs.length })}</span>
        <ActionIcon
          variant="default"
          size={44}
          aria-label={t('next')}
          disabled={position >= proofs.length - 1}
          onClick={() => onGo(proofs[position + 1])}
        >
          <IconChevronRight />
        </ActionIcon>
      </div>
      <div className={styles.panes}>
        <ProofQueue
          proofs={proofs}
          current={current.id}
          hrefOf={hrefOf}
          label={isWaiting ? t('queue') : t('queueDecided')}
        />
        <ProofViewer proof={current} />
        {!isWaiting ? (
          <DecidedPanel proof={current} />
        ) : fitting ? (
          <DecisionPanel
            key={current.id}
            proof={current}
            accounts={fitting}
            isNext={current.id !== opened.current}
            approveButton={approveButton}
            onReject={() => setRejecting(current)}
            onDecided={advance}
          />
        ) : accounts.error ? (
          <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />
        ) : (
          <SkeletonPage />
        )}
      </div>
      {rejecting ? (
        <RejectDialog
          proof={rejecting}
          onClose={() => setRejecting(null)}
          onDecided={() => (rejecting.id === current.id ? advance() : setRejecting(null))}
        />
      ) : null}
    </>
  )
}

/** Single letters, but never while somebody types or a dialog is open. */
function useDeskKeys(deeds: Record<string, () => unknown>): void {
  const latest = useRef(deeds)
  latest.current = deeds
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      const target = event.target as HTMLElement
      if (
        target.matches('input, textarea, select, [contenteditable]') ||
        target.closest('[role="dialog"], [role="listbox"]')
      )
        return
      const deed = latest.current[event.key.toLowerCase()]
      if (!deed) return
      event.preventDefault()
      deed()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
