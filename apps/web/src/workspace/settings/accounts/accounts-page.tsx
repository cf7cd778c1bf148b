import { ActionIcon, Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { CopyButton, EmptyState, ErrorState, SkeletonFacts, toast, toastProblem, useTexts } from '@portico/ui'
import {
  IconArchive,
  IconArchiveOff,
  IconBuildingBank,
  IconCash,
  IconDeviceMobile,
  IconDots,
  IconPencil,
  IconPlus,
  IconWallet,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useWorkspace } from '../../workspace-data.ts'
import { accountKinds, allAccountsQuery, useSaveAccount, type ReceivingAccount } from '../settings-data.ts'
import styles from '../settings.module.css'
import { settingsTexts } from '../texts.ts'
import { AccountPanel } from './account-panel.tsx'

const icons = { bank: IconBuildingBank, mobile_money: IconDeviceMobile, cash: IconCash, other: IconWallet }

/** Where money is received, grouped by currency, in the order in which clients see them. */
export function AccountsPage() {
  const t = useTexts(settingsTexts)
  const { can } = useWorkspace()
  const accounts = useQuery(allAccountsQuery)
  const [open, setOpen] = useState<{ account: ReceivingAccount | null } | null>(null)
  const mayManage = can('accounts.account.manage')
  const add = mayManage ? (
    <Button variant="default" size="xs" leftSection={<IconPlus />} onClick={() => setOpen({ account: null })}>
      {t('addAccount')}
    </Button>
  ) : null
  const all = accounts.data?.data ?? []
  const currencies = [...new Set(all.map(({ currency }) => currency))].sort()
  return (
    <section className={styles.group}>
      <div className={styles.groupHead}>
        <div>
          <h2>{t('accounts')}</h2>
          <p className={styles.detail}>{t('accountsDetail')}</p>
        </div>
        {all.length > 0 ? add : null}
      </div>
      {accounts.error && !accounts.data ? (
        <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />
      ) : !accounts.data ? (
        <SkeletonFacts count={4} />
      ) : all.length === 0 ? (
        <EmptyState
          icon={IconBuildingBank}
          title={t('accountsEmpty')}
          detail={t('accountsEmptyDetail')}
          action={add}
        />
      ) : (
        <div className={styles.column}>
          {currencies.map((currency) => (
            <section key={currency} aria-label={currency}>
              <h3>{currency}</h3>
              <ul>
                {all
                  .filter((account) => account.currency === currency)
                  .sort(
                    (a, b) =>
                      Number(b.is_active) - Number(a.is_active) ||
                      a.position - b.position ||
                      a.name.localeCompare(b.name),
                  )
                  .map((account) => (
                    <Account
                      key={account.id}
                      account={account}
                      mayManage={mayManage}
                      onEdit={() => setOpen({ account })}
                    />
                  ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      <AccountPanel opened={open !== null} account={open?.account ?? null} onClose={() => setOpen(null)} />
    </section>
  )
}

interface AccountProps {
  account: ReceivingAccount
  mayManage: boolean
  onEdit: () => void
}

function Account({ account, mayManage, onEdit }: AccountProps) {
  const t = useTexts(settingsTexts)
  const save = useSaveAccount()
  const { name, is_active: isActive } = account
  const Icon = icons[account.kind]

  function setActive(next: boolean) {
    save.mutate(
      { account, body: { is_active: next } },
      {
        onSuccess: () => toast(t(next ? 'accountBack' : 'accountRetired', { name })),
        onError: toastProblem,
      },
    )
  }

  return (
    <li className={styles.row}>
      <Icon aria-hidden />
      <div className={styles.rowBody}>
        <div className={styles.rowName}>
          {name}
          <span className={styles.mark}>{t(accountKinds[account.kind])}</span>
          {isActive ? null : <span className={styles.mark}>{t('retired')}</span>}
          {account.is_shown_to_clients ? null : <span className={styles.mark}>{t('hidden')}</span>}
        </div>
        <ul className={styles.quiet}>
          {account.details.map(({ label, value }) => (
            <li key={label}>
              {label}: {value} <CopyButton value={value} what={label} />
            </li>
          ))}
        </ul>
      </div>
      {mayManage ? (
        <Menu>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('accountMenu', { name })}>
              <IconDots />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil />} onClick={onEdit}>
              {t('edit')}
            </Menu.Item>
            <Menu.Item
              leftSection={isActive ? <IconArchive /> : <IconArchiveOff />}
              onClick={() => setActive(!isActive)}
            >
              {t(isActive ? 'retire' : 'bringBack')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </li>
  )
}
