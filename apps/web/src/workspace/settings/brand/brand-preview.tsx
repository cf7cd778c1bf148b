import { BrandMark, DEFAULT_BRAND, useTexts } from '@portico/ui'
import { formatMoney } from '@portico/money'
import { readerLocale } from '@portico/ui'
import { brandVariables } from '../../../shared/brand-variables.ts'
import type { Organization } from '../../workspace-data.ts'
import { settingsTexts } from '../texts.ts'
import styles from './brand.module.css'

interface BrandPreviewProps {
  hex: string
  organization: Organization
}

/** A bit of portal, a bit of paper: light and dark side by side. A picture only; nothing in it can be used. */
export function BrandPreview({ hex, organization }: BrandPreviewProps) {
  const t = useTexts(settingsTexts)
  return (
    <div className={styles.previews} role="img" aria-label={t('preview')}>
      <Sample hex={hex} scheme="light" organization={organization} />
      <Sample hex={hex} scheme="dark" organization={organization} />
    </div>
  )
}

function Sample({ hex, scheme, organization }: BrandPreviewProps & { scheme: 'light' | 'dark' }) {
  const t = useTexts(settingsTexts)
  const amount = formatMoney({ amount: 24_500_00, currency: organization.base_currency }, readerLocale())
  return (
    <div className={styles.sample} data-scheme={scheme} style={brandVariables(hex || DEFAULT_BRAND, scheme)}>
      <div className={styles.caption}>{t(scheme === 'light' ? 'previewLight' : 'previewDark')}</div>
      <div className={styles.portal}>
        <BrandMark name={organization.name} logoUrl={organization.logo_url} />
        <div className={styles.tabs}>
          <span data-selected>{t('previewSelected')}</span>
          <span>{t('previewOther')}</span>
        </div>
        <p className={styles.owe}>{t('previewOwe', { amount })}</p>
        <div className={styles.deeds}>
          <span className={styles.pay}>{t('previewPay')}</span>
          <span className={styles.link}>{t('previewLink')}</span>
        </div>
      </div>
      <div className={styles.paper}>
        <div className={styles.paperHead}>
          <BrandMark name={organization.name} logoUrl={organization.logo_url} />
          <span className={styles.paperTitle}>{t('previewPaper')}</span>
        </div>
        <div className={styles.rule} />
        <div className={styles.paperLine}>
          <span>{t('previewNumber', { year: '2026' })}</span>
          <b>{amount}</b>
        </div>
        <div className={styles.paperLine}>
          <span>{t('previewDue')}</span>
        </div>
      </div>
    </div>
  )
}
