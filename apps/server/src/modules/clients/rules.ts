import { clientTransitions } from '@portico/contract'
import { searchTextOf } from '../../platform/search-text.ts'
import type { ClientState } from './reads.ts'

/** Where a client's status may go from here (DESIGN.md, decision 9). */
export const transitionsFrom = (status: ClientState): readonly ClientState[] => clientTransitions[status]
export const mayBecome = (from: ClientState, to: ClientState): boolean => transitionsFrom(from).includes(to)

/** New invoices are written for clients that can still see them; an inactive one keeps only its private links. */
export const canBeInvoiced = (status: ClientState): boolean => status !== 'inactive'
/** The portal opens for somebody new only where all of it is open. */
export const canOpenPortal = (status: ClientState): boolean => status === 'pending' || status === 'active'

type Searchable = {
  name: string
  legal_name: string | null
  refid: string
  email: string | null
  tax_number: string | null
  phone: string | null
  also_known_as?: string | null
}
/** Everything that people know a client by, the phone number also without its spaces. */
export const clientSearchText = (client: Searchable): string =>
  searchTextOf(
    client.name,
    client.legal_name,
    client.refid,
    client.email,
    client.tax_number,
    client.phone?.replaceAll(/[^\d+]/g, ''),
    client.also_known_as,
  )

/** A tax number as it is compared: letters and digits only. */
export const taxNumberKey = (taxNumber: string): string =>
  taxNumber.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase()
