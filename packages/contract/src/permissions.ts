/**
 * The catalogue of permissions, `<module>.<thing>.<action>`, and the written table of role and permission that seeds every
 * organization. Seeing prices, balances and margins are permissions of their own.
 */
export const permissions = {
  'organizations.settings.read': 'See the organization’s settings',
  'organizations.settings.edit': 'Change name, brand, tax identity and settings',
  'organizations.billing.manage': 'Manage the plan of the organization',
  'organizations.organization.delete': 'Delete the organization or hand it over',
  'members.member.read': 'See the team',
  'members.member.manage': 'Change roles and status of members',
  'members.invitation.manage': 'Invite people and revoke invitations',
  'members.role.read': 'See roles and their permissions',
  'clients.client.read': 'See clients and contacts',
  'clients.client.create': 'Add clients',
  'clients.client.edit': 'Change clients',
  'clients.client.delete': 'Delete clients',
  'clients.status.change': 'Activate, suspend and deactivate clients',
  'clients.contact.manage': 'Add and change contacts',
  'clients.portal.manage': 'Open the portal to clients and set contacts’ rights',
  'clients.balance.read': 'See what clients owe and their credit',
  'prices.item.read': 'See the price list',
  'prices.item.manage': 'Change the price list',
  'taxes.rate.read': 'See tax rates',
  'taxes.rate.manage': 'Change tax rates',
  'currencies.rate.read': 'See exchange rates',
  'currencies.rate.manage': 'Change exchange rates',
  'accounts.account.read': 'See receiving accounts',
  'accounts.account.manage': 'Change receiving accounts',
  'invoices.invoice.read': 'See invoices',
  'invoices.invoice.create': 'Write and change drafts',
  'invoices.invoice.issue': 'Issue invoices',
  'invoices.invoice.send': 'Send invoices',
  'invoices.invoice.void': 'Void invoices',
  'payments.payment.read': 'See payments',
  'payments.payment.record': 'Record payments and mark invoices as paid',
  'payments.proof.review': 'Approve and reject payment proofs',
  'payments.credit.apply': 'Settle invoices with client credit',
  'receipts.receipt.read': 'See receipts',
  'ledger.posting.read': 'See postings behind a balance',
  'imports.batch.read': 'See what was brought in from other systems',
  'imports.batch.manage': 'Bring books in from other systems and withdraw them',
  'emails.email.read': 'Read the outbox',
  'audit.entry.read': 'Read the audit log',
} as const

export type Permission = keyof typeof permissions
export const permissionKeys = Object.keys(permissions) as [Permission, ...Permission[]]

const reading: Permission[] = ['organizations.settings.read', 'members.member.read', 'clients.client.read']
const selling: Permission[] = [
  'prices.item.read',
  'taxes.rate.read',
  'currencies.rate.read',
  'accounts.account.read',
  'invoices.invoice.read',
  'receipts.receipt.read',
  'payments.payment.read',
  'clients.balance.read',
]
const finance: Permission[] = [
  ...reading,
  ...selling,
  'clients.client.create',
  'clients.client.edit',
  'clients.contact.manage',
  'prices.item.manage',
  'taxes.rate.manage',
  'currencies.rate.manage',
  'accounts.account.manage',
  'invoices.invoice.create',
  'invoices.invoice.issue',
  'invoices.invoice.send',
  'invoices.invoice.void',
  'payments.payment.record',
  'payments.proof.review',
  'payments.credit.apply',
  'ledger.posting.read',
  'imports.batch.read',
  'imports.batch.manage',
  'emails.email.read',
]
const ownerOnly: Permission[] = ['organizations.billing.manage', 'organizations.organization.delete']

export type RoleSeed = {
  key: string
  name: string
  kind: 'system' | 'preset'
  permissions: readonly Permission[]
}

/** Seeded for every organization. `client` is the portal's side: contacts hold rights instead (portal-rights.ts). */
export const roleSeeds: readonly RoleSeed[] = [
  { key: 'owner', name: 'Owner', kind: 'system', permissions: permissionKeys },
  {
    key: 'admin',
    name: 'Admin',
    kind: 'system',
    permissions: permissionKeys.filter((key) => !ownerOnly.includes(key)),
  },
  {
    key: 'manager',
    name: 'Manager',
    kind: 'system',
    permissions: [
      ...reading,
      ...selling,
      'members.role.read',
      'clients.client.create',
      'clients.client.edit',
      'clients.status.change',
      'clients.contact.manage',
      'clients.portal.manage',
      'invoices.invoice.create',
      'invoices.invoice.issue',
      'invoices.invoice.send',
      'emails.email.read',
    ],
  },
  {
    key: 'member',
    name: 'Member',
    kind: 'system',
    permissions: [
      ...reading,
      'prices.item.read',
      'taxes.rate.read',
      'invoices.invoice.read',
      'invoices.invoice.create',
      'accounts.account.read',
      'currencies.rate.read',
    ],
  },
  { key: 'client', name: 'Client', kind: 'system', permissions: [] },
  { key: 'finance', name: 'Finance', kind: 'preset', permissions: finance },
  {
    key: 'project_manager',
    name: 'Project manager',
    kind: 'preset',
    permissions: [...reading, 'clients.client.edit', 'clients.contact.manage'],
  },
  { key: 'support', name: 'Support', kind: 'preset', permissions: [...reading, 'clients.contact.manage'] },
]
