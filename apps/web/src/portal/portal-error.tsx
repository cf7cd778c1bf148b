import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, type ErrorComponentProps } from '@tanstack/react-router'
import { PortalFrame, toastProblem, useTexts } from '@portico/ui'
import { IconChevronRight, IconUserOff } from '@tabler/icons-react'
import { readBoot } from '../shared/boot.ts'
import { RouteError } from '../shared/route-states.tsx'
import { goToPlace } from './client-switcher.tsx'
import { NoAccess, portalMeQuery } from './portal-data.ts'
import styles from './portal.module.css'
import { signOut } from './sign-out.ts'
import { portalTexts } from './texts.ts'

/** Where the portal cannot be entered: no access, or no connection. */
export function PortalError(props: ErrorComponentProps) {
  const boot = readBoot().organization
  return (
    <PortalFrame brand={{ name: boot?.name ?? '', logoUrl: boot?.logo_url }} width="narrow">
      {props.error instanceof NoAccess ? <NoAccessPage /> : <RouteError {...props} />}
    </PortalFrame>
  )
}

function NoAccessPage() {
  const t = useTexts(portalTexts)
  const queries = useQueryClient()
  const { organization = '' } = useParams({ strict: false }) as { organization?: string }
  const { data: me } = useQuery(portalMeQuery)
  if (!me) return null
  return (
    <div className={styles.noAccess}>
      <IconUserOff aria-hidden className={styles.noAccessIcon} />
      <h1>{t('noAccessTitle')}</h1>
      <p>{t('noAccessDetail', { email: me.email })}</p>
      <Button onClick={() => void signOut(queries, organization).catch(toastProblem)}>
        {t('otherAddress')}
      </Button>
      {me.places.length > 0 ? (
        <section className={styles.placesList}>
          <h2>{t('yourPlaces')}</h2>
          <ul>
            {me.places.map((place) => (
              <li key={place.contact_id}>
                <button type="button" className={styles.placeRow} onClick={() => goToPlace(place)}>
                  <span>
                    <span className={styles.placeName}>{place.client.name}</span>
                    <span className={styles.placeAt}>{place.organization.name}</span>
                  </span>
                  <IconChevronRight aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
