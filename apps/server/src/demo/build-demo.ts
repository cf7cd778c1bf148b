import {
  approveProof,
  changeClientStatus,
  createClient,
  createInvoice,
  createPriceItem,
  createReceivingAccount,
  createTaxRate,
  getClient,
  getInvoice,
  getLinkedInvoice,
  getPortalHome,
  getPortalInvoice,
  issueInvoice,
  listContacts,
  listInvoiceLinks,
  listInvoices,
  listProofs,
  noteLinkedInvoiceView,
  recordPayment,
  rejectProof,
  sendInvoice,
  setExchangeRate,
  setPortalAccess,
  submitLinkedProof,
  updateOrganization,
  uploadLogo,
  getWorkspace,
  voidInvoice,
} from '@portico/contract'
import { addDays, exponentOf, todayIn, toDecimalString } from '@portico/money'
import { ApiCaller } from './api-caller.ts'
import { logoPicture, slipPicture } from './pictures.ts'
import { SeededRandom } from './seeded-random.ts'
import type { Story, StoryClient } from './story.ts'
import { livesOfTheTeam } from './team.ts'
import type { Edge } from '../platform/http/edge.ts'
import type { MovableClock } from '../platform/clock.ts'

type Money = { amount: number; currency: string }
const day = 86_400_000
/** Signs a contact in to the portal; the token of the session. */
export type EnterPortal = (contact: { id: string; name: string; email: string }) => Promise<string>

/**
 * Lives through twelve months of an organization, day by day, through the API: what a person could not do there is not in the demo.
 * The clock starts a year before `until` and ends there, so the history always ends today.
 */
