import { statement, type Tx } from '../../../platform/database/index.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { taxNumberKey } from '../../clients/index.ts'
import { KeySet } from './key-set.ts'
import type { Planning } from './plan.ts'
import { knownClients } from './store.ts'
import { clientExternalId, nameKey, type ClientPayload } from './values-of-clients.ts'

/** A client as the plan knows it: an item of the batch, a client that is here, or both. */
export type ClientRef = { itemId: string | null; clientId: string | null; name: string; email: string | null }
export type WantedClient = {
  name: string
  email: string | null
  externalId: string
  taxNumber?: string | null
}

type ExistingRow = {
  id: string
  name: string
  email_key: string | null
  tax_number_key: string | null
  name_key: string
}
type ItemRow = {
  id: string
  label: string
  name_key: string | null
  email_key: string | null
  external_id: string
  entity_id: string | null
}

/**
 * Who is who: the clients of the batch and those that are here, by the id of the other system, by email, tax number and name. Asked by the
 * chunk, so that a hundred thousand of them need not be held in memory.
 */
export class ClientBook {
  readonly #planning: Planning
  /** The keys of all items of the batch: what is not among them need not be asked for. */
  readonly #seen = { names: new KeySet(), emails: new KeySet(), externalIds: new KeySet() }
  #recorded = new Map<string, string>()
  #existingByEmail = new Map<string, ExistingRow>()
  #existingByTax = new Map<string, ExistingRow>()
  #existingByName = new Map<string, ExistingRow>()
  #itemsByExternalId = new Map<string, ClientRef>()
  #itemsByEmail = new Map<string, ClientRef>()
  #itemsByName = new Map<string, ClientRef[]>()

  constructor(planning: Planning) {
    this.#planning = planning
  }

