/** An organization at work over real HTTP, for tests and proofs that start whole programs. */
export type Answer = { status: number; body: never; headers: Headers; text: string }
export type Sent = {
  body?: unknown
  key?: string
  version?: number
  signal?: AbortSignal
  anonymous?: boolean
  form?: FormData
}

export class Office {
  /** May change: another node, the same server at another port. */
  url: string
  #token = ''
  #organization = ''
  readonly #owner = { email: 'ann@example.com', password: 'a lighthouse at low tide' }

  constructor(url: string) {
    this.url = url
  }

  /** Takes over an empty installation with the link from the terminal. */
  async setUp(setUpUrl: string): Promise<void> {
    const made = await this.send('POST', '/v1/setup', {
      anonymous: true,
      body: {
        ...this.#owner,
        name: 'Ann Lee',
        organization_name: 'Lee & Daughters',
        country: 'TZ',
        currency: 'USD',
        timezone: 'Africa/Dar_es_Salaam',
        token: new URL(setUpUrl).searchParams.get('token'),
      },
    })
    this.#organization = (expectDone(made) as { organizations: { id: string }[] }).organizations[0]
      ?.id as string
    await this.signIn()
  }

  async signIn(): Promise<void> {
    const answer = await this.send('POST', '/v1/auth/tokens', { anonymous: true, body: this.#owner })
    this.#token = (expectDone(answer) as { token: string }).token
  }

  get organizationId(): string {
    return this.#organization
  }

  get headers(): Record<string, string> {
    return { authorization: `Bearer ${this.#token}`, 'portico-organization': this.#organization }
  }

  /** Throws only where no answer comes. */
  async send(method: string, path: string, sent: Sent = {}): Promise<Answer> {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(!sent.anonymous && this.headers),
        ...(sent.form ? {} : method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...(sent.key && { 'idempotency-key': sent.key }),
        ...(sent.version !== undefined && { 'if-match': `"${sent.version}"` }),
      },
      ...(sent.form ? { body: sent.form } : sent.body !== undefined && { body: JSON.stringify(sent.body) }),
      ...(sent.signal && { signal: sent.signal }),
    })
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json')
    return {
      status: answer.status,
      body: (isJson ? JSON.parse(text) : null) as never,
      headers: answer.headers,
      text,
    }
  }

  /** @throws with the answer where it is a refusal */
  async done<Body = Record<string, unknown>>(method: string, path: string, sent: Sent = {}): Promise<Body> {
    return expectDone(await this.send(method, path, sent)) as Body
  }

  async newClient(name: string): Promise<{ id: string }> {
    return this.done('POST', '/v1/clients', {
      body: {
        name,
        email: `${crypto.randomUUID()}@example.com`,
        primary_contact: { name: `${name} contact`, email: `${crypto.randomUUID()}@example.com` },
      },
    })
  }

  async newAccount(currency = 'USD'): Promise<{ id: string }> {
    return this.done('POST', '/v1/receiving-accounts', {
      body: { kind: 'bank', name: 'Bank', currency, details: [{ label: 'Account', value: '0150' }] },
    })
  }

  async draft(clientId: string, price: string): Promise<{ id: string; version: number }> {
    return this.done('POST', '/v1/invoices', {
      key: crypto.randomUUID(),
      body: {
        client_id: clientId,
        currency: 'USD',
        lines: [{ description: 'Work', quantity: '1', unit_price: price }],
      },
    })
  }

  async invoice(
    clientId: string,
    price: string,
  ): Promise<{ id: string; version: number; number: string; payment_reference: string }> {
    const { id, version } = await this.draft(clientId, price)
    return this.done('POST', `/v1/invoices/${id}/issue`, { key: crypto.randomUUID(), version, body: {} })
  }
}

export function expectDone(answer: Answer): unknown {
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text.slice(0, 500)}`)
  return answer.body
}
