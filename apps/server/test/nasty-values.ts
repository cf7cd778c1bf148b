/** Deterministic randomness (mulberry32), so that a failure can be seen again with its seed. */
export function randomFrom(seed: number): { below(most: number): number; oneOf<T>(list: readonly T[]): T } {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number): number => Math.floor(next() * most)
  return { below, oneOf: (list) => list[below(list.length)] as (typeof list)[number] }
}

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)

/** What senders should not send: wrong kinds, edges of ranges, characters that programs trip over. */
export const nastyTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\u0007',
  '\ud800',
  'x\udfff',
  '\u202egnp.exe',
  '\ufeff',
  'e\u0301',
  '\u{1f4a9}'.repeat(30),
  'é'.repeat(300),
  'x'.repeat(501),
  'y'.repeat(5_000),
  "'; drop table invoices; --",
  '%',
  '_%_',
  '\\',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '${7*7}',
  '__proto__',
  'constructor',
  'null',
  'true',
  '0',
  '-0',
  '-1',
  '1e309',
  '1e5',
  '0x10',
  'NaN',
  'Infinity',
  '999999999999.99999999',
  '-999999999999.99999999',
  '0.00000001',
  '000000000001',
  '1,5',
  '٣',
  '9007199254740993',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2026-02-30',
  '2026-13-01',
  '2026-03-10T00:00:00Z',
  '-000001-01-01',
  '10000-01-01',
  'XXX',
  'XAU',
  'usd',
  'USD ',
  'JPY',
  'KWD',
  'ZZ',
  'Etc/GMT+12',
  'inv_00000000000000000000000000',
  'inv_7zzzzzzzzzzzzzzzzzzzzzzzzz',
  'cli_ILOU0000000000000000000000',
  '00000000-0000-0000-0000-000000000000',
  'a@b.co',
  'A@B.CO',
  'ａ@example.com',
  `${'a'.repeat(64)}@${'b'.repeat(180)}.com`,
  'https://user:pw@example.com',
  'javascript:alert(1)',
  'INV-{YYYY}-{NNN}',
  '{NNN}{YYYY}'.repeat(10),
  '\n',
  '\r\nSet-Cookie: a=b',
  '\u2028',
]
export const nastyValues: readonly unknown[] = [
  ...nastyTexts,
  null,
  true,
  false,
  0,
  -0,
  -1,
  1,
  0.1,
  1e-9,
  2 ** 31,
  2 ** 31 - 1,
  -(2 ** 31),
  2 ** 53,
  2 ** 53 - 1,
  -(2 ** 53),
  1e21,
  1e308,
  [],
  {},
  [[]],
  [null],
  [{}],
  { amount: 1 },
  { amount: 2 ** 53 - 1, currency: 'USD' },
  { amount: -1, currency: 'USD' },
  { amount: 1, currency: 'XXX' },
  { amount: '1', currency: 'USD' },
  { amount: 1, currency: 'USD', extra: 1 },
  { constructor: { prototype: { isAdmin: true } } },
  { toString: 1 },
  { length: -1 },
  nested(50),
  nested(3_000),
  Array.from({ length: 1_001 }, () => 0),
  Array.from({ length: 100_000 }, () => 1),
  'z'.repeat(100_000),
]

type Random = ReturnType<typeof randomFrom>
type Bag = Record<string, unknown>

/** Every place in a value, as paths of keys; the value itself is the empty path. */
function placesIn(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))]
}

/** A copy of a value with one place of it spoilt: replaced, removed, repeated, or with a field too many beside it. */
export function spoil(value: unknown, random: Random, fields: readonly string[] = []): unknown {
  const copy = structuredClone(value)
  const places = placesIn(copy)
  // A field that the sample leaves out may be there all the same.
  const extra = fields.length > 0 && random.below(2) === 0 ? random.oneOf(fields) : null
  if (extra && typeof copy === 'object' && copy !== null && !Array.isArray(copy))
    return { ...copy, [extra]: random.oneOf(nastyValues) }
  const path = random.oneOf(places)
  if (path.length === 0)
    return random.below(4) === 0
      ? random.oneOf(nastyValues)
      : typeof copy === 'object' && copy !== null
        ? {
            ...copy,
            [random.oneOf(['extra', 'id', 'organization_id', 'constructor', 'is_platform_admin', 'status'])]:
              random.oneOf(nastyValues),
          }
        : random.oneOf(nastyValues)
  const owner = path.slice(0, -1).reduce((inner, key) => (inner as Bag)[key], copy) as Bag
  const last = path.at(-1) as string
  const deed = random.below(6)
  if (deed === 0) delete owner[last]
  else if (deed === 1) owner[last] = [owner[last], owner[last]]
  else if (deed === 2)
    owner[last] = typeof owner[last] === 'number' ? String(owner[last]) : { value: owner[last] }
  else owner[last] = random.oneOf(nastyValues)
  return copy
}
