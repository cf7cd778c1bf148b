import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startSmtpServer } from '../../../test/loopback/smtp-server.ts'
import type { TestSmtpServer } from '../../../test/loopback/smtp-server.ts'
import { mailConfigFrom, openMailTransport } from './open-mail-transport.ts'
import type { MailMessage, MailTransport } from './transport.ts'

let server: TestSmtpServer
let transport: MailTransport

const message: MailMessage = {
  to: { name: 'Amina Juma', address: 'amina@kilimo.example' },
  subject: 'Ankara ya malipo – 請求書 INV-2026-014',
  html: '<p>Habari, <b>Amina</b> – €</p>',
  text: 'Habari, Amina – €',
}

function open(change: Record<string, string> = {}): MailTransport {
  const env = {
    SMTP_URL: server.url,
    EMAIL_FROM: 'Portico <mail@portico.example>',
    EMAIL_REPLY_TO: 'help@portico.example',
  }
  return openMailTransport(mailConfigFrom({ ...env, ...change }))
}

function lastReceived() {
  const last = server.received.at(-1)
  if (!last) throw new Error('Nothing was received.')
  return last
}

beforeAll(async () => {
  server = await startSmtpServer()
  transport = open()
})
beforeEach(() => {
  server.received.length = 0
  server.answerSender(undefined)
  server.answerContent(undefined)
})
afterAll(async () => {
  await transport.close()
  await server.close()
})

describe('a message by SMTP', () => {
  test('arrives whole, after a login, under the configured sender [EML-50] [EML-51] [EML-54]', async () => {
    expect(await transport.send(message)).toEqual({
      accepted: true,
      outcome: 'sent',
      providerId: expect.stringMatching(/^<.+@portico\.example>$/),
    })
    const { mail, envelope } = lastReceived()
    expect(envelope).toEqual({ from: 'mail@portico.example', to: ['amina@kilimo.example'], user: 'portico' })
    expect(mail.from).toMatchObject({ name: 'Portico', address: 'mail@portico.example' })
    expect(mail.to).toMatchObject([{ name: 'Amina Juma', address: 'amina@kilimo.example' }])
    expect(mail.replyTo).toMatchObject([{ address: 'help@portico.example' }])
    expect(mail.subject).toBe(message.subject)
    expect(mail.html?.trim()).toBe(message.html)
    expect(mail.text?.trim()).toBe(message.text)
    expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
  })

  test('carries the organization’s name, its address for answers and an id that stays [EML-51] [EML-54]', async () => {
    await transport.send({
      ...message,
      fromName: 'Studio Pwani',
      replyTo: { name: 'Studio Pwani', address: 'accounts@pwani.example' },
      messageId: 'dlv_0195a1c2',
    })
    const { mail } = lastReceived()
    expect(mail.from).toMatchObject({ name: 'Studio Pwani', address: 'mail@portico.example' })
    expect(mail.replyTo).toMatchObject([{ name: 'Studio Pwani', address: 'accounts@pwani.example' }])
    expect(mail.messageId).toBe('<dlv_0195a1c2@portico.example>')
  })

  test('carries attachments from memory and from a stream, and pictures shown inside [EML-41] [EML-54]', async () => {
    await transport.send({
      ...message,
      html: '<img src="cid:logo">',
      attachments: [
        {
          filename: 'Ankara é 014.pdf',
          contentType: 'application/pdf',
          content: Buffer.from('%PDF-1.7 one'),
        },
        {
          filename: 'two.pdf',
          contentType: 'application/pdf',
          content: Readable.from([Buffer.from('%PDF-1.7 two')]),
        },
        { filename: 'logo.png', contentType: 'image/png', content: Buffer.from('png'), cid: 'logo' },
      ],
    })
    const { mail } = lastReceived()
    const files = mail.attachments.map(({ filename, mimeType, disposition, content }) => [
      filename,
      mimeType,
      disposition,
      Buffer.from(content as ArrayBuffer).toString(),
    ])
    expect(files).toEqual(
      expect.arrayContaining([
        ['Ankara é 014.pdf', 'application/pdf', 'attachment', '%PDF-1.7 one'],
        ['two.pdf', 'application/pdf', 'attachment', '%PDF-1.7 two'],
        ['logo.png', 'image/png', 'inline', 'png'],
      ]),
    )
    expect(mail.attachments.find(({ filename }) => filename === 'logo.png')?.contentId).toBe('<logo>')
  })

  test('lets a person end what is not owed to them with one click [EML-54]', async () => {
    await transport.send({ ...message, unsubscribeUrl: 'https://portico.example/unsubscribe/abc' })
    const headers = Object.fromEntries(lastReceived().mail.headers.map(({ key, value }) => [key, value]))
    expect(headers['list-unsubscribe']).toBe('<https://portico.example/unsubscribe/abc>')
    expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
  })

  test('lets no one add a header or a recipient through a name, a subject or an address [EML-54]', async () => {
    await transport.send({
      ...message,
      to: { name: 'A\r\nBcc: victim@example.com', address: message.to.address },
      fromName: 'B\r\nBcc: victim@example.com',
      subject: 'C\r\nBcc: victim@example.com',
    })
    expect(lastReceived().envelope.to).toEqual(['amina@kilimo.example'])
    expect(lastReceived().raw).not.toMatch(/^Bcc:/im)
    for (const address of [
      'a@b.example, c@d.example',
      'a@b.example>\r\nRCPT TO:<c@d.example',
      'a b@c.example',
      'a',
      '',
    ]) {
      const outcome = await transport.send({ ...message, to: { address } })
      expect([address, outcome.refusal?.code, outcome.refusal?.permanent]).toEqual([
        address,
        'invalid_address',
        true,
      ])
    }
    expect(server.received).toHaveLength(1)
  })

  test('reads neither files nor addresses of ours, whatever the content looks like [EML-54]', async () => {
    await transport.send({ ...message, html: '{"path":"/etc/passwd"}', text: '/etc/passwd' })
    expect(lastReceived().mail.text?.trim()).toBe('/etc/passwd')
    expect(lastReceived().raw).not.toContain('root:')
  })

  test('shares a few connections [EML-54]', async () => {
    const before = server.connections()
    await Promise.all(Array.from({ length: 20 }, () => transport.send(message)))
    expect(server.received).toHaveLength(20)
    expect(server.connections() - before).toBeLessThanOrEqual(3)
  })
})