  /** Loads what a chunk will ask for; what the chunk before found is forgotten, and comes from the database again. */
  async prepare(tx: Tx, wanted: readonly WantedClient[]): Promise<void> {
    const { organizationId, batchId } = this.#planning.run
    const externalIds = [
      ...new Set(
        wanted.flatMap((client) => [
          clientExternalId(client),
          ...(client.externalId ? [client.externalId] : []),
        ]),
      ),
    ]
    const emails = [...new Set(wanted.flatMap(({ email }) => (email ? [emailKey(email)] : [])))]
    const names = [...new Set(wanted.flatMap(({ name }) => (name ? [nameKey(name)] : [])))]
    const taxes = [
      ...new Set(wanted.flatMap(({ taxNumber }) => (taxNumber ? [taxNumberKey(taxNumber)] : []))),
    ]
    const before = {
      names: names.filter((name) => this.#seen.names.mayHave(name)),
      emails: emails.filter((email) => this.#seen.emails.mayHave(email)),
      externalIds: externalIds.filter((id) => this.#seen.externalIds.mayHave(id)),
    }
    const isAnySeen = Object.values(before).some((keys) => keys.length > 0)
    const [records, byEmail, byTax, byName, items = []] = await tx.batch([
      knownClients(organizationId, this.#planning.source, externalIds),
      existingByEmail(organizationId, emails),
      existingByTax(organizationId, taxes),
      existingByName(organizationId, names),
      ...(isAnySeen
        ? [itemsOfBatch(organizationId, batchId, before.names, before.emails, before.externalIds)]
        : []),
    ])
    this.#recorded = new Map(records.map((row) => [row.external_id, row.entity_id]))
    this.#existingByEmail = new Map(byEmail.map((row) => [row.email_key as string, row]))
    this.#existingByTax = new Map(byTax.map((row) => [row.tax_number_key as string, row]))
    this.#existingByName = new Map(byName.map((row) => [row.name_key, row]))
    this.#itemsByExternalId.clear()
    this.#itemsByEmail.clear()
    this.#itemsByName.clear()
    for (const row of items)
      this.remember(
        { itemId: row.id, clientId: row.entity_id, name: row.label, email: row.email_key },
        row.external_id,
      )
  }

  remember(ref: ClientRef, externalId: string): void {
    if (!this.#itemsByExternalId.has(externalId)) this.#itemsByExternalId.set(externalId, ref)
    this.#seen.externalIds.add(externalId)
    this.#seen.names.add(nameKey(ref.name))
    if (ref.email) this.#seen.emails.add(emailKey(ref.email))
    if (ref.email && !this.#itemsByEmail.has(emailKey(ref.email)))
      this.#itemsByEmail.set(emailKey(ref.email), ref)
    const list = this.#itemsByName.get(nameKey(ref.name)) ?? []
    if (!list.some(({ itemId }) => itemId === ref.itemId))
      this.#itemsByName.set(nameKey(ref.name), [...list, ref])
  }

  /** The client that the other system's id stands for here, if it was brought in before. */
  recorded(externalId: string): string | null {
    return this.#recorded.get(externalId) ?? null
  }

  inBatch(client: WantedClient): { ref: ClientRef; by: 'id' | 'email' | 'name' } | null {
    const byId = this.#itemsByExternalId.get(client.externalId || clientExternalId(client))
    if (byId) return { ref: byId, by: 'id' }
    const byEmail = client.email ? this.#itemsByEmail.get(emailKey(client.email)) : undefined
    if (byEmail) return { ref: byEmail, by: 'email' }
    const byName = client.name ? this.#itemsByName.get(nameKey(client.name)) : undefined
    const [only] = byName ?? []
    return only ? { ref: only, by: 'name' } : null
  }

  /** A client of Portico that this one is: never doubled. */
  existing(client: WantedClient): { row: ExistingRow; by: 'email' | 'tax number' | 'name' } | null {
    const byEmail = client.email ? this.#existingByEmail.get(emailKey(client.email)) : undefined
    if (byEmail) return { row: byEmail, by: 'email' }
    const byTax = client.taxNumber ? this.#existingByTax.get(taxNumberKey(client.taxNumber)) : undefined
    if (byTax) return { row: byTax, by: 'tax number' }
    const byName = client.name ? this.#existingByName.get(nameKey(client.name)) : undefined
    return byName ? { row: byName, by: 'name' } : null
  }

  /** Plans a client: new, or one that is here. */
  plan(
    client: WantedClient,
    payload: ClientPayload,
    found: { action: 'create' | 'match' | 'unchanged'; clientId: string | null },
  ): ClientRef {
    const externalId = client.externalId || clientExternalId(client)
    const itemId = this.#planning.item({
      kind: 'clients',
      externalId,
      label: payload.name,
      action: found.action,
      nameKey: nameKey(payload.name),
      emailKey: payload.email && emailKey(payload.email),
      payload: found.action === 'create' ? payload : {},
      entityId: found.clientId,
    })
    const ref: ClientRef = { itemId, clientId: found.clientId, name: payload.name, email: payload.email }
    this.remember(ref, externalId)
    return ref
  }
}

const columns = 'id, name, email_key, tax_number_key, name_key'
const existingByEmail = statement<ExistingRow>(
  `select ${columns} from clients where organization_id = $1 and email_key = any ($2::text[]) and deleted_at is null`,
)
const existingByTax = statement<ExistingRow>(
  `select ${columns} from clients where organization_id = $1 and tax_number_key = any ($2::text[]) and tax_number_key <> '' and deleted_at is null`,
)
const existingByName = statement<ExistingRow>(
  `select distinct on (name_key) ${columns} from clients where organization_id = $1 and name_key = any ($2::text[]) and deleted_at is null order by name_key, id`,
)
const itemsOfBatch = statement<ItemRow>(
  `select id, label, name_key, email_key, external_id, entity_id from import_items where organization_id = $1 and batch_id = $2 and kind = 'clients' and name_key = any ($3::text[])
     and (state = 'planned' or action <> 'create')
   union
   select id, label, name_key, email_key, external_id, entity_id from import_items where organization_id = $1 and batch_id = $2 and kind = 'clients' and email_key = any ($4::text[])
     and (state = 'planned' or action <> 'create')
   union
   select id, label, name_key, email_key, external_id, entity_id from import_items where organization_id = $1 and batch_id = $2 and kind = 'clients' and external_id = any ($5::text[])
     and (state = 'planned' or action <> 'create')
   order by id`,
)
