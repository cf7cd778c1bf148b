import { Menu, TextInput } from '@mantine/core'
import { AppFrame, UserMenu } from '@portico/ui'
import {
  IconBriefcase,
  IconBuildingBank,
  IconChartBar,
  IconFileInvoice,
  IconHome,
  IconInbox,
  IconReceipt,
  IconSearch,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'

export function SampleFrame({
  children,
  path = '/app/studio/invoices',
}: {
  children: ReactNode
  path?: string
}) {
  return (
    <AppFrame
      brand={{ name: 'Mbuyu Studio', href: '/app/studio' }}
      currentPath={path}
      navigation={[
        {
          items: [
            { label: 'Home', href: '/app/studio', icon: IconHome, isExact: true },
            { label: 'Clients', href: '/app/studio/clients', icon: IconUsers },
            { label: 'Work', href: '/app/studio/work', icon: IconBriefcase },
          ],
        },
        {
          title: 'Money',
          items: [
            { label: 'Invoices', href: '/app/studio/invoices', icon: IconFileInvoice },
            { label: 'Payments', href: '/app/studio/payments', icon: IconReceipt },
            { label: 'Proofs', href: '/app/studio/proofs', icon: IconInbox, count: 7 },
            { label: 'Ledger', href: '/app/studio/ledger', icon: IconBuildingBank },
            { label: 'Reports', href: '/app/studio/reports', icon: IconChartBar },
          ],
        },
        { items: [{ label: 'Settings', href: '/app/studio/settings', icon: IconSettings }] },
      ]}
      search={<TextInput aria-label="Search" placeholder="Search" leftSection={<IconSearch />} maw={320} />}
      actions={
        <UserMenu name="Neema Mushi" email="neema@mbuyu.example" footer={<Menu.Item>Sign out</Menu.Item>} />
      }
    >
      {children}
    </AppFrame>
  )
}
