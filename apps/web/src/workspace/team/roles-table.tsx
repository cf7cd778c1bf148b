import { useQuery } from '@tanstack/react-query'
import { permissionKeys, permissions } from '@portico/contract/permissions.ts'
import { ErrorState, SkeletonFacts, useTexts } from '@portico/ui'
import { IconCheck } from '@tabler/icons-react'
import { Fragment } from 'react'
import { rolesQuery } from './team-data.ts'
import styles from './team.module.css'
import { permissionTexts, teamTexts } from './texts.ts'

/** The written table of role and permission, to read. */
export function RolesTable() {
  const t = useTexts(teamTexts)
  const p = useTexts(permissionTexts)
  const roles = useQuery(rolesQuery)
  if (roles.error && !roles.data) {
    return <ErrorState error={roles.error} onRetry={() => void roles.refetch()} />
  }
  if (!roles.data) return <SkeletonFacts count={8} />
  const shown = roles.data.data.filter(({ key }) => key !== 'client')
  const modules = [...new Set(permissionKeys.map((key) => key.split('.')[0] ?? ''))]
  return (
    <>
      <p className={styles.note}>{t('rolesDetail')}</p>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('tabRoles')}>
        <table className={styles.roles}>
          <thead>
            <tr>
              <th scope="col">{t('permission')}</th>
              {shown.map(({ id, name, members }) => (
                <th key={id} scope="col">
                  {name}
                  <span className={styles.count}>{t('members', { count: members })}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {modules.map((module) => (
              <Fragment key={module}>
                <tr className={styles.module}>
                  <th scope="rowgroup" colSpan={shown.length + 1}>
                    {t.maybe(`module_${module}`, module)}
                  </th>
                </tr>
                {permissionKeys
                  .filter((key) => key.startsWith(`${module}.`))
                  .map((key) => (
                    <tr key={key}>
                      <th scope="row">{p.maybe(key, permissions[key])}</th>
                      {shown.map((role) => {
                        const may = role.permissions.includes(key)
                        return (
                          <td key={role.id}>
                            {may ? (
                              <IconCheck aria-hidden className={styles.may} />
                            ) : (
                              <span aria-hidden>–</span>
                            )}
                            <span className={styles.spoken}>{t(may ? 'may' : 'mayNot')}</span>
                          </td>
                        )
                      })}
                    </tr>
                  ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
