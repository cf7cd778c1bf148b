import { statement, type Tx } from '../../platform/database/index.ts'

/** Words that stand, or may come to stand, where a slug does: `/app/<slug>`, `/client-portal/<slug>`. */
const reserved = new Set([
  'new',
  'admin',
  'api',
  'app',
  'login',
  'sign-in',
  'sign-up',
  'sign-out',
  'set-up',
  'settings',
  'portal',
  'client',
  'reseller',
  'static',
  'assets',
  'www',
])
const longest = 48

const taken = statement<{ slug: string }>('select slug from organizations where slug = any($1::text[])')

export const isReservedSlug = (slug: string): boolean => reserved.has(slug)

/** A name as a slug: `Kilimo & Söhne Ltd.` → `kilimo-sohne-ltd`. Never empty. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest - 4)
    .replaceAll(/^-+|-+$/g, '')
  return slug.length >= 2 ? slug : `team${slug && `-${slug}`}`
}

/** A slug for a name that nobody has yet: the name's own, else with a number. Two at the same moment meet at the unique index. */
export async function freeSlug(tx: Tx, name: string): Promise<string> {
  const first = slugOf(name)
  const candidates = [
    ...(isReservedSlug(first) ? [] : [first]),
    ...Array.from({ length: 98 }, (_, at) => `${first}-${at + 2}`),
  ]
  const used = new Set((await tx.all(taken(candidates))).map((row) => row.slug))
  const free = candidates.find((candidate) => !used.has(candidate))
  return free ?? `${first.slice(0, longest - 9)}-${Date.parse(tx.now).toString(36)}`
}
