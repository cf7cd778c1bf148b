import { z } from 'zod'
import { id } from './ids.ts'
import { NewPassword, OrganizationEntry, OrganizationSlug } from './identity.ts'
import { member, operation, signedIn } from './operation.ts'
import { permissionKeys } from './permissions.ts'
import { Address, Country, Currency, Done, Email, ExchangeRate, GivenDate, HexColor, Instant, line, listOf, Locale, pageQuery, paragraph, Percent, Phone, TimeZone, Version, Website } from './pieces.ts'

export const Organization = z
  .strictObject({
    id: id('organization'),
    slug: z.string(),
    name: z.string(),
    mode: z.enum(['live', 'test']),
    plan: z.strictObject({ key: z.string(), name: z.string() }),
    billing_status: z.enum(['trial', 'active', 'past_due', 'cancelled']),
    legal_name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    website: z.string().nullable(),
    address: Address,
    country: z.string().nullable(),
    registration_number: z.string().nullable(),
    tin: z.string().nullable(),
    vrn: z.string().nullable(),
    logo_url: z.string().nullable(),
    brand_color: z.string(),
    timezone: z.string(),
    base_currency: Currency,
    locale: Locale,
    paper: z.enum(['A4', 'Letter']),
    prices_include_tax: z.boolean(),
    tax_rounding: z.enum(['document', 'line']),
    default_tax_rate_key: z.string().nullable(),
    invoice_number_pattern: z.string(),
    receipt_number_pattern: z.string(),
    payment_terms_days: z.number().int(),
    invoice_note: z.string().nullable(),
    invoice_terms: z.string().nullable(),
    reference_label: z.string(),
    refid_prefix: z.string(),
    default_client_status: z.enum(['pending', 'active']),
    proof_review_hours: z.number().int(),
    version: Version,
  })
  .meta({ id: 'Organization' })

export const OrganizationPatch = z.strictObject({
  name: line(120).optional(),
  legal_name: line(200).nullable().optional(),
  email: Email.nullable().optional(),
  phone: Phone.nullable().optional(),
  website: Website.nullable().optional(),
  address: Address.optional(),
  country: Country.nullable().optional(),
  registration_number: line(60).nullable().optional(),
  tin: line(40).nullable().optional(),
  vrn: line(40).nullable().optional(),
  brand_color: HexColor.optional(),
  timezone: TimeZone.optional(),
  base_currency: Currency.optional(),
  locale: Locale.optional(),
  paper: z.enum(['A4', 'Letter']).optional(),
  prices_include_tax: z.boolean().optional(),
  tax_rounding: z.enum(['document', 'line']).optional(),
  default_tax_rate_key: z.string().max(32).nullable().optional(),
  invoice_number_pattern: line(60).optional(),
  receipt_number_pattern: line(60).optional(),
  payment_terms_days: z.number().int().min(0).max(365).optional(),
  invoice_note: paragraph(2000).nullable().optional(),
  invoice_terms: paragraph(4000).nullable().optional(),
  reference_label: line(40).optional(),
  refid_prefix: z.string().regex(/^[A-Z0-9]{1,8}[-.]?$/, 'Capital letters and digits, with a dash at the end').optional(),
  default_client_status: z.enum(['pending', 'active']).optional(),
  proof_review_hours: z.number().int().min(1).max(720).optional(),
})

/** What the workspace needs before it draws anything: the organization, and what this member may do there. */
export const Workspace = z
  .strictObject({
    organization: Organization,
    membership: z.strictObject({ id: id('membership'), role: z.strictObject({ key: z.string(), name: z.string() }), is_limited_to_assigned_clients: z.boolean() }),
    permissions: z.array(z.enum(permissionKeys)),
    today: z.string().meta({ description: 'The date in the organization’s time zone' }),
  })
  .meta({ id: 'Workspace' })

export const createOrganization = operation({
  id: 'organizations.create', method: 'POST', path: '/v1/organizations', access: signedIn, answer: OrganizationEntry, status: 201,
  summary: 'Create an organization; the caller becomes its owner',
  body: z.strictObject({ name: line(120), slug: OrganizationSlug.optional(), country: Country.optional(), currency: Currency.optional(), timezone: TimeZone.optional() }),
  problems: ['slug_taken', 'registration_closed'],
})
export const getWorkspace = operation({ id: 'organizations.workspace', method: 'GET', path: '/v1/workspace', access: member(null), answer: Workspace, summary: 'The organization and what this member may do' })
export const updateOrganization = operation({
  id: 'organizations.update', method: 'PATCH', path: '/v1/organization', access: member('organizations.settings.edit'), versioned: true,
  body: OrganizationPatch, answer: Organization, summary: 'Change settings, brand and tax identity',
})
export const uploadLogo = operation({
  id: 'organizations.upload_logo', method: 'POST', path: '/v1/organization/logo', access: member('organizations.settings.edit'), upload: { accept: 'logo', limit: 'logo', isRequired: true },
  answer: Organization, summary: 'Set the logo (PNG, JPEG, WebP or SVG, 2 MB); it is stored re-encoded as PNG', problems: ['file_too_large', 'file_type_not_allowed', 'file_empty'],
})
export const removeLogo = operation({ id: 'organizations.remove_logo', method: 'DELETE', path: '/v1/organization/logo', access: member('organizations.settings.edit'), answer: Organization, summary: 'Remove the logo' })