describe('a refusal', () => {
  const to = (address: string): MailMessage => ({ ...message, to: { address } })

  test('of the recipient is final with 5xx and passing with 4xx [EML-54]', async () => {
    server.answerRecipient('gone@kilimo.example', 550)
    server.answerRecipient('full@kilimo.example', 451)
    expect(await transport.send(to('gone@kilimo.example'))).toEqual({
      accepted: false,
      outcome: 'refused',
      refusal: { code: '550', text: expect.stringContaining('mailbox unavailable'), permanent: true },
    })
    expect((await transport.send(to('full@kilimo.example'))).refusal).toMatchObject({
      code: '451',
      permanent: false,
    })
    expect((await transport.send(to('amina@kilimo.example'))).accepted).toBe(true)
  })

  test('of the content is final with 5xx and passing with 4xx [EML-54]', async () => {
    server.answerContent(554)
    expect((await transport.send(message)).refusal).toMatchObject({ code: '554', permanent: true })
    server.answerContent(452)
    expect((await transport.send(message)).refusal).toMatchObject({ code: '452', permanent: false })
  })

  test('of our sender address waits for the operator, not for the recipient [EML-51] [EML-54]', async () => {
    server.answerSender(553)
    expect((await transport.send(message)).refusal).toMatchObject({ code: '553', permanent: false })
  })

  test('of our login waits, and does not tell the password [EML-54]', async () => {
    const stranger = open({ SMTP_URL: server.url.replace('p%40ss', 'wrong%2Dword') })
    const { refusal } = await stranger.send(message)
    expect(refusal).toMatchObject({ code: '535', permanent: false })
    expect(JSON.stringify(refusal)).not.toContain('wrong')
    expect(await stranger.check()).toEqual({
      ok: false,
      reason: expect.stringContaining('authentication failed'),
    })
    await stranger.close()
  })

  test('by silence or by a closed door waits [EML-54]', async () => {
    const closed = await startSmtpServer()
    const nobody = open({ SMTP_URL: closed.url })
    await closed.close()
    expect((await nobody.send(message)).refusal).toMatchObject({ code: 'no_connection', permanent: false })
    expect((await nobody.check()).ok).toBe(false)
    await nobody.close()
  })
})

describe('the configuration', () => {
  test('without SMTP_URL keeps mail in the outbox, and says how to change that [EML-54]', async () => {
    const outbox = openMailTransport(mailConfigFrom({}))
    expect(outbox.kind).toBe('outbox')
    expect(await outbox.send(message)).toEqual({ accepted: true, outcome: 'kept' })
    expect((await outbox.send({ ...message, to: { address: 'nobody' } })).refusal?.permanent).toBe(true)
    expect(await outbox.check()).toEqual({ ok: false, reason: expect.stringContaining('SMTP_URL') })
    await outbox.close()
  })

  test('is chosen by the environment alone [EML-50] [EML-51]', async () => {
    expect(transport.kind).toBe('smtp')
    expect(await transport.check()).toEqual({ ok: true })
    const from = (value: string) => mailConfigFrom({ SMTP_URL: server.url, EMAIL_FROM: value }).smtp?.from
    expect(from('mail@portico.example')).toEqual({ address: 'mail@portico.example' })
    expect(from('"Pwani, \\"Studio\\"" <mail@pwani.example>')).toEqual({
      name: 'Pwani, "Studio"',
      address: 'mail@pwani.example',
    })
  })

  test('that is wrong is named at the start, without its secrets [EML-50] [EML-51]', () => {
    const secret = { SMTP_URL: 'http://user:hunter2@mail.example' }
    expect(() => mailConfigFrom(secret)).toThrow(/^SMTP_URL must look like/)
    expect(() => mailConfigFrom(secret)).not.toThrow('hunter2')
    expect(() => mailConfigFrom({ SMTP_URL: server.url })).toThrow('EMAIL_FROM')
    expect(() => mailConfigFrom({ SMTP_URL: server.url, EMAIL_FROM: 'nobody' })).toThrow('EMAIL_FROM')
    const replyTo = { SMTP_URL: server.url, EMAIL_FROM: 'a@b.example', EMAIL_REPLY_TO: 'x' }
    expect(() => mailConfigFrom(replyTo)).toThrow('EMAIL_REPLY_TO')
  })
})
