import { useQuery } from '@tanstack/react-query'
import { ErrorState, PageHeader, SkeletonPage, useTexts } from '@portico/ui'
import { usePortal } from '../portal-data.ts'
import { CompanyForm } from './company-form.tsx'
import { OwnDetailsForm } from './own-details-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { People } from './people.tsx'
import { profileQuery } from './settings-data.ts'
import styles from './settings.module.css'
import { portalSettingsTexts } from './texts.ts'

/** Oneself, the company, the password: each group is saved by itself. */
export function SettingsPage() {
  const t = useTexts(portalSettingsTexts)
  const { can, isSuspended, place } = usePortal()
  const profile = useQuery({ ...profileQuery(place.client.id), enabled: !isSuspended })
  return (
    <div className={styles.page}>
      <PageHeader title={t('title')} />
      <div className={styles.groups}>
        {isSuspended ? (
          <p className={styles.quiet}>{t('suspended')}</p>
        ) : profile.data ? (
          <>
            <OwnDetailsForm profile={profile.data} />
            <CompanyForm profile={profile.data} mayEdit={can('company.edit')} />
            <People profile={profile.data} />
          </>
        ) : profile.isError ? (
          <ErrorState error={profile.error} onRetry={() => void profile.refetch()} />
        ) : (
          <SkeletonPage />
        )}
        <PasswordForm />
      </div>
    </div>
  )
}
