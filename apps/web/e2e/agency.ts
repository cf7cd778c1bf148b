import {
  ifMatch,
  createPorticoClient,
  unwrap,
  type PorticoClient,
  type Schema,
} from '../../../packages/sdk/src/index.ts'

export interface NewInvoice {
  currency?: string
  /** What each line costs, as decimals; one line named "Work" by default. */
  lines?: { description: string; unit_price: string; quantity?: string }[]
  issue_date?: string
  due_date?: string
  purchase_order?: string
  note?: string
}

/** A cookie jar of one person: the API as a browser of theirs would use it. */
function personAt(url: string, organization: () => string | null): PorticoClient {
  const jar = new Map<string, string>()
  return createPorticoClient({
    baseUrl: url,
    organization,
    csrfToken: () => jar.get('portico_csrf') ?? null,
    fetch: async (request) => {
      const asked = request instanceof Request ? request : new Request(request)
      asked.headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
      const answer = await fetch(asked)
      for (const line of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
        jar.set(name, decodeURIComponent(value))
      }
      return answer
    },
  })
}

/** An organization and its owner, who does through the public API what a browser journey needs to be done on the other side. */
export class Agency {
  readonly api: PorticoClient
  slug = ''
  #organization: string | null = null
  #accounts = new Map<string, string>()

  private constructor(url: string) {
    this.api = personAt(url, () => this.#organization)
  }

  /** Sets an empty installation up. @param setUpUrl the link that the terminal prints */
  static async setUp(url: string, setUpUrl: string, name = 'Kilimo Studio'): Promise<Agency> {
    const agency = new Agency(url)
    const me = await unwrap(
      agency.api.POST('/v1/setup', {
        body: {
          token: new URL(setUpUrl).searchParams.get('token') ?? '',
          name: 'Amina Mushi',
          email: 'amina@kilimo.example',
          password: 'a calm and long sentence 42',
          organization_name: name,
          country: 'TZ',
          currency: 'TZS',
          timezone: 'Africa/Dar_es_Salaam',
        },
      }),
    )
    agency.#enter(me)
    await agency.#settle()
    return agency
  }

  /** Signs an owner of an installation that lives already in. */
  static async signIn(url: string, email: string, password: string): Promise<Agency> {
    const agency = new Agency(url)
    agency.#enter(await unwrap(agency.api.POST('/v1/auth/sign-in', { body: { email, password } })))
    const { data } = await unwrap(agency.api.GET('/v1/receiving-accounts', {}))
    for (const account of data) agency.#accounts.set(account.currency, account.id)
    return agency
  }

  #enter(me: Schema<'Me'>): void {
    const [organization] = me.organizations
    if (!organization) throw new Error('the person belongs to no organization')
    this.#organization = organization.id
    this.slug = organization.slug
  }

