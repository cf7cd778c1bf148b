import { useTexts } from '@portico/ui'
import { usePortal } from '../portal-data.ts'
import type { PortalProfile } from './settings-data.ts'
import { SettingsGroup } from './settings-group.tsx'
import styles from './settings.module.css'
import { portalSettingsTexts } from './texts.ts'

/** Everybody at the company whom the organization knows. */
export function People({ profile }: { profile: PortalProfile }) {
  const t = useTexts(portalSettingsTexts)
  const { place } = usePortal()
  return (
    <SettingsGroup title={t('people')} detail={t('peopleDetail', { name: place.organization.name })}>
      <ul className={styles.people}>
        {profile.contacts.map((person) => (
          <li key={person.id}>
            <p>
              <span className={styles.strong}>{person.name}</span>
              {person.id === profile.contact.id ? <span className={styles.tag}>{t('itsYou')}</span> : null}
              {person.is_primary ? <span className={styles.tag}>{t('primary')}</span> : null}
            </p>
            <p className={styles.quiet}>
              {[person.job_title, person.email, person.phone].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </SettingsGroup>
  )
}
