import { useMantineColorScheme } from '@mantine/core'
import { useTexts } from '@portico/ui'
import {
  IconAdjustments,
  IconArrowsExchange,
  IconBuildingPlus,
  IconCash,
  IconDeviceDesktop,
  IconFilePlus,
  IconMoon,
  IconSun,
  IconUserCircle,
  IconUserPlus,
  IconUsersPlus,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { workspaceNavigation } from '../navigation.ts'
import { settingsTexts } from '../settings/texts.ts'
import { workspaceTexts } from '../texts.ts'
import { useMe, useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import { searchTexts } from './texts.ts'

export interface Command {
  key: string
  label: string
  detail?: string
  icon: ComponentType
  /** Stands among the first where nothing is typed. */
  isLikely?: true
  href?: string
  /** Another organization's pages come with their own brand: a real navigation. */
  isElsewhere?: true
  run?: () => void
}

const settingsPages = [
  ['', 'general', null],
  ['/brand', 'brand', null],
  ['/tax', 'tax', 'taxes.rate.read'],
  ['/numbers', 'numbers', null],
  ['/currencies', 'currencies', 'currencies.rate.read'],
  ['/accounts', 'accounts', 'accounts.account.read'],
] as const

/** What can be done from anywhere, without what this member may not do. */
export function useCommands(): Command[] {
  const t = useTexts(searchTexts)
  const places = useTexts(workspaceTexts)
  const settings = useTexts(settingsTexts)
  const base = useWorkspaceBase()
  const { can, organization } = useWorkspace()
  const { organizations } = useMe()
  const { setColorScheme } = useMantineColorScheme()
  const deeds: (Command & { isAllowed: boolean })[] = [
    {
      key: 'new-invoice',
      label: t('newInvoice'),
      icon: IconFilePlus,
      href: `${base}/invoices/new`,
      isLikely: true,
      isAllowed: can('invoices.invoice.create'),
    },
    {
      key: 'record-payment',
      label: t('recordPayment'),
      detail: t('recordPaymentHint'),
      icon: IconCash,
      href: `${base}/invoices?view=awaiting`,
      isLikely: true,
      isAllowed: can('payments.payment.record') && can('invoices.invoice.read'),
    },
    {
      key: 'new-client',
      label: t('newClient'),
      icon: IconUserPlus,
      href: `${base}/clients/new`,
      isLikely: true,
      isAllowed: can('clients.client.create'),
    },
    {
      key: 'invite',
      label: t('invite'),
      icon: IconUsersPlus,
      href: `${base}/team?tab=invitations&invite=yes`,
      isLikely: true,
      isAllowed: can('members.invitation.manage'),
    },
  ]
  return [
    ...deeds.filter(({ isAllowed }) => isAllowed),
    ...workspaceNavigation(places, base, can)
      .flatMap(({ items }) => items)
      .map(({ label, href, icon }): Command => ({
        key: href,
        label: t('goTo', { place: label }),
        icon,
        href,
      })),
    ...(can('organizations.settings.read') ? settingsPages : [])
      .filter(([, , needs]) => needs === null || can(needs))
      .map(([end, name]): Command => ({
        key: `settings-${name}`,
        label: t('goToSettings', { place: settings(name) }),
        icon: IconAdjustments,
        href: `${base}/settings${end}`,
      })),
    {
      key: 'account',
      label: t('goTo', { place: places('yourAccount') }),
      icon: IconUserCircle,
      href: `${base}/account`,
    },
    ...organizations
      .filter(({ id }) => id !== organization.id)
      .map((entry): Command => ({
        key: entry.id,
        label: t('switchTo', { name: entry.name }),
        icon: IconArrowsExchange,
        href: `/app/${entry.slug}`,
        isElsewhere: true,
      })),
    {
      key: 'new-organization',
      label: t('newOrganization'),
      icon: IconBuildingPlus,
      href: '/app?new=1',
      isElsewhere: true,
    },
    { key: 'light', label: t('themeLight'), icon: IconSun, run: () => setColorScheme('light') },
    { key: 'dark', label: t('themeDark'), icon: IconMoon, run: () => setColorScheme('dark') },
    { key: 'auto', label: t('themeAuto'), icon: IconDeviceDesktop, run: () => setColorScheme('auto') },
  ]
}
