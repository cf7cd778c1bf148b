import { getEmail, listEmails } from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { startSmtpServer } from '../../../test/loopback/smtp-server.ts'
import { Database, db } from '../../platform/database/index.ts'
import { Worker } from '../../platform/jobs/worker.ts'
import { openMailTransport } from '../../platform/mail/index.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { emails } from './index.ts'
import { queueEmail, queueSystemEmail } from './queue.ts'

const app = await testApp({ using: [emails] })
const smtp = await startSmtpServer()
const transport = openMailTransport({
  smtp: { url: smtp.url, from: { name: 'Portico', address: 'mail@portico-mail.com' } },
})
const database = new Database({
  connectionString: app.database.urlFor('portico_worker'),
  poolSize: 3,
  clock: app.clock,
  applicationName: 'test worker',
})
let worker: Worker
const log = { warn: () => {}, error: () => {} }

beforeAll(async () => {
  worker = await Worker.start({
    parts: { ...app.parts, database, mail: transport },
    jobsUrl: app.database.urlFor('portico_jobs'),
    subscriptions: emails.subscriptions ?? [],
    recurring: emails.recurring ?? [],
    log,
  })
})
afterAll(async () => {
  await worker.stop()
  await transport.close()
  await smtp.close()
  await database.close()
  await app.close()
})

const portalEnabled = (to: string[]) => ({
  template: 'portal-enabled' as const,
  to,
  locale: 'en',
  subject: 'Your portal',
  props: { client: 'Pwani', url: 'https://portal.example/x?secret=canary' },
})

describe('mail of an organization', () => {
  test('is sent in a real conversation after the commit, each recipient apart [EML-50] [EML-54]', async () => {
    const organization = await app.fixtures.organization({ name: 'Kilimo' })
    await app.fixtures.inOrganization(organization.id, async (tx) =>
      queueEmail(app.parts, tx, { ...portalEnabled(['anna@client-mail.com']), cc: ['ben@client-mail.com'] }),
    )
    await worker.dispatcher.drain()
    await expect
      .poll(
        async () => (await app.call(listEmails, organization.owner)).body.data.map((email) => email.status),
        { timeout: 15_000 },
      )
      .toEqual(['sent', 'sent'])
    expect(smtp.received.map((mail) => mail.envelope.to.join()).toSorted()).toEqual([
      'anna@client-mail.com',
      'ben@client-mail.com',
    ])
  })

  test('to an address that belongs to nobody is kept and can be read in the app [EML-54]', async () => {
    const organization = await app.fixtures.organization({ name: 'Kilimo' })
    await app.fixtures.inOrganization(organization.id, async (tx) =>
      queueEmail(app.parts, tx, portalEnabled(['anna@client.example'])),
    )
    await worker.dispatcher.drain()
    await expect
      .poll(async () => (await app.call(listEmails, organization.owner)).body.data[0]?.status, {
        timeout: 15_000,
      })
      .toBe('kept')
    const id = (await app.call(listEmails, organization.owner)).body.data[0]?.id as string
    const { body } = await app.call(getEmail, organization.owner, { params: { email_id: id } })
    expect(body.html).toContain('Kilimo')
    expect(body.text).toContain('https://portal.example/x?secret=canary')
  })

  test('rests sealed: no link stands readable in the database [EML-54]', async () => {
    const organization = await app.fixtures.organization()
    await app.fixtures.inOrganization(organization.id, async (tx) =>
      queueEmail(app.parts, tx, portalEnabled(['anna@client.example'])),
    )
    const rows = await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.all(db.selectFrom('emails').selectAll().where('organization_id', '=', organization.id)),
    )
    expect(rows).toHaveLength(1)
    expect(Buffer.from(JSON.stringify(rows)).toString()).not.toContain('canary')
    expect((rows[0]?.sealed_props as Buffer).toString('latin1')).not.toContain('canary')
  })

  test('refused for good says so and is not tried again', async () => {
    const organization = await app.fixtures.organization()
    smtp.answerRecipient('nobody@client-mail.com', 550)
    await app.fixtures.inOrganization(organization.id, async (tx) =>
      queueEmail(app.parts, tx, portalEnabled(['nobody@client-mail.com'])),
    )
    await worker.dispatcher.drain()
    await expect
      .poll(async () => (await app.call(listEmails, organization.owner)).body.data[0], { timeout: 15_000 })
      .toMatchObject({ status: 'failed', attempts: 1, error: expect.stringContaining('550') })
  })
})

describe('mail of the installation', () => {
  test('is wiped once it is sent [EML-50]', async () => {
    await app.parts.database.global(systemPrincipal('test'), async (tx) =>
      queueSystemEmail(app.parts, tx, {
        template: 'password-reset',
        to: 'carl@client-mail.com',
        locale: 'en',
        props: { url: 'https://portal.example/reset?token=canary', expiresInMinutes: 60 },
      }),
    )
    const row = () =>
      app.parts.database.global(systemPrincipal('test'), (tx) =>
        tx.first(db.selectFrom('system_emails').selectAll().where('to_address', '=', 'carl@client-mail.com')),
      )
    await expect.poll(async () => (await row())?.status, { timeout: 15_000 }).toBe('sent')
    expect((await row())?.sealed_props).toBeNull()
    expect(smtp.received.some((mail) => mail.envelope.to.includes('carl@client-mail.com'))).toBe(true)
  })
})
