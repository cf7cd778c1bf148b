import { formatRelativeTime, Link, useLocale, useTexts } from '@portico/ui'
import { IconAlertCircle, IconChevronRight, IconHourglass } from '@tabler/icons-react'
import type { PortalHome } from './home-data.ts'
import styles from './home.module.css'
import { portalHomeTexts } from './texts.ts'

type Entry = PortalHome['waiting'][number]

/** Rejected proofs wait for the client and come first; submitted ones wait for the organization. */
export function Waiting({ waiting, base }: { waiting: readonly Entry[]; base: string }) {
  const t = useTexts(portalHomeTexts)
  if (waiting.length === 0) return null
  const rank = (entry: Entry) => (entry.kind === 'proof_rejected' ? 0 : 1)
  const sorted = waiting.toSorted((a, b) => rank(a) - rank(b) || a.at.localeCompare(b.at))
  return (
    <section className={styles.section}>
      <h2>{t('waiting')}</h2>
      <ul className={styles.rows}>
        {sorted.map((entry) => (
          <WaitingRow key={`${entry.kind} ${entry.invoice_id}`} entry={entry} base={base} />
        ))}
      </ul>
    </section>
  )
}

function WaitingRow({ entry, base }: { entry: Entry; base: string }) {
  const t = useTexts(portalHomeTexts)
  const locale = useLocale()
  const isRejected = entry.kind === 'proof_rejected'
  const href = `${base}/invoices/${entry.invoice_id}`
  const relative = formatRelativeTime(entry.at, locale).toLocaleLowerCase(locale)
  return (
    <li className={styles.row} data-kind={entry.kind}>
      {isRejected ? <IconAlertCircle aria-hidden /> : <IconHourglass aria-hidden />}
      <div className={styles.what}>
        <Link href={href} className={styles.rowLink}>
          {t(isRejected ? 'rejected' : 'submitted', { number: entry.invoice_number })}
        </Link>
        <p className={styles.rowDetail}>{entry.detail ?? relative}</p>
      </div>
      {isRejected ? (
        <span className={styles.go} aria-hidden>
          {t('rejectedAction')}
          <IconChevronRight />
        </span>
      ) : null}
    </li>
  )
}
