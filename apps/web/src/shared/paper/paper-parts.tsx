import { useTexts } from '@portico/ui'
import type { ReactNode } from 'react'
import type { Schema } from '../api.ts'
import styles from './paper.module.css'
import { paperTexts } from './texts.ts'

export type Seller = Schema<'PrintedSeller'>
export type Buyer = Schema<'PrintedBuyer'>

interface PaperHeadProps {
  sellerName: string
  logoUrl: string | null
  title: string
  number: string
  /** The number is not given yet, and its place says so. */
  isPending?: boolean
}

export function PaperHead(props: PaperHeadProps) {
  return (
    <div className={styles.head}>
      {props.logoUrl ? (
        <img src={props.logoUrl} alt={props.sellerName} className={styles.logo} />
      ) : (
        <p className={styles.sellerName}>{props.sellerName}</p>
      )}
      <div className={styles.names}>
        <p className={styles.title}>{props.title}</p>
        <p className={styles.number} data-pending={props.isPending || undefined}>
          {props.number}
        </p>
      </div>
    </div>
  )
}

export function Party(props: {
  label: string
  name: ReactNode
  lines: readonly string[]
  facts: readonly (string | null | undefined)[]
}) {
  return (
    <div className={styles.party}>
      <p className={styles.label}>{props.label}</p>
      <div className={styles.partyName}>{props.name}</div>
      {props.lines.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
      {props.facts.filter(Boolean).map((fact) => (
        <p key={fact} className={styles.soft}>
          {fact}
        </p>
      ))}
    </div>
  )
}

/** Who is billed, and by whom. */
export function Parties({ seller, buyer }: { seller: Seller; buyer: Buyer }) {
  const t = useTexts(paperTexts)
  return (
    <div className={styles.parties}>
      <Party
        label={t('billedTo')}
        name={buyer.name}
        lines={buyer.address_lines}
        facts={[
          buyer.tax_number && t('taxNumber', { number: buyer.tax_number }),
          t('clientReference', { refid: buyer.refid }),
        ]}
      />
      <SellerParty label={t('from')} seller={seller} />
    </div>
  )
}

export function SellerParty({ label, seller }: { label: string; seller: Seller }) {
  return (
    <Party
      label={label}
      name={seller.name}
      lines={seller.address_lines}
      facts={[seller.email, seller.phone]}
    />
  )
}

/** Legal identity at the foot of the sheet. */
export function PaperFoot({ seller }: { seller: Seller }) {
  const t = useTexts(paperTexts)
  const parts = [
    seller.legal_name && seller.legal_name !== seller.name ? seller.legal_name : null,
    ...seller.address_lines,
    seller.tin && t('tin', { number: seller.tin }),
    seller.vrn && t('vrn', { number: seller.vrn }),
    seller.website,
  ].filter((part): part is string => Boolean(part))
  return parts.length > 0 ? <p className={styles.foot}>{parts.join(' · ')}</p> : null
}

/** "Draft" or "Void" across the sheet. */
export function PaperMark({ children }: { children: ReactNode }) {
  return (
    <div className={styles.mark} aria-hidden>
      <span>{children}</span>
    </div>
  )
}
