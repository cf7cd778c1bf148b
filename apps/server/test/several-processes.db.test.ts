import { afterAll, describe, expect, test, vi } from 'vitest'
import { emptyDatabase } from './database.ts'
import { Office } from './office.ts'
import { startPortico } from './running-portico.ts'
import { startSeveral } from './several-processes.ts'

// Whole programs are started here, several at a time, on machines of any speed.
vi.setConfig({ testTimeout: 120_000 })

const secret = 'the secret that all of them were given'

// Without a secret that is given to them, they make one in the folder that they share.
describe.each([
  ['with Redis', true],
  ['without Redis', false],
])('two web processes and a worker on one PostgreSQL, %s', async (_name, withRedis) => {
  const database = await emptyDatabase()
  const several = await startSeveral({
    databaseUrl: database.adminUrl,
    withRedis,
    environment: { PORTICO_RATE_LIMIT: '100000', ...(withRedis && { PORTICO_SECRET: secret }) },
  })
  afterAll(async () => {
    await several.remove()
    await database.close()
  })
  const office = new Office(several.url)
  const [first, second] = several.webs as [(typeof several.webs)[0], (typeof several.webs)[0]]

  test('the main job, from set-up to receipt, each request at another process [OPS-08] [OPS-09]', async () => {
    await office.setUp(first.setUpUrl())
    const client = await office.newClient('Pwani')
    await office.done('POST', `/v1/clients/${client.id}/status-changes`, { body: { status: 'active' } })
    const account = await office.newAccount()
    const invoice = await office.invoice(client.id, '120.00')

    // The worker hears of it, renders the paper and sends it.
    await office.done('POST', `/v1/invoices/${invoice.id}/send`, { key: crypto.randomUUID(), body: {} })
    await expect
      .poll(
        async () =>
          (await office.done<{ data: { status: string }[] }>('GET', '/v1/emails')).data.map(
            (email) => email.status,
          ),
        { timeout: 30_000 },
      )
      .toContain('kept')

    // Its link opens anywhere; what a client uploads at one process, a member sees at the other.
    const links = await office.done<{ data: { url: string }[] }>('GET', `/v1/invoices/${invoice.id}/links`)
    const token = links.data[0]?.url.split('/i/')[1] as string
    const proof = new FormData()
    proof.set('pasted_text', 'QK7 confirmed')
    proof.set('amount', '120.00')
    proof.set(
      'file',
      new Blob([Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')], {
        type: 'application/pdf',
      }),
      'slip.pdf',
    )
    await office.done('POST', `/v1/invoice-links/${token}/proofs`, { anonymous: true, form: proof })
    const proofs = await office.done<{ data: { id: string }[] }>('GET', '/v1/payment-proofs')
    const approval = {
      key: crypto.randomUUID(),
      body: {
        receiving_account_id: account.id,
        amount: { amount: 12_000, currency: 'USD' },
        received_on: new Date().toISOString().slice(0, 10),
      },
    }
    const path = `/v1/payment-proofs/${proofs.data[0]?.id}/approve`
    // Twice, at two processes at once: one payment, the same answer to the byte.
    const twins = await Promise.all([
      office.send('POST', path, approval),
      office.send('POST', path, approval),
    ])
    expect(twins.map((twin) => [twin.status, twin.text])).toEqual([
      [twins[0]?.status, twins[0]?.text],
      [twins[0]?.status, twins[0]?.text],
    ])
    expect(twins[0]?.status, twins[0]?.text).toBeLessThan(300)
    const receipts = await office.done<{ data: { id: string }[] }>('GET', '/v1/receipts')
    expect(receipts.data).toHaveLength(1)
    const pdf = `/v1/receipts/${receipts.data[0]?.id}/pdf`
    const papers = await Promise.all([office.send('GET', pdf), office.send('GET', pdf)])
    expect(papers[0]?.text).toBe(papers[1]?.text)
    expect(papers[0]?.text.startsWith('%PDF')).toBe(true)
    expect(several.shares().every((share) => share > 8)).toBe(true)
  })

  test('a session that ends at one process has ended at all of them [OPS-09] [SEC-06]', async () => {
    const other = new Office(several.url)
    await other.signIn()
    const me = await other.send('GET', '/v1/me')
    expect(me.status).toBe(200)
    await other.done('POST', '/v1/auth/sign-out', { body: {} })
    expect([(await other.send('GET', '/v1/me')).status, (await other.send('GET', '/v1/me')).status]).toEqual([
      401, 401,
    ])
  })

  test('what changes at one process is told to the screens at all of them [OPS-09]', async () => {
    const listening = new AbortController()
    const heard = await Promise.all(
      [first, second].map(async ({ url }) => {
        const answer = await fetch(`${url}/v1/changes`, {
          headers: { ...office.headers, accept: 'text/event-stream' },
          signal: listening.signal,
        })
        const said = { text: '' }
        void (async () => {
          for await (const chunk of answer.body as ReadableStream<Uint8Array>)
            said.text += Buffer.from(chunk).toString()
        })().catch(() => {})
        return said
      }),
    )
    const { id } = await office.newClient('Mto')
    for (const said of heard) await expect.poll(() => said.text, { timeout: 30_000 }).toContain(id)
    listening.abort()
  })

  if (withRedis)
    test('limits are counted together [OPS-09] [OPS-10] [SEC-06]', async () => {
      const left = async (url: string) =>
        Number(
          /r=(\d+)/.exec((await fetch(`${url}/v1/setup`)).headers.get('ratelimit') ?? '')?.[1] ?? Number.NaN,
        )
      const before = await left(first.url)
      expect(await left(second.url)).toBeLessThan(before)
      expect(several.redis?.commands).toContain('INCR')
    })

  if (!withRedis) return

  test('web processes are exchanged one by one under load: no request fails, and readiness says no first [OPS-08]', async () => {
    let isOver = false
    const failed: string[] = []
    let answered = 0
    const load = async (): Promise<void> => {
      while (!isOver) {
        const answer = await office.send('GET', '/v1/clients').catch((error: unknown) => String(error))
        if (typeof answer !== 'string' && answer.status === 200) answered++
        else failed.push(typeof answer === 'string' ? answer : answer.text)
      }
    }
    const under = [load(), load(), load()]
    for (const old of [first, second]) {
      const fresh = await several.startNode('web')
      several.useWebs([...several.webs.filter((node) => node !== old), fresh])
      several.webs.splice(several.webs.indexOf(old), 1, fresh)
      const began = performance.now()
      await old.stop()
      expect(performance.now() - began).toBeLessThan(10_000)
    }
    const soFar = answered
    await expect.poll(() => answered, { timeout: 30_000 }).toBeGreaterThan(soFar + 10)
    isOver = true
    await Promise.all(under)
    expect(failed.slice(0, 3)).toEqual([])
  })

  test('a process with another secret, or other files, is told so and does not start [OPS-08]', async () => {
    const environment = { DATABASE_URL: database.adminUrl, PORTICO_ROLE: 'web' }
    const stranger = await startPortico({ environment }).catch((error: unknown) => String(error))
    expect(stranger).toContain('another secret')
    const misplaced = await startPortico({
      environment: { ...environment, PORTICO_SECRET: secret },
    }).catch((error: unknown) => String(error))
    expect(misplaced).toContain('files of this installation are kept elsewhere')
    const moved = await startPortico({
      environment: { ...environment, PORTICO_SECRET: secret, PORTICO_ADOPT_FILES: 'true' },
    })
    await moved.remove()
  })
})
