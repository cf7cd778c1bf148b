import { Menu, UnstyledButton } from '@mantine/core'
import { BrandMark, useTexts } from '@portico/ui'
import { IconCheck, IconPlus, IconSelector } from '@tabler/icons-react'
import { workspaceTexts } from './texts.ts'
import { useMe, type Organization } from './workspace-data.ts'
import styles from './workspace.module.css'

/** Every organization that the person belongs to. Its brand comes with the page, so switching loads a page. */
export function OrganizationSwitcher({
  current,
}: {
  current: Pick<Organization, 'id' | 'name' | 'logo_url'>
}) {
  const t = useTexts(workspaceTexts)
  const { organizations } = useMe()
  return (
    <Menu position="bottom-start" width={264}>
      <Menu.Target>
        <UnstyledButton className={styles.switcher}>
          <span className={styles.spoken}>{`${t('switchOrganization')}: `}</span>
          <BrandMark name={current.name} logoUrl={current.logo_url} />
          <IconSelector aria-hidden className={styles.selector} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={styles.organizations}>
        <Menu.Label>{t('switchOrganization')}</Menu.Label>
        {organizations.map((entry) => (
          <Menu.Item
            key={entry.id}
            component="a"
            href={`/app/${entry.slug}`}
            aria-current={entry.id === current.id ? 'true' : undefined}
            rightSection={entry.id === current.id ? <IconCheck aria-hidden /> : null}
          >
            <span className={styles.entryName}>{entry.name}</span>
            <span className={styles.entryRole}>{entry.role.name}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component="a" href="/app?new=1" leftSection={<IconPlus />}>
          {t('newOrganization')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
