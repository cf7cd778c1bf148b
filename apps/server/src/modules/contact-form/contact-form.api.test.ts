import {
  listContactMessages,
  listSystemEmails,
  sendContactMessage,
  updateContactMessage,
  updateInstallation,
} from '@portico/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { newMark } from './receive-message.ts'

const app = await testApp({ environment: { PORTICO_RATE_LIMIT: '10000' } })
afterAll(() => app.close())
let admin: Awaited<ReturnType<typeof app.fixtures.platformAdmin>>
beforeAll(async () => {
  admin = await app.fixtures.platformAdmin({ email: 'operator@portico-mail.com' })
})

/** As a person fills it in: the form was open for a while. */
const written = (name: string, more: Record<string, string> = {}) => {
  const opened = newMark(app.parts)
  app.clock.advance(20_000)
  return {
    name,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@writer-mail.com`,
    message: 'Can our old invoices come along?',
    opened,
    ...more,
  }
}
const messages = async () => (await app.call(listContactMessages, admin)).body.data
const mailsTo = async (address: string) =>
  (await app.call(listSystemEmails, admin)).body.data.filter((mail) => mail.to === address)

test('a visitor’s message is kept, acknowledged to the writer and told to who runs the installation [UX-19] [EML-37] [EML-38]', async () => {
  const answer = await app.call(
    sendContactMessage,
    { ip: '198.51.100.1' },
    { body: written('Amina Juma', { company: 'Studio Pwani', topic: 'hosting' }) },
  )
  expect(answer).toMatchObject({ status: 202, body: { done: true } })
  expect(await messages()).toMatchObject([
    { name: 'Amina Juma', company: 'Studio Pwani', topic: 'hosting', state: 'new' },
  ])
  const [told] = await mailsTo('operator@portico-mail.com')
  expect(told).toMatchObject({ template: 'contact-message', status: 'queued' })
  expect(told?.text).toContain('Can our old invoices come along?')
  expect(told?.text).toContain('/admin/messages')
  const [thanks] = await mailsTo('amina.juma@writer-mail.com')
  expect(thanks).toMatchObject({ template: 'contact-received' })
  // The address may be somebody else's: nobody is mailed a stranger's words in our name.
  expect(thanks?.text).not.toContain('old invoices')
})

test('a contact address of the operator is told instead of the admins [EML-38]', async () => {
  await app.call(updateInstallation, admin, {
    version: 1,
    body: { contact_email: 'hello@portico-mail.com', operator_name: 'Pwani Hosting' },
  })
  await app.call(sendContactMessage, { ip: '198.51.100.2' }, { body: written('Ben Mushi') })
  expect(await mailsTo('hello@portico-mail.com')).toHaveLength(1)
  expect((await mailsTo('ben.mushi@writer-mail.com'))[0]?.text).toContain('Pwani Hosting')
})

test('a machine’s work is answered alike, put aside, and mails nobody [UX-19]', async () => {
  const cases = [
    { ...written('Robot One'), website: 'https://buy.example' },
    { ...written('Robot Three'), opened: 'made.up' },
    // Back at once: nobody types that fast.
    { ...written('Robot Two'), opened: newMark(app.parts) },
  ]
  for (const body of cases) {
    const answer = await app.call(sendContactMessage, { ip: '198.51.100.3' }, { body })
    expect(answer).toMatchObject({ status: 202, body: { done: true } })
    expect(await mailsTo(body.email)).toEqual([])
  }
  const aside = (await app.call(listContactMessages, admin, { query: { state: 'spam' } })).body.data
  expect(aside).toHaveLength(3)
})

test('too many from one place are asked to wait; wrong input is told by field [UX-19]', async () => {
  const answers: number[] = []
  for (let at = 0; at < 6; at++)
    answers.push(
      (await app.call(sendContactMessage, { ip: '198.51.100.4' }, { body: written(`Eager ${at}`) })).status,
    )
  expect(answers).toEqual([202, 202, 202, 202, 202, 429])
  const wrong = await app.call(
    sendContactMessage,
    { ip: '198.51.100.5' },
    { body: { ...written('X'), email: 'nowhere', message: 'short' } },
  )
  expect(wrong.status).toBe(422)
  expect(
    (wrong.body as unknown as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer),
  ).toEqual(['/email', '/message'])
})

test('a message is marked as done with, by name [UX-19]', async () => {
  const [first] = await messages()
  const done = await app.call(updateContactMessage, admin, {
    params: { contact_message_id: first?.id as string },
    body: { state: 'done' },
  })
  expect(done.body).toMatchObject({ state: 'done', handled_by: expect.stringMatching(/^Person/) })
})
