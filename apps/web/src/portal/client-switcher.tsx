import { Menu, UnstyledButton } from '@mantine/core'
import { useTexts } from '@portico/ui'
import { IconBuilding, IconCheck, IconSelector } from '@tabler/icons-react'
import { chooseClient, usePortal, type PortalPlace } from './portal-data.ts'
import styles from './portal.module.css'
import { portalTexts } from './texts.ts'

/** A fresh page, so that nothing of one client is left when another is looked at. */
export function goToPlace(place: PortalPlace): void {
  chooseClient(place.organization.slug, place.client.id)
  location.assign(`/client-portal/${place.organization.slug}`)
}

/** For one person who is a contact of several clients, here or at other organizations. */
export function ClientSwitcher() {
  const t = useTexts(portalTexts)
  const { me, place } = usePortal()
  const isElsewhere = me.places.some(({ organization }) => organization.id !== place.organization.id)
  return (
    <Menu width={288}>
      <Menu.Target>
        <UnstyledButton className={styles.switcher} aria-label={`${t('switchClient')}: ${place.client.name}`}>
          <IconBuilding aria-hidden />
          <span className={styles.switcherName}>{place.client.name}</span>
          <IconSelector aria-hidden className={styles.quiet} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={styles.places}>
        <Menu.Label>{t('switchClient')}</Menu.Label>
        {me.places.map((one) => (
          <Menu.Item
            key={`${one.organization.id} ${one.client.id}`}
            onClick={() => goToPlace(one)}
            aria-current={one.contact_id === place.contact_id ? 'true' : undefined}
            rightSection={one.contact_id === place.contact_id ? <IconCheck aria-hidden /> : null}
          >
            <span className={styles.placeName}>{one.client.name}</span>
            {isElsewhere ? <span className={styles.placeAt}>{one.organization.name}</span> : null}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