  /** Two ways to be paid in shillings, one in dollars. */
  async #settle(): Promise<void> {
    const today = new Date().toISOString().slice(0, 10)
    await unwrap(
      this.api.PUT('/v1/exchange-rates/{currency}', {
        params: { path: { currency: 'USD' } },
        body: { rate: '2520', rate_date: `${today.slice(0, 4)}-01-01` },
      }),
    )
    const details = (value: string) => [{ label: 'Account', value }]
    await this.account({
      kind: 'mobile_money',
      name: 'M-Pesa',
      currency: 'TZS',
      details: [{ label: 'Business number', value: '5544 210' }],
      steps: [
        'Dial *150*00# and choose Pay by M-Pesa.',
        'Enter the business number.',
        'Enter the payment reference.',
      ],
      qr_payload: '000201010212KILIMO5544210',
    })
    await this.account({
      kind: 'bank',
      name: 'CRDB, shillings',
      currency: 'TZS',
      details: details('0150 4427 8810 0'),
    })
    await this.account({
      kind: 'bank',
      name: 'CRDB, dollars',
      currency: 'USD',
      details: details('0250 4427 8810 1'),
    })
  }

  async account(body: {
    kind: 'bank' | 'mobile_money'
    name: string
    currency: string
    details: { label: string; value: string }[]
    steps?: string[]
    qr_payload?: string
  }): Promise<string> {
    const { id } = await unwrap(this.api.POST('/v1/receiving-accounts', { body }))
    if (!this.#accounts.has(body.currency)) this.#accounts.set(body.currency, id)
    return id
  }

  accountFor(currency: string): string {
    const id = this.#accounts.get(currency)
    if (!id) throw new Error(`there is no account for ${currency}`)
    return id
  }

  /** A client with one contact who may enter the portal. */
  async client(given: {
    name: string
    email: string
    contact?: string
    rights?: Schema<'Contact'>['rights_preset']
    locale?: 'sw'
  }): Promise<{ id: string; contactId: string }> {
    const client = await unwrap(
      this.api.POST('/v1/clients', {
        body: {
          name: given.name,
          ...(given.locale && { locale: given.locale }),
          address: { line1: 'Nyerere Road 211', city: 'Dar es Salaam' },
          country: 'TZ',
          primary_contact: { name: given.contact ?? 'Salma Juma', email: given.email },
        },
      }),
    )
    if (client.status === 'pending') await this.setStatus(client.id, 'active')
    const contacts = await unwrap(
      this.api.GET('/v1/clients/{client_id}/contacts', { params: { path: { client_id: client.id } } }),
    )
    const contactId = contacts.data[0]?.id ?? ''
    await this.openPortal(client.id, contactId, given.rights)
    return { id: client.id, contactId }
  }

  async openPortal(
    clientId: string,
    contactId: string,
    preset: Schema<'Contact'>['rights_preset'] = 'owner',
  ): Promise<void> {
    await unwrap(
      this.api.PUT('/v1/clients/{client_id}/contacts/{contact_id}/portal-access', {
        params: { path: { client_id: clientId, contact_id: contactId } },
        body: { portal_access: true, rights_preset: preset, notify: false },
      }),
    )
  }

  async setStatus(clientId: string, status: 'active' | 'suspended' | 'inactive'): Promise<void> {
    await unwrap(
      this.api.POST('/v1/clients/{client_id}/status-changes', {
        params: { path: { client_id: clientId } },
        body: { status },
      }),
    )
  }

  /** Written, issued and sent: the client can pay it. */
  async invoice(clientId: string, given: NewInvoice = {}): Promise<Schema<'Invoice'>> {
    const { lines = [{ description: 'Work', unit_price: '1000000' }], ...rest } = given
    const draft = await unwrap(
      this.api.POST('/v1/invoices', {
        body: {
          client_id: clientId,
          ...rest,
          lines: lines.map((line) => ({ quantity: '1', ...line })),
        },
      }),
    )
    const path = { invoice_id: draft.id }
    await unwrap(
      this.api.POST('/v1/invoices/{invoice_id}/issue', {
        params: { path, header: ifMatch(draft.version) },
        body: {},
      }),
    )
    return unwrap(this.api.POST('/v1/invoices/{invoice_id}/send', { params: { path }, body: {} }))
  }

  /** The private link of an invoice, as a path. */
  async link(invoiceId: string): Promise<{ path: string; id: string }> {
    const { data } = await unwrap(
      this.api.GET('/v1/invoices/{invoice_id}/links', { params: { path: { invoice_id: invoiceId } } }),
    )
    const current = data.find((link) => !link.is_revoked)
    if (!current) throw new Error('the invoice has no link')
    return { path: new URL(current.url).pathname, id: current.id }
  }

  async pay(
    clientId: string,
    amount: { amount: number; currency: string },
    invoiceId?: string,
  ): Promise<void> {
    await unwrap(
      this.api.POST('/v1/payments', {
        body: {
          client_id: clientId,
          receiving_account_id: this.accountFor(amount.currency),
          amount,
          received_on: new Date().toISOString().slice(0, 10),
          allocations: invoiceId ? [{ invoice_id: invoiceId, amount }] : [],
        },
      }),
    )
  }

  /** The proof that waits for this invoice. */
  async proof(invoiceId: string): Promise<Schema<'PaymentProof'>> {
    const { data } = await unwrap(
      this.api.GET('/v1/payment-proofs', {
        params: { query: { invoice_id: invoiceId, state: 'submitted' } },
      }),
    )
    const [proof] = data
    if (!proof) throw new Error('no proof waits for the invoice')
    return proof
  }

  async approve(invoiceId: string, amount: { amount: number; currency: string }): Promise<void> {
    const proof = await this.proof(invoiceId)
    await unwrap(
      this.api.POST('/v1/payment-proofs/{payment_proof_id}/approve', {
        params: { path: { payment_proof_id: proof.id } },
        body: {
          amount,
          received_on: new Date().toISOString().slice(0, 10),
          receiving_account_id: this.accountFor(amount.currency),
        },
      }),
    )
  }

  async reject(invoiceId: string, reason: string): Promise<void> {
    const proof = await this.proof(invoiceId)
    await unwrap(
      this.api.POST('/v1/payment-proofs/{payment_proof_id}/reject', {
        params: { path: { payment_proof_id: proof.id } },
        body: { reason },
      }),
    )
  }
}