export const Member = z
  .strictObject({
    id: id('membership'),
    user_id: id('user'),
    name: z.string(),
    email: z.string(),
    title: z.string().nullable(),
    role: z.strictObject({ id: id('role'), key: z.string(), name: z.string() }),
    status: z.enum(['active', 'suspended', 'removed']),
    is_limited_to_assigned_clients: z.boolean(),
    last_login_at: Instant.nullable(),
    created_at: Instant,
    version: Version,
  })
  .meta({ id: 'Member' })
const membershipParams = z.strictObject({ membership_id: id('membership') })
export const listMembers = operation({
  id: 'members.list', method: 'GET', path: '/v1/members', access: member('members.member.read'), summary: 'The team',
  query: z.strictObject({ ...pageQuery, status: z.enum(['active', 'suspended', 'removed']).optional() }), answer: listOf(Member),
})
export const updateMember = operation({
  id: 'members.update', method: 'PATCH', path: '/v1/members/{membership_id}', access: member('members.member.manage'), versioned: true,
  params: membershipParams, answer: Member, summary: 'Change a member’s role, title or reach',
  body: z.strictObject({ role_id: id('role').optional(), title: line(80).nullable().optional(), is_limited_to_assigned_clients: z.boolean().optional() }),
  problems: ['last_owner', 'permission_denied'],
})
export const Role = z
  .strictObject({ id: id('role'), key: z.string(), name: z.string(), kind: z.enum(['system', 'preset', 'custom']), permissions: z.array(z.enum(permissionKeys)), members: z.number().int() })
  .meta({ id: 'Role' })
export const listRoles = operation({
  id: 'roles.list', method: 'GET', path: '/v1/roles', access: member('members.role.read'), summary: 'Roles and what each may do', answer: z.strictObject({ data: z.array(Role) }),
})
export const listPermissions = operation({
  id: 'permissions.list', method: 'GET', path: '/v1/permissions', access: member('members.role.read'), summary: 'The catalogue of permissions',
  answer: z.strictObject({ data: z.array(z.strictObject({ key: z.enum(permissionKeys), module: z.string(), description: z.string() })) }),
})

export const Invitation = z
  .strictObject({
    id: id('invitation'), email: z.string(), role: z.strictObject({ id: id('role'), key: z.string(), name: z.string() }),
    status: z.enum(['pending', 'accepted', 'revoked', 'expired']), invited_by: z.string(), created_at: Instant, expires_at: Instant,
  })
  .meta({ id: 'Invitation' })
const invitationParams = z.strictObject({ invitation_id: id('invitation') })
export const listInvitations = operation({
  id: 'invitations.list', method: 'GET', path: '/v1/invitations', access: member('members.invitation.manage'), summary: 'Invitations', query: z.strictObject(pageQuery), answer: listOf(Invitation),
})
export const createInvitation = operation({
  id: 'invitations.create', method: 'POST', path: '/v1/invitations', access: member('members.invitation.manage'), status: 201, answer: Invitation,
  summary: 'Invite a person by email; valid for 7 days', body: z.strictObject({ email: Email, role_id: id('role') }), problems: ['already_member', 'permission_denied'],
})
export const resendInvitation = operation({
  id: 'invitations.resend', method: 'POST', path: '/v1/invitations/{invitation_id}/resend', access: member('members.invitation.manage'), params: invitationParams, answer: Invitation,
  summary: 'Send it again with a new link, valid for 7 days more', problems: ['status_transition_denied'],
})
export const revokeInvitation = operation({
  id: 'invitations.revoke', method: 'POST', path: '/v1/invitations/{invitation_id}/revoke', access: member('members.invitation.manage'), params: invitationParams, answer: Invitation,
  summary: 'Revoke an invitation', problems: ['status_transition_denied'],
})
export const OpenInvitation = z
  .strictObject({ organization_name: z.string(), logo_url: z.string().nullable(), brand_color: z.string(), email: z.string(), role_name: z.string(), has_account: z.boolean(), expires_at: Instant })
  .meta({ id: 'OpenInvitation' })