export class DemoYear {
  readonly #edge: Edge
  readonly #api: ApiCaller
  readonly #story: Story
  readonly #clock: MovableClock
  readonly #random: SeededRandom
  readonly #until: number
  readonly #enterPortal: EnterPortal
  readonly #visitors = new Map<string, ApiCaller>()
  readonly #accounts = new Map<string, string[]>()
  readonly #items: {
    id: string
    name: string
    unit: string
    prices: { currency: string; price: string }[]
  }[] = []
  /** What happens when, by day; later days may be added while living. */
  #plan: { at: number; deed: () => Promise<void> }[] = []

  constructor(
    edge: Edge,
    api: ApiCaller,
    story: Story,
    clock: MovableClock,
    until: Date,
    seed: number,
    enterPortal: EnterPortal,
  ) {
    this.#edge = edge
    this.#api = api
    this.#story = story
    this.#clock = clock
    this.#until = until.getTime()
    this.#random = new SeededRandom(seed)
    this.#enterPortal = enterPortal
  }

  /** @returns how many invoices were written */
  async live(): Promise<number> {
    await this.#settle()
    this.#schedule(this.#until - 2 * day, () => livesOfTheTeam(this.#api, this.#story))
    let invoices = 0
    const start = this.#now()
    for (const [position, client] of this.#story.clients.entries()) {
      // Half of them were there from the start, the others came during the first half year.
      const joined = position % 2 === 0 ? start : start + this.#random.between(10, 170) * day
      this.#schedule(joined, async () => {
        const id = await this.#addClient(client)
        for (let at = 0; at < client.invoices; at++) {
          const share = (at + 0.3 + this.#random.next() * 0.7) / client.invoices
          this.#schedule(joined + Math.round(share * (this.#until - joined - day)), () =>
            this.#bill(client, id, at === client.invoices - 1),
          )
        }
        // Something is always on its way: sent in the last days and not due yet.
        if (
          !['pending', 'suspended', 'never', 'inactive'].includes(client.habit) &&
          this.#random.next() < 0.6
        ) {
          invoices++
          this.#schedule(this.#until - this.#random.between(1, 8) * day, () => this.#bill(client, id, false))
        }
      })
      invoices += client.invoices
    }
    if (this.#story.clients.some(({ habit }) => habit === 'proof'))
      this.#schedule(this.#until - 0.2 * day, () => this.#proveNewest())
    while (this.#plan.length > 0) {
      this.#plan.sort((a, b) => a.at - b.at)
      const next = this.#plan.shift() as { at: number; deed: () => Promise<void> }
      if (next.at > this.#until) break
      this.#clock.advance(Math.max(0, next.at - this.#now()))
      await next.deed()
    }
    this.#clock.advance(Math.max(0, this.#until - this.#now()))
    return invoices
  }

  async #isPortalOpen(clientId: string): Promise<boolean> {
    const { status } = await this.#api.call(getClient, { params: { client_id: clientId } })
    return status === 'active'
  }

  #now(): number {
    return this.#clock.now().getTime()
  }
  #today(): string {
    return todayIn(this.#story.timezone, this.#clock.now())
  }
  #schedule(at: number, deed: () => Promise<void>): void {
    this.#plan.push({ at, deed })
  }

  async #settle(): Promise<void> {
    const api = this.#api
    const story = this.#story
    for (const rate of story.taxRates) await api.call(createTaxRate, { body: rate })
    const { organization } = await api.call(getWorkspace)
    await api.call(updateOrganization, {
      body: { ...story.settings, brand_color: story.color, default_tax_rate_key: story.defaultTax } as never,
      version: organization.version,
    })
    const logo = await logoPicture(story.name, story.color, story.mark)
    await api.call(uploadLogo, { file: { name: 'logo.png', type: 'image/png', content: logo } })
    for (const account of story.accounts) {
      const { id } = await api.call(createReceivingAccount, { body: account })
      this.#accounts.set(account.currency, [...(this.#accounts.get(account.currency) ?? []), id])
    }
    for (const item of story.items) {
      const { id } = await api.call(createPriceItem, { body: { ...item, tax_rate_key: story.defaultTax } })
      this.#items.push({ id, ...item })
    }
    for (let month = 0; month <= 12; month++) {
      for (const { currency, rate } of story.rates) {
        const drifted = rate * (1 + (this.#random.next() - 0.5) * 0.04)
        await api.call(setExchangeRate, {
          params: { currency },
          body: {
            rate: String(Math.round(drifted * 10_000) / 10_000),
            rate_date: addDays(this.#today(), month * 30),
          },
        })
      }
    }
  }

  async #addClient(client: StoryClient): Promise<string> {
    const api = this.#api
    const created = await api.call(createClient, {
      body: {
        name: client.name,
        kind: client.kind ?? 'company',
        email: client.email,
        phone: client.phone ?? null,
        country: client.country,
        address: { line1: client.street, city: client.city },
        tax_number: client.tax_number ?? null,
        currency: client.currency ?? null,
        payment_terms_days: client.terms ?? null,
        requires_purchase_order: client.requires_purchase_order ?? false,
        ...(client.locale && { locale: client.locale }),
        ...(client.segment && { metadata: { segment: client.segment } }),
        primary_contact: { name: client.contact, email: client.email },
      },
    })
    if (client.habit === 'pending') return created.id
    if (created.status === 'pending')
      await api.call(changeClientStatus, { params: { client_id: created.id }, body: { status: 'active' } })
    if (client.habit === 'suspended')
      this.#schedule(
        this.#until - 20 * day,
        async () =>
          void (await api.call(changeClientStatus, {
            params: { client_id: created.id },
            body: { status: 'suspended', reason: 'Two invoices unpaid for 90 days' },
          })),
      )
    if (client.habit === 'inactive')
      this.#schedule(
        this.#until - 30 * day,
        async () =>
          void (await api.call(changeClientStatus, {
            params: { client_id: created.id },
            body: { status: 'inactive', reason: 'Closed its shop' },
          })),
      )
    const { data } = await api.call(listContacts, { params: { client_id: created.id } })
    const contact = data[0]
    if (contact && this.#random.next() < 0.7) {
      await api.call(setPortalAccess, {
        params: { client_id: created.id, contact_id: contact.id },
        body: { portal_access: true, rights_preset: 'owner', notify: false },
      })
      const token = await this.#enterPortal({ id: contact.id, name: contact.name, email: client.email })
      this.#visitors.set(created.id, this.#api.as(token, created.id))
    }
    return created.id
  }

  async #bill(client: StoryClient, clientId: string, isLast: boolean): Promise<void> {
    const api = this.#api
    const currency = client.currency ?? this.#story.currency
    const priced = this.#items.filter((item) => item.prices.some((price) => price.currency === currency))
    const lines = Array.from({ length: this.#random.between(1, 4) }, () => {
      const item = this.#random.pick(priced)
      const price = item.prices.find((candidate) => candidate.currency === currency) as { price: string }
      return {
        price_item_id: item.id,
        description: item.name,
        quantity:
          item.unit === 'day' || item.unit === 'hour'
            ? String(this.#random.between(3, 24) / 2)
            : String(this.#random.between(1, 3)),
        unit: item.unit,
        unit_price: price.price,
        ...(this.#random.next() < 0.1 && { discount_percent: '10' }),
      }
    })
    const draft = await api.call(createInvoice, {
      body: {
        client_id: clientId,
        lines,
        ...(client.requires_purchase_order && {
          purchase_order: `PO-${this.#random.between(20_000, 99_999)}`,
        }),
      },
    })
    // The newest of some clients stays a draft, so that there is something to finish.
    if (isLast && ['late', 'prompt'].includes(client.habit) && this.#until - this.#now() < 40 * day) return
    const issued = await api.call(issueInvoice, {
      params: { invoice_id: draft.id },
      body: {},
      version: draft.version,
    })
    await api.call(sendInvoice, {
      params: { invoice_id: issued.id },
      body: {
        message:
          client.locale === 'sw'
            ? 'Ankara ya mwezi huu imeambatishwa. Asante.'
            : 'This month’s invoice is attached. Thank you.',
      },
    })
    if (this.#random.next() < 0.03) {
      await api.call(voidInvoice, {
        params: { invoice_id: issued.id },
        body: { reason: 'Written for the wrong month' },
        version: (await api.call(getInvoice, { params: { invoice_id: issued.id } })).version,
      })
      return
    }
    if (client.habit !== 'never' || this.#random.next() < 0.5)
      this.#schedule(this.#now() + this.#random.between(1, 5) * day, () => this.#view(issued.id, clientId))
    this.#schedulePayment(
      client,
      clientId,
      issued.id,
      issued.totals.gross,
      Date.parse(`${issued.due_date}T10:00:00Z`),
    )
  }

  #schedulePayment(
    client: StoryClient,
    clientId: string,
    invoiceId: string,
    gross: Money,
    due: number,
  ): void {
    const random = this.#random
    const pay = (at: number, share: number): void =>
      this.#schedule(at, () => this.#pay(clientId, invoiceId, share))
    switch (client.habit) {
      case 'prompt':
      case 'inactive':
        return pay(due - random.between(1, 9) * day, 1)
      case 'late':
        return pay(due + random.between(15, 55) * day, 1)
      case 'parts':
        pay(due - 2 * day, 0.5)
        return pay(due + random.between(20, 90) * day, 1)
      case 'over':
        return pay(due - random.between(0, 5) * day, 1.05)
      case 'proof':
        return this.#schedule(due - random.between(1, 6) * day, () => this.#prove(invoiceId, gross))
      case 'never':
      case 'pending':
      case 'suspended':
        return
    }
  }

  async #linkToken(invoiceId: string): Promise<string> {
    const { data } = await this.#api.call(listInvoiceLinks, { params: { invoice_id: invoiceId } })
    return data[0]?.url.split('/i/')[1] as string
  }

  /** Opened in the portal by whoever has an account there, by the private link else; a few do both. */
  async #view(invoiceId: string, clientId: string): Promise<void> {
    const contact = this.#visitors.get(clientId)
    const isOpen = await this.#isPortalOpen(clientId)
    if (contact && isOpen) {
      await contact.call(getPortalHome)
      await contact.call(getPortalInvoice, { params: { invoice_id: invoiceId } })
      if (this.#random.next() < 0.7) return
    }
    const visitor = new ApiCaller(this.#edge, {})
    const token = await this.#linkToken(invoiceId)
    await visitor.call(getLinkedInvoice, { params: { token } })
    await visitor.call(noteLinkedInvoiceView, { params: { token } })
  }

  async #pay(clientId: string, invoiceId: string, share: number): Promise<void> {
    const invoice = await this.#api.call(getInvoice, { params: { invoice_id: invoiceId } })
    if (invoice.document_state !== 'final' || invoice.totals.due.amount === 0) return
    const { currency } = invoice
    const step = 10 ** exponentOf(currency)
    const due = invoice.totals.due.amount
    // A part is a round figure; the rest is paid to the cent.
    const wanted =
      share === 1 || due < invoice.totals.gross.amount
        ? due
        : Math.max(step, Math.round((invoice.totals.gross.amount * share) / step) * step)
    const towards = Math.min(wanted, due)
    const amount = share > 1 ? wanted : towards
    await this.#api.call(recordPayment, {
      body: {
        client_id: clientId,
        receiving_account_id: this.#random.pick(this.#accounts.get(currency) as string[]),
        amount: { amount, currency },
        received_on: this.#today(),
        payer: invoice.client.name.slice(0, 100),
        external_reference: `TX${this.#random.between(10_000_000, 99_999_999)}`,
        allocations: [{ invoice_id: invoiceId, amount: { amount: towards, currency } }],
      },
    })
  }

  /** The last thing that happens: proofs that wait on the review desk, of invoices that are not due yet. */
  async #proveNewest(): Promise<void> {
    const { data } = await this.#api.call(listInvoices, {
      query: { document_state: 'final', settlement_state: 'open' },
    })
    const waiting = data
      .filter(({ due_date: due }) => due !== null && due >= this.#today())
      .toSorted(
        (a, b) =>
          Number(b.due.currency === this.#story.currency) - Number(a.due.currency === this.#story.currency),
      )
      .slice(0, 3)
    for (const { id, due } of waiting) {
      // The desk opens with the oldest: a picture, which is what it is made for.
      await this.#prove(id, due, id === waiting[0]?.id)
      this.#clock.advance(0.05 * day)
    }
  }

  /** The client sends a proof; most are approved a day later, some are turned down first, the newest wait on the desk. */
  async #prove(invoiceId: string, gross: Money, isPicture = this.#random.next() < 0.6): Promise<void> {
    const waiting = await this.#api.call(listProofs, { query: { invoice_id: invoiceId, state: 'submitted' } })
    if (waiting.data.length > 0) return
    const visitor = new ApiCaller(this.#edge, {})
    const typed = toDecimalString(gross)
    const code = `QK${this.#random.between(100_000, 999_999)}TZ`
    const params = { token: await this.#linkToken(invoiceId) }
    const invoice = await this.#api.call(getInvoice, { params: { invoice_id: invoiceId } })
    const said = {
      amount: typed,
      paid_on: this.#today(),
      reference: code,
      your_name:
        this.#story.clients.find(({ name }) => name === invoice.client.name)?.contact ?? 'Salma Juma',
    }
    // Some send the picture of the phone, some paste its message.
    if (isPicture) {
      const content = await slipPicture({
        bank: gross.currency === 'TZS' ? 'M-Pesa' : 'Bank transfer',
        color: gross.currency === 'TZS' ? '#b91c1c' : '#1d4ed8',
        amount: `${gross.currency} ${Number(typed).toLocaleString('en')}`,
        to: this.#story.name,
        reference: invoice.payment_reference?.value ?? '',
        transaction: code,
        day: this.#today(),
        payer: said.your_name,
      })
      await visitor.call(submitLinkedProof, {
        params,
        body: said,
        file: { name: `payment-${code}.png`, type: 'image/png', content },
      })
    } else {
      const pasted_text = `${code} Confirmed. ${gross.currency} ${typed} sent to ${this.#story.name.toUpperCase()} on ${this.#today()}.`
      await visitor.call(submitLinkedProof, { params, body: { pasted_text, ...said } })
    }
    const isTurnedDown = this.#random.next() < 0.2
    this.#schedule(this.#now() + day, async () => {
      const proof = (
        await this.#api.call(listProofs, { query: { invoice_id: invoiceId, state: 'submitted' } })
      ).data[0]
      if (!proof) return
      if (isTurnedDown) {
        await this.#api.call(rejectProof, {
          params: { payment_proof_id: proof.id },
          body: {
            reason: 'The message is cut off before the amount. Send the whole message, or a picture of it.',
          },
        })
        this.#schedule(this.#now() + 2 * day, () => this.#prove(invoiceId, gross))
        return
      }
      await this.#api.call(approveProof, {
        params: { payment_proof_id: proof.id },
        body: {
          amount: proof.invoice.due,
          received_on: this.#today(),
          receiving_account_id: this.#accounts.get(gross.currency)?.[0] as string,
          external_reference: code,
        },
      })
    })
  }
}
