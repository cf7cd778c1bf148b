import type { AppParts } from '../src/app-parts.ts'

/**
 * Parts for one caller whose first use of a method of the database is met by what somebody else does right before or right after it: so a
 * test stands in the gap between a look and the deed that follows from it, and not somewhere near it.
 */
export function meanwhile(
  parts: AppParts,
  place: 'before' | 'after',
  method: 'global' | 'withOrganization' | 'transaction',
  deed: () => Promise<unknown>,
): AppParts {
  let isDone = false
  const database = new Proxy(parts.database, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      if (name !== method || isDone) return value.bind(target) as unknown
      return async (...given: unknown[]) => {
        isDone = true
        if (place === 'before') await deed()
        const answer: unknown = await Reflect.apply(value, target, given)
        if (place === 'after') await deed()
        return answer
      }
    },
  })
  return { ...parts, database }
}
