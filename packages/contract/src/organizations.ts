import { z } from 'zod'
import { id } from './ids.ts'
import { OrganizationEntry, OrganizationSlug } from './identity.ts'
import { member, operation, signedIn } from './operation.ts'
import { permissionKeys } from './permissions.ts'
import {
  Address,
  Country,
  Currency,
  Email,
  HexColor,
  line,
  Locale,
  paragraph,
  Phone,
  TimeZone,
  Version,
  Website,
} from './pieces.ts'

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
    reminder_days: z.array(z.number().int()).meta({ description: 'Days after the due date' }),
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
  refid_prefix: z
    .string()
    .regex(/^[A-Z0-9]{1,8}[-.]?$/, 'Capital letters and digits, with a dash at the end')
    .optional(),
  default_client_status: z.enum(['pending', 'active']).optional(),
  proof_review_hours: z.number().int().min(1).max(720).optional(),
  reminder_days: z
    .array(z.number().int().min(1).max(365))
    .max(6)
    .refine((days) => new Set(days).size === days.length, 'Each day once')
    .optional(),
})

/** What the workspace needs before it draws anything: the organization, and what this member may do there. */
export const Workspace = z
  .strictObject({
    organization: Organization,
    membership: z.strictObject({
      id: id('membership'),
      role: z.strictObject({ key: z.string(), name: z.string() }),
      is_limited_to_assigned_clients: z.boolean(),
    }),
    permissions: z.array(z.enum(permissionKeys)),
    today: z.string().meta({ description: 'The date in the organization’s time zone' }),
  })
  .meta({ id: 'Workspace' })

export const createOrganization = operation({
  id: 'organizations.create',
  method: 'POST',
  path: '/v1/organizations',
  access: signedIn,
  answer: OrganizationEntry,
  status: 201,
  summary: 'Create an organization; the caller becomes its owner',
  body: z.strictObject({
    name: line(120),
    slug: OrganizationSlug.optional(),
    country: Country.optional(),
    currency: Currency.optional(),
    timezone: TimeZone.optional(),
  }),
  problems: ['slug_taken', 'registration_closed'],
})
export const getWorkspace = operation({
  id: 'organizations.workspace',
  method: 'GET',
  path: '/v1/workspace',
  access: member(null),
  answer: Workspace,
  summary: 'The organization and what this member may do',
})
export const updateOrganization = operation({
  id: 'organizations.update',
  method: 'PATCH',
  path: '/v1/organization',
  access: member('organizations.settings.edit'),
  versioned: true,
  body: OrganizationPatch,
  answer: Organization,
  summary: 'Change settings, brand and tax identity',
})
export const uploadLogo = operation({
  id: 'organizations.upload_logo',
  method: 'POST',
  path: '/v1/organization/logo',
  access: member('organizations.settings.edit'),
  upload: { accept: 'logo', limit: 'logo', isRequired: true },
  answer: Organization,
  summary: 'Set the logo (PNG, JPEG, WebP or SVG, 2 MB); it is stored re-encoded as PNG',
  problems: ['file_too_large', 'file_type_not_allowed', 'file_empty'],
})
export const removeLogo = operation({
  id: 'organizations.remove_logo',
  method: 'DELETE',
  path: '/v1/organization/logo',
  access: member('organizations.settings.edit'),
  answer: Organization,
  summary: 'Remove the logo',
})