export const readInvitation = operation({
  id: 'invitation_links.get', method: 'GET', path: '/v1/invitation-links/{token}', access: { who: 'link' }, limit: 'public', answer: OpenInvitation, summary: 'What an invitation offers',
  params: z.strictObject({ token: z.string().max(300) }), problems: ['token_invalid'],
})
export const acceptInvitation = operation({
  id: 'invitation_links.accept', method: 'POST', path: '/v1/invitation-links/{token}/accept', access: { who: 'link' }, limit: 'auth', answer: OrganizationEntry,
  summary: 'Join the organization; a new person sets name and password, a known one must be signed in or give the password', params: z.strictObject({ token: z.string().max(300) }),
  body: z.union([z.strictObject({ name: line(120), password: NewPassword }), z.strictObject({ password: z.string().min(1).max(200) }), z.strictObject({})]),
  problems: ['token_invalid', 'wrong_credentials', 'account_locked', 'invitation_for_another', 'password_too_weak', 'already_member'],
})

// What an organization sells under: tax rates, exchange rates, the price list, receiving accounts. -----------------

export const TaxRate = z
  .strictObject({
    id: id('taxRate'), key: z.string(), name: z.string(), category: z.enum(['standard', 'zero', 'exempt', 'reverse', 'out_of_scope']),
    percent: z.string(), exemption_reason: z.string().nullable(), valid_from: z.string(), valid_to: z.string().nullable(), is_current: z.boolean(), version: Version,
  })
  .meta({ id: 'TaxRate' })
export const listTaxRates = operation({
  id: 'tax_rates.list', method: 'GET', path: '/v1/tax-rates', access: member('taxes.rate.read'), summary: 'Tax rates, each a dated row',
  query: z.strictObject({ on: GivenDate.optional().meta({ description: 'Only those valid on this date' }) }), answer: z.strictObject({ data: z.array(TaxRate) }),
})
export const createTaxRate = operation({
  id: 'tax_rates.create', method: 'POST', path: '/v1/tax-rates', access: member('taxes.rate.manage'), status: 201, answer: TaxRate,
  summary: 'Add a rate, or a new percentage of a rate from a date on', description: 'A row of the same key that is open-ended ends on the day before.',
  body: z.strictObject({
    key: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,31}$/, 'Small letters, digits, dash and underscore'), name: line(80),
    category: z.enum(['standard', 'zero', 'exempt', 'reverse', 'out_of_scope']), percent: Percent, exemption_reason: line(200).nullable().optional(), valid_from: GivenDate,
  }),
  problems: ['rate_period_taken'],
})
export const updateTaxRate = operation({
  id: 'tax_rates.update', method: 'PATCH', path: '/v1/tax-rates/{tax_rate_id}', access: member('taxes.rate.manage'), versioned: true, answer: TaxRate,
  params: z.strictObject({ tax_rate_id: id('taxRate') }), summary: 'Rename a rate or end it; its percentage never changes',
  body: z.strictObject({ name: line(80).optional(), exemption_reason: line(200).nullable().optional(), valid_to: GivenDate.nullable().optional() }), problems: ['rate_period_taken'],
})
export const StoredExchangeRate = z
  .strictObject({ currency: Currency, base_currency: Currency, rate_date: z.string(), rate: z.string(), source: z.string() })
  .meta({ id: 'ExchangeRate' })
export const listExchangeRates = operation({
  id: 'exchange_rates.list', method: 'GET', path: '/v1/exchange-rates', access: member('currencies.rate.read'), summary: 'Stored exchange rates, newest first',
  query: z.strictObject({ ...pageQuery, currency: Currency.optional() }), answer: listOf(StoredExchangeRate),
})
export const lookUpExchangeRate = operation({
  id: 'exchange_rates.look_up', method: 'GET', path: '/v1/exchange-rates/{currency}', access: member('currencies.rate.read'), answer: StoredExchangeRate,
  summary: 'The rate of a currency on a date: the latest stored on or before it', params: z.strictObject({ currency: Currency }), query: z.strictObject({ on: GivenDate.optional() }),
  problems: ['exchange_rate_missing'],
})
export const setExchangeRate = operation({
  id: 'exchange_rates.set', method: 'PUT', path: '/v1/exchange-rates/{currency}', access: member('currencies.rate.manage'), answer: StoredExchangeRate, params: z.strictObject({ currency: Currency }),
  summary: 'Store the rate of a currency for a date: one unit of it in the base currency', body: z.strictObject({ rate: ExchangeRate, rate_date: GivenDate }), problems: ['currency_mismatch'],
})

