import type { Permission } from '@portico/contract'
import type { NavigationGroup, NavigationItem, Translate } from '@portico/ui'
import {
  IconCash,
  IconChecklist,
  IconFileInvoice,
  IconHome,
  IconMailbox,
  IconReceipt,
  IconSettings,
  IconShieldCheck,
  IconTags,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { workspaceTexts } from './texts.ts'

type Entry = NavigationItem & { needs?: Permission }

/** The workspace's places, without those that this member may not open. `base` is `/app/<slug>`. */
export function workspaceNavigation(
  t: Translate<typeof workspaceTexts.messages>,
  base: string,
  can: (permission: Permission) => boolean,
  /** Payment proofs that wait to be checked. */
  waiting?: number,
): NavigationGroup[] {
  const groups: { title?: string; entries: Entry[] }[] = [
    {
      entries: [
        { label: t('home'), href: base, icon: IconHome, isExact: true },
        { label: t('clients'), href: `${base}/clients`, icon: IconUsers, needs: 'clients.client.read' },
      ],
    },
    {
      title: t('moneyGroup'),
      entries: [
        {
          label: t('invoices'),
          href: `${base}/invoices`,
          icon: IconFileInvoice,
          needs: 'invoices.invoice.read',
        },
        {
          label: t('review'),
          href: `${base}/review`,
          icon: IconChecklist,
          needs: 'payments.proof.review',
          count: waiting,
        },
        { label: t('payments'), href: `${base}/payments`, icon: IconCash, needs: 'payments.payment.read' },
        { label: t('receipts'), href: `${base}/receipts`, icon: IconReceipt, needs: 'receipts.receipt.read' },
      ],
    },
    {
      title: t('organizationGroup'),
      entries: [
        { label: t('prices'), href: `${base}/prices`, icon: IconTags, needs: 'prices.item.read' },
        { label: t('team'), href: `${base}/team`, icon: IconUsersGroup, needs: 'members.member.read' },
        { label: t('outbox'), href: `${base}/outbox`, icon: IconMailbox, needs: 'emails.email.read' },
        { label: t('audit'), href: `${base}/audit`, icon: IconShieldCheck, needs: 'audit.entry.read' },
        {
          label: t('settings'),
          href: `${base}/settings`,
          icon: IconSettings,
          needs: 'organizations.settings.read',
        },
      ],
    },
  ]
  return groups
    .map(({ entries, ...group }) => ({
      ...group,
      items: entries.filter(({ needs }) => !needs || can(needs)).map(({ needs: _, ...item }) => item),
    }))
    .filter(({ items }) => items.length > 0)
}
