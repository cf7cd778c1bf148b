import { Button } from '@mantine/core'
import { Amount, Link, SkeletonLine, StatusBadge, useTexts, type Status } from '@portico/ui'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { stageOf, type PortalInvoice } from '../../portal-shared/invoice.ts'
import { PayPanel } from '../../portal-shared/pay/pay-panel.tsx'
import { useInvoice } from '../invoices/invoice-data.ts'
import { usePortal } from '../portal-data.ts'
import styles from './pay.module.css'
import { portalPayTexts } from './texts.ts'

interface PaySeveralProps {
  ids: readonly string[]
  currentId: string | undefined
  invoices: readonly { data: PortalInvoice | undefined; isError: boolean }[]
  hrefOf: (id: string) => string
}

const isToPay = (invoice: PortalInvoice | undefined): boolean => {
  const stage = invoice && stageOf(invoice)
  return stage === 'open' || stage === 'rejected'
}

/** The chosen invoices as a list that ticks itself off, and the one that is paid now below it. */
export function PaySeveral({ ids, currentId, invoices, hrefOf }: PaySeveralProps) {
  const t = useTexts(portalPayTexts)
  const { base } = usePortal()
  const isLoaded = invoices.every(({ data, isError }) => data ?? isError)
  const first = ids.find((_, index) => isToPay(invoices[index]?.data)) ?? ids[0] ?? ''
  // The one that was begun with stays until its payer goes on: what became of it is read first.
  const [begun, setBegun] = useState<string | null>(null)
  if (isLoaded && begun === null) setBegun(first)
  const current = currentId && ids.includes(currentId) ? currentId : (begun ?? first)
  const at = ids.indexOf(current)
  const isCurrentDone = !isToPay(invoices[at]?.data)
  const after = [...ids.slice(at + 1), ...ids.slice(0, at)]
  const nextId = after.find((id) => isToPay(invoices[ids.indexOf(id)]?.data))
  const next = nextId ? invoices[ids.indexOf(nextId)]?.data : undefined
  return (
    <>
      <ol className={styles.list} aria-label={t('steps')}>
        {ids.map((id, index) => {
          const invoice = invoices[index]?.data
          return (
            <li key={id} className={styles.step} aria-current={id === current ? 'step' : undefined}>
              <span className={styles.position} aria-hidden>
                {index + 1}
              </span>
              {invoice ? (
                <>
                  <Link href={hrefOf(id)} className={styles.stepLink}>
                    {invoice.number}
                    <span className={styles.stepReference}>{invoice.payment_reference.value}</span>
                  </Link>
                  <span className={styles.stepEnd}>
                    <Amount value={isToPay(invoice) ? invoice.totals.due : invoice.totals.gross} trim />
                    <StepBadge invoice={invoice} />
                  </span>
                </>
              ) : invoices[index]?.isError ? (
                <span>{t('stateGone')}</span>
              ) : (
                <SkeletonLine width="60%" height="16px" />
              )}
            </li>
          )
        })}
      </ol>
      {next && isCurrentDone ? (
        <Button component={Link} href={hrefOf(next.id)} fullWidth rightSection={<IconArrowRight />} mb="lg">
          {t('next', { number: next.number })}
        </Button>
      ) : null}
      {!nextId && isCurrentDone && isLoaded ? (
        <p className={styles.done}>
          {t('allDone')} <Link href={base}>{t('toHome')}</Link>
        </p>
      ) : null}
      {current ? <CurrentInvoice key={current} invoiceId={current} /> : null}
    </>
  )
}

function StepBadge({ invoice }: { invoice: PortalInvoice }) {
  const t = useTexts(portalPayTexts)
  const stage = stageOf(invoice)
  if (stage === 'open') return null
  const shown = {
    checking: ['checking', 'stateChecking'],
    paid: ['paid', 'statePaid'],
    rejected: ['rejected', 'stateRejected'],
    void: ['void', null],
    written_off: ['written_off', null],
  } as const satisfies Record<Exclude<typeof stage, 'open'>, readonly [Status, string | null]>
  const [status, words] = shown[stage]
  return <StatusBadge status={status} label={words ? t(words) : undefined} />
}

function CurrentInvoice({ invoiceId }: { invoiceId: string }) {
  const t = useTexts(portalPayTexts)
  const { base } = usePortal()
  const { query, access } = useInvoice(invoiceId)
  if (!query.data) return null
  return (
    <section className={styles.current} aria-label={query.data.number}>
      <PayPanel invoice={query.data} access={access} />
      <p>
        <Link href={`${base}/invoices/${invoiceId}`}>{t('seeInvoice')}</Link>
      </p>
    </section>
  )
}
