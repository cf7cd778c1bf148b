import type { Change } from '@portico/contract/live.ts'
import type { QueryKey } from '@tanstack/react-query'
import { currentPlace } from '../shared/api.ts'

/** Whether a query of the portal may show something else after these changes. A client's pages are few and small: all of them may. */
export function showsChange(key: QueryKey, changes: readonly Change[]): boolean {
  if (key[0] === 'portal-me')
    return changes.some(({ kind }) => kind === 'client' || kind === 'contact' || kind === 'organization')
  return key[0] === 'portal' && key[1] === currentPlace().client
}
