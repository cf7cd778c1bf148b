import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { BrandMark, EmptyState, toastProblem, useTexts } from '@portico/ui'
import { IconBuilding, IconChevronRight, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { api, setPlace, unwrap } from '../../shared/api.ts'
import { useMe } from '../../workspace/workspace-data.ts'
import { AuthFrame } from '../auth-frame.tsx'
import styles from '../auth-frame.module.css'
import { fromAddress } from '../going-on.ts'
import { authTexts } from '../texts.ts'
import { NewOrganizationForm } from './new-organization-form.tsx'

/** `/app`: where a person may go; `?new=1` starts another organization. */
export function OrganizationsPage() {
  const t = useTexts(authTexts)
  const queries = useQueryClient()
  const me = useMe()
  const [isCreating, setCreating] = useState(() => fromAddress('new') !== null)

  async function signOut() {
    try {
      await unwrap(api.POST('/v1/auth/sign-out', {}))
      setPlace({ organization: null })
      queries.clear()
      location.replace('/sign-in')
    } catch (error) {
      toastProblem(error)
    }
  }

  if (isCreating) return <NewOrganizationForm onCancel={() => setCreating(false)} />
  const create = (
    <Button
      variant={me.organizations.length > 0 ? 'default' : 'filled'}
      leftSection={<IconPlus />}
      onClick={() => setCreating(true)}
    >
      {t('newOrganization')}
    </Button>
  )
  return (
    <AuthFrame
      title={t('organizationsTitle')}
      detail={t('organizationsDetail', { email: me.email })}
      foot={
        <div>
          {me.is_platform_admin ? (
            <Button component="a" href="/admin" variant="subtle" size="compact-sm">
              {t('platformPages')}
            </Button>
          ) : null}
          <Button variant="subtle" size="compact-sm" onClick={() => void signOut()}>
            {t('signOut')}
          </Button>
        </div>
      }
    >
      {me.organizations.length > 0 ? (
        <>
          <ul className={styles.organizations}>
            {me.organizations.map((entry) => (
              <li key={entry.id}>
                {entry.status === 'suspended' ? (
                  <div className={styles.organization} data-suspended="">
                    <BrandMark name={entry.name} logoUrl={entry.logo_url} />
                    <span className={styles.role}>
                      {t('organizationSuspended', { reason: entry.status_reason ?? '' })}
                    </span>
                  </div>
                ) : (
                  <a href={`/app/${entry.slug}`} className={styles.organization}>
                    <BrandMark name={entry.name} logoUrl={entry.logo_url} />
                    <span className={styles.role}>{entry.role.name}</span>
                    <IconChevronRight aria-hidden className={styles.chevron} />
                  </a>
                )}
              </li>
            ))}
          </ul>
          {create}
        </>
      ) : (
        <EmptyState
          icon={IconBuilding}
          title={t('organizationsEmpty')}
          detail={t('organizationsEmptyDetail')}
          action={create}
        />
      )}
    </AuthFrame>
  )
}
