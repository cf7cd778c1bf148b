import { useTexts } from '@portico/ui'
import type { ReactNode } from 'react'
import type { Invoice } from '../invoices-data.ts'
import type { Organization } from '../../workspace-data.ts'
import { paperFormat } from './paper-format.ts'
import styles from './paper.module.css'
import { paperTexts } from './texts.ts'

export type Seller = NonNullable<Invoice['seller']>

/** The organization as it would be printed today; an issued document brings its own. */
export function sellerOf(organization: Organization): Seller {
  const { line1, line2, city, region, postal_code } = organization.address
  const town = [postal_code, city].filter(Boolean).join(' ')
  return {
    name: organization.name,
    legal_name: organization.legal_name,
    address_lines: [line1, line2, town, region].filter((line): line is string => Boolean(line)),
    tin: organization.tin,
    vrn: organization.vrn,
    email: organization.email,
    phone: organization.phone,
    website: organization.website,
  }
}

export function PaperHead(props: {
  sellerName: string
  logoUrl: string | null
  title: string
  number: string
  isPending?: boolean
}) {
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
  return parts.length > 0 ? <div className={styles.foot}>{parts.join(' · ')}</div> : null
}

export interface TaxRow {
  name: string | null
  category: Invoice['taxes'][number]['category']
  percent: string
  exemption_reason: string | null
  taxable: { amount: number; currency: string }
  tax: { amount: number; currency: string }
}

/** "VAT 18%", or why there is none. */
export function useTaxName(locale: string): (tax: Pick<TaxRow, 'name' | 'category' | 'percent'>) => string {
  const t = useTexts(paperTexts)
  const format = paperFormat(locale)
  return ({ name, category, percent }) => {
    if (category === 'exempt') return t('exempt', { name: name ?? '' })
    if (category === 'reverse') return t('reverse', { name: name ?? '' })
    if (category === 'out_of_scope') return name || t('outOfScope')
    return `${name ?? ''} ${format.percent(percent)}`.trim()
  }
}

export function TaxTable({
  taxes,
  locale,
  heading,
}: {
  taxes: readonly TaxRow[]
  locale: string
  heading: string
}) {
  const t = useTexts(paperTexts)
  const nameOf = useTaxName(locale)
  const format = paperFormat(locale)
  if (taxes.length === 0) return null
  return (
    <table className={styles.taxes}>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col" className={styles.end}>
            {t('taxable')}
          </th>
          <th scope="col" className={styles.end}>
            {t('tax')}
          </th>
        </tr>
      </thead>
      <tbody>
        {taxes.map((tax) => (
          <tr key={`${tax.category} ${tax.percent} ${tax.name}`}>
            <td>
              {nameOf(tax)}
              {tax.exemption_reason ? <div className={styles.soft}>{tax.exemption_reason}</div> : null}
            </td>
            <td className={styles.end}>{format.amount(tax.taxable)}</td>
            <td className={styles.end}>{format.amount(tax.tax)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "Draft" or "Void" across the sheet. */
export function PaperMark({ children }: { children: ReactNode }) {
  return (
    <div className={styles.mark} aria-hidden>
      <span>{children}</span>
    </div>
  )
}
