/**
 * What a contact may do in the portal, per module and action; nothing is allowed that is not named. Reading one's own client's
 * invoices is a right too. The presets are starting points; a contact's rights can be set one by one.
 */
export const portalRights = {
  'invoices.read': 'See invoices, receipts and what is owed',
  'invoices.pay': 'Pay: upload proofs and use credit',
  'company.edit': 'Change the company and billing details',
  'contacts.manage': 'Manage the other contacts',
  'tickets.open': 'Open and answer tickets',
  'tickets.all': 'See all tickets of the company',
  'projects.read': 'See projects and tasks',
  'documents.read': 'See shared documents and files',
  'documents.approve': 'Approve documents',
  'meetings.book': 'Book meetings',
  'domains.read': 'See domains',
  'gateway.console': 'Use the payments gateway console',
  'gateway.refund': 'Refund gateway transactions',
  'gateway.keys': 'Rotate gateway keys',
} as const

export type PortalRight = keyof typeof portalRights
export const portalRightKeys = Object.keys(portalRights) as [PortalRight, ...PortalRight[]]

export const rightsPresets = {
  viewer: ['invoices.read', 'projects.read', 'documents.read', 'domains.read'],
  owner: portalRightKeys,
  payer: ['invoices.read', 'invoices.pay', 'company.edit'],
  approver: [
    'invoices.read',
    'projects.read',
    'documents.read',
    'documents.approve',
    'meetings.book',
    'tickets.open',
  ],
  technical: [
    'projects.read',
    'documents.read',
    'tickets.open',
    'domains.read',
    'gateway.console',
    'gateway.keys',
  ],
} as const satisfies Record<string, readonly PortalRight[]>

export type RightsPreset = keyof typeof rightsPresets
