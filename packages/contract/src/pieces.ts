import { z } from 'zod'

/** Schemas that several modules share. Amounts are integers in minor units, prices and rates are decimal strings. */

export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'A currency is three capital letters, such as USD')
  .meta({ example: 'USD' })
export const Country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'A country is two capital letters, such as TZ')
  .meta({ example: 'TZ' })

const safe = Number.MAX_SAFE_INTEGER
export const MinorUnits = z.number().int().min(-safe).max(safe)
export const Money = z
  .strictObject({ amount: MinorUnits, currency: Currency })
  .meta({ id: 'Money', example: { amount: 125000, currency: 'USD' } })
export type Money = z.infer<typeof Money>
export const PositiveMoney = z.strictObject({
  amount: MinorUnits.min(1, 'The amount must be more than zero'),
  currency: Currency,
})

export const Decimal = z
  .string()
  .regex(/^-?\d{1,12}(\.\d{1,8})?$/, 'A number with at most 8 decimals')
  .meta({ example: '1.5' })
export const PositiveDecimal = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,8})?$/, 'A number, zero or more, with at most 8 decimals')
  .meta({ example: '1.5' })
export const Percent = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,8})?$/, 'A percentage between 0 and 100')
  .refine((text) => Number(text) <= 100, 'A percentage between 0 and 100')
  .meta({ example: '18' })
export const ExchangeRate = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,12})?$/, 'A rate above zero')
  .refine((text) => /[1-9]/.test(text), 'A rate above zero')
  .meta({ example: '0.000385' })

export const DateOnly = z.iso.date('A date such as 2026-03-31').meta({ example: '2026-03-31' })
/** A date that a caller gives: days can be counted from it, and it is one for PostgreSQL, which has no year 0. */
export const GivenDate = DateOnly.refine(
  // What is no date at all has been told so already.
  (date) => !/^\d{4}-\d\d-\d\d$/.test(date) || (date >= '1900-01-01' && date < '3000-01-01'),
  'A date between 1900 and 2999',
).meta({ example: '2026-03-31' })
export const Instant = z.iso.datetime().meta({ example: '2026-03-31T09:30:00.000Z' })
export const Version = z.number().int().min(1)

/** A line of text that a person typed: trimmed, without control characters. */
export const line = (most: number, least = 1) =>
  z
    .string()
    .trim()
    .min(least, least === 1 ? 'This is needed' : `At least ${least} characters`)
    .max(most, `At most ${most} characters`)
    // oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused
    .regex(/^[^\u0000-\u001f\u007f]*$/, 'This text holds characters that cannot be printed')
/** Several lines of text; line breaks and tabs are allowed. */
export const paragraph = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters`)
    // oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused
    .regex(
      /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/,
      'This text holds characters that cannot be printed',
    )

/** An id in somebody else’s system, as it stands there: case and signs count. */
export const ExternalId = line(200).meta({ example: 'crm-4711' })

export const Email = z
  .email('An address such as name@example.com')
  .max(254)
  .meta({ example: 'amina@kilimo.example' })
export const Phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9 ().\-/]{5,32}$/, 'A phone number such as +255 712 345 678')
export const Website = z
  .url({ protocol: /^https?$/, error: 'An address such as https://example.com' })
  .max(300)
export const Locale = z
  .enum(['en', 'sw', 'fr', 'en-GB', 'en-US', 'de', 'nb'])
  .meta({ description: 'Language and number format' })
export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'A time zone such as Africa/Dar_es_Salaam')
  .meta({ example: 'Africa/Dar_es_Salaam' })
export const HexColor = z
  .string()
  .regex(/^#[0-9a-f]{6}$/, 'A colour such as #0f766e')
  .meta({ example: '#0f766e' })

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

export const Address = z
  .strictObject({
    line1: line(200, 0).optional(),
    line2: line(200, 0).optional(),
    city: line(120, 0).optional(),
    region: line(120, 0).optional(),
    postal_code: line(20, 0).optional(),
  })
  .meta({ id: 'Address' })
export type Address = z.infer<typeof Address>

/** Free-form attributes: at most 50 keys of at most 500 characters. A later write merges; null removes a key. */
export const Metadata = z
  .record(
    z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/, 'Keys are letters, digits, dot, dash and underscore'),
    z.string().max(500),
  )
  .meta({ id: 'Metadata', example: { segment: 'Enterprise' } })
export const MetadataPatch = z.record(
  z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/, 'Keys are letters, digits, dot, dash and underscore'),
  z.string().max(500).nullable(),
)

/** A page of a list: keyset cursors, never offsets. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).optional(),
  after: z.string().max(500).optional(),
  before: z.string().max(500).optional(),
}
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    object: z.literal('list'),
    data: z.array(item),
    has_more: z.boolean(),
    next_cursor: z.string().nullable(),
    previous_cursor: z.string().nullable(),
    total: z
      .strictObject({ count: z.number().int(), is_capped: z.boolean() })
      .optional()
      .meta({ description: 'Only when asked for with `total=true`; capped at 10,000' }),
  })
export const wantsTotal = { total: z.enum(['true']).optional() }

/** Who did something, as shown beside it. */
export const Actor = z
  .strictObject({
    kind: z.enum(['member', 'contact', 'link', 'system', 'platform']),
    name: z.string().nullable(),
  })
  .meta({ id: 'Actor' })
export const HistoryEntry = z
  .strictObject({
    id: z.string(),
    at: Instant,
    actor: Actor,
    action: z.string().meta({ example: 'clients.status_changed' }),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'HistoryEntry' })
export const Done = z.strictObject({ done: z.literal(true) }).meta({ id: 'Done' })