export const ReceivingAccount = z
  .strictObject({
    id: id('receivingAccount'), kind: z.enum(['bank', 'mobile_money', 'cash', 'other']), name: z.string(), currency: Currency,
    details: z.array(z.strictObject({ label: z.string(), value: z.string() })), steps: z.array(z.string()), qr_payload: z.string().nullable(),
    is_active: z.boolean(), is_shown_to_clients: z.boolean(), position: z.number().int(), version: Version,
  })
  .meta({ id: 'ReceivingAccount' })
const accountFields = {
  kind: z.enum(['bank', 'mobile_money', 'cash', 'other']), name: line(80),
  details: z.array(z.strictObject({ label: line(60), value: line(120) })).max(12), steps: z.array(line(300)).max(10), qr_payload: line(500).nullable(),
  is_shown_to_clients: z.boolean(), position: z.number().int().min(0).max(1000),
}
export const listReceivingAccounts = operation({
  id: 'receiving_accounts.list', method: 'GET', path: '/v1/receiving-accounts', access: member('accounts.account.read'), summary: 'Where money is received',
  query: z.strictObject({ currency: Currency.optional(), is_active: z.enum(['true', 'false']).optional() }), answer: z.strictObject({ data: z.array(ReceivingAccount) }),
})
export const createReceivingAccount = operation({
  id: 'receiving_accounts.create', method: 'POST', path: '/v1/receiving-accounts', access: member('accounts.account.manage'), status: 201, answer: ReceivingAccount, summary: 'Add a receiving account',
  body: z.strictObject({ ...z.strictObject(accountFields).partial({ details: true, steps: true, qr_payload: true, is_shown_to_clients: true, position: true }).shape, currency: Currency }),
})
export const updateReceivingAccount = operation({
  id: 'receiving_accounts.update', method: 'PATCH', path: '/v1/receiving-accounts/{receiving_account_id}', access: member('accounts.account.manage'), versioned: true, answer: ReceivingAccount,
  params: z.strictObject({ receiving_account_id: id('receivingAccount') }), summary: 'Change, retire or bring back a receiving account; its currency never changes',
  body: z.strictObject({ ...z.strictObject(accountFields).partial().shape, is_active: z.boolean().optional() }),
})

export const PriceItem = z
  .strictObject({
    id: id('priceItem'), code: z.string(), name: z.string(), description: z.string().nullable(), unit: z.string().nullable(), tax_rate_key: z.string().nullable(),
    prices: z.array(z.strictObject({ currency: Currency, price: z.string() })), is_active: z.boolean(), updated_at: Instant, version: Version,
  })
  .meta({ id: 'PriceItem' })
const priceItemFields = {
  code: line(40), name: line(160), description: paragraph(2000).nullable(), unit: line(20).nullable(), tax_rate_key: z.string().max(32).nullable(),
  prices: z.array(z.strictObject({ currency: Currency, price: z.string().regex(/^-?\d{1,12}(\.\d{1,8})?$/, 'A price with at most 8 decimals') })).max(30),
}
const priceItemParams = z.strictObject({ price_item_id: id('priceItem') })
export const listPriceItems = operation({
  id: 'price_items.list', method: 'GET', path: '/v1/price-items', access: member('prices.item.read'), summary: 'The price list', answer: listOf(PriceItem),
  query: z.strictObject({ ...pageQuery, q: z.string().max(120).optional(), is_active: z.enum(['true', 'false']).optional() }),
})
export const createPriceItem = operation({
  id: 'price_items.create', method: 'POST', path: '/v1/price-items', access: member('prices.item.manage'), status: 201, answer: PriceItem, summary: 'Add an item',
  body: z.strictObject(priceItemFields).partial({ description: true, unit: true, tax_rate_key: true, prices: true }), problems: ['duplicate_code'],
})
export const getPriceItem = operation({ id: 'price_items.get', method: 'GET', path: '/v1/price-items/{price_item_id}', access: member('prices.item.read'), params: priceItemParams, answer: PriceItem, summary: 'One item' })
export const updatePriceItem = operation({
  id: 'price_items.update', method: 'PATCH', path: '/v1/price-items/{price_item_id}', access: member('prices.item.manage'), versioned: true, params: priceItemParams, answer: PriceItem,
  summary: 'Change an item; no document changes with it', body: z.strictObject({ ...z.strictObject(priceItemFields).partial().shape, is_active: z.boolean().optional() }), problems: ['duplicate_code'],
})
export const deletePriceItem = operation({ id: 'price_items.delete', method: 'DELETE', path: '/v1/price-items/{price_item_id}', access: member('prices.item.manage'), params: priceItemParams, answer: Done, summary: 'Remove an item from the list' })
