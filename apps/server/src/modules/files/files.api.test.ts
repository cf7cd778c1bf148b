import { downloadFile, toPublicId } from '@portico/contract'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { billingDesk, issued, type Desk } from '../../../test/billing.ts'
import { look, sendProof } from '../../../test/paying.ts'
import { newId } from '../../platform/ids.ts'
import { documentUrl, fileUrl } from './index.ts'

const app = await testApp()
afterAll(() => app.close())
let desk: Desk
let fileId: string
let slip: Buffer
beforeAll(async () => {
  desk = await billingDesk(app)
  slip = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0f766e' } })
    .png()
    .toBuffer()
  const contact = await app.fixtures.contact(desk.organization, desk.client)
  await sendProof(app, contact, await issued(app, desk), {
    file: { name: 'slip – malipo yangu.png', content: slip },
  })
  fileId = (
    await look<{ id: string }>(
      app,
      desk,
      `select id from files where organization_id = $1 and purpose = 'proof'`,
    )
  )[0]?.id as string
})

const now = () => app.clock.now().toISOString()
const tokenOf = (url: string): string => url.split('/').at(-1) as string
const download = (url: string, headers: Record<string, string> = {}) =>
  app.call(downloadFile, {}, { params: { token: tokenOf(url) }, headers })
const link = (id = fileId, disposition: 'inline' | 'attachment' = 'inline') =>
  fileUrl(app.parts.keyring, desk.organization.id, id, now(), disposition)

describe('a signed link', () => {
  test('gives the file as it was sent, under headers that let nothing run [SEC-07] [PAY-05]', async () => {
    const answer = await download(link())
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'image/png',
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining('sandbox'),
        'cache-control': 'private, no-cache',
        'content-length': String(slip.length),
      },
    })
    expect(answer.raw.equals(slip)).toBe(true)
    expect(answer.headers['content-disposition']).toMatch(
      /^inline; filename="slip _ malipo yangu\.png"; filename\*=UTF-8''slip%20%E2%80%93%20malipo%20yangu\.png/,
    )
    expect((await download(link(fileId, 'attachment'))).headers['content-disposition']).toMatch(/^attachment/)
    const part = await download(link(), { range: 'bytes=1-3' })
    expect([part.status, part.raw.toString()]).toEqual([206, 'PNG'])
    expect((await download(link(), { 'if-none-match': answer.headers['etag'] as string })).status).toBe(304)
  })

  test('lives a quarter of an hour, and stays the same for a few minutes, so that the browser need not fetch again [SEC-07]', async () => {
    const first = link()
    app.clock.advance(4 * 60_000)
    expect(link()).toBe(first)
    app.clock.advance(5 * 60_000)
    expect((await download(first)).status).toBe(200)
    app.clock.advance(6 * 60_000)
    expect(await download(first)).toMatchObject({ status: 410, body: { code: 'token_invalid' } })
    app.clock.advance(-15 * 60_000)
  })

  test('is good for one file of one organization only [SEC-07]', async () => {
    const token = tokenOf(link())
    const stranger = await app.fixtures.organization()
    const dead = [
      token.slice(0, -1),
      `${token}x`,
      token.replace(/^f1/, 'f2'),
      'x',
      tokenOf(link(newId())),
      tokenOf(fileUrl(app.parts.keyring, stranger.id, fileId, now())),
      tokenOf(documentUrl(app.parts.keyring, desk.organization.id, 'invoice', fileId, now())),
    ]
    for (const each of dead)
      expect([410, 404]).toContain((await app.call(downloadFile, {}, { params: { token: each } })).status)
    const [, , payload] = token.split('.')
    expect(Buffer.from(payload as string, 'base64url').toString()).not.toContain(
      toPublicId('organization', desk.organization.id),
    )
  })

  test('to a file whose content is lost says so, without the place where it was', async () => {
    const [row] = await look<{ storage_key: string }>(
      app,
      desk,
      `select storage_key from files where organization_id = $1 and purpose = 'proof'`,
    )
    await app.parts.files.delete(row?.storage_key as string)
    const answer = await download(link())
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(answer.raw.toString()).not.toContain(row?.storage_key)
  })
})
