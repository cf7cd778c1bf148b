import { z } from 'zod'

/**
 * Public ids: a type prefix and a UUIDv7 in the TypeID format (https://github.com/jetify-com/typeid, spec 0.3), for
 * example `inv_01jd3k8w2fe0vb3y7p5m9x4t6q`. The database keeps the bare uuid. Callers must not parse them.
 */
export const idPrefixes = {
  user: 'usr',
  session: 'ses',
  organization: 'org',
  role: 'rol',
  membership: 'mem',
  invitation: 'ivt',
  client: 'cli',
  contact: 'con',
  reseller: 'res',
  file: 'fil',
  email: 'eml',
  auditEntry: 'aud',
  accountEvent: 'acv',
  taxRate: 'tax',
  priceItem: 'itm',
  receivingAccount: 'acc',
  invoice: 'inv',
  documentLink: 'lnk',
  paymentReference: 'ref',
  paymentProof: 'prf',
  payment: 'pay',
  allocation: 'alo',
  receipt: 'rcp',
  journalEntry: 'jen',
  notification: 'ntf',
  contactMessage: 'msg',
  importBatch: 'imp',
  importFile: 'imf',
  importRow: 'imr',
  importRecord: 'imd',
} as const

export type IdKind = keyof typeof idPrefixes

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const valueOf = new Map([...alphabet].map((letter, value) => [letter, value]))
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** The public form of a uuid: `toPublicId('invoice', '0193…')` → `inv_…`. */
export function toPublicId(kind: IdKind, uuid: string): string {
  let bits = 0
  // 128 bits in 26 letters of 5: the first letter carries only 3 bits, so start as if 2 zero bits had been read.
  let held = 2
  let text = idPrefixes[kind] + '_'
  for (let at = 0; at < uuid.length; at++) {
    const code = uuid.charCodeAt(at)
    if (code === 45) continue
    bits = ((bits << 4) | (code < 58 ? code - 48 : (code | 32) - 87)) & 0xfff
    held += 4
    if (held >= 5) {
      held -= 5
      text += alphabet[(bits >>> held) & 31]
    }
  }
  return text
}

/** The uuid behind a public id, or null where the text is not an id of that kind. */
export function fromPublicId(kind: IdKind, text: string): string | null {
  const prefix = idPrefixes[kind]
  if (text.length !== prefix.length + 27 || !text.startsWith(`${prefix}_`)) return null
  let bits = 0
  let held = -2
  let digits = ''
  for (let at = prefix.length + 1; at < text.length; at++) {
    const value = valueOf.get(text[at] as string)
    if (value === undefined || (at === prefix.length + 1 && value > 7)) return null
    bits = (bits << 5) | value
    held += 5
    if (held >= 8) {
      held -= 8
      digits += hex[(bits >>> held) & 255]
      bits &= (1 << held) - 1
    }
  }
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`
}

const kindOf = new Map(Object.entries(idPrefixes).map(([kind, prefix]) => [prefix as string, kind as IdKind]))

/** What a public id of any kind names, or null where the text is none: for filters that take several kinds. */
export function readPublicId(text: string): { kind: IdKind; id: string } | null {
  const kind = kindOf.get(text.slice(0, text.indexOf('_')))
  const uuid = kind && fromPublicId(kind, text)
  return uuid ? { kind, id: uuid } : null
}

/**
 * The schema of an id on the wire: a string for callers, a bare uuid for the server (decoded on the way in, encoded on
 * the way out). A text that is no id of the kind fails as `unknown_id`, which is answered like an id that never existed.
 */
export function id(kind: IdKind) {
  return z.codec(
    z
      .string()
      .max(40)
      .meta({ example: toPublicId(kind, '01938c0a-7b1e-7c3d-9f42-5a6b7c8d9e0f') }),
    z.string(),
    {
      decode: (text, context) => {
        const uuid = fromPublicId(kind, text)
        if (uuid) return uuid
        context.issues.push({
          code: 'custom',
          input: text,
          message: 'No such record',
          params: { code: 'unknown_id' },
        })
        return z.NEVER
      },
      encode: (uuid) => toPublicId(kind, uuid),
    },
  )
}
