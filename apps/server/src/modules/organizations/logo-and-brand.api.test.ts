import { getPortalSite, getWorkspace, removeLogo, updateOrganization, uploadLogo } from '@portico/contract'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { brandOf } from './index.ts'

const app = await testApp()
afterAll(() => app.close())

const picture = (width: number, height: number, color = '#336699') =>
  sharp({ create: { width, height, channels: 3, background: color } })
    .withExif({ IFD0: { Artist: 'somebody' } })
    .jpeg()
    .toBuffer()
const get = (url: string, headers: Record<string, string> = {}) =>
  app.edge.server.inject({ method: 'GET', url, headers })

describe('a logo', () => {
  test('is stored as a PNG of our own making, shown to anybody under a name that changes with it [ORG-12] [ORG-25]', async () => {
    const organization = await app.fixtures.organization()
    const answer = await app.call(uploadLogo, organization.owner, {
      file: { name: 'our logo.jpg', content: await picture(900, 300) },
    })
    expect(answer.status).toBe(200)
    expect(answer.body.logo_url).toMatch(new RegExp(`^/logos/${organization.publicId}/[0-9a-f]{64}\\.png$`))
    expect(answer.body.version).toBe(2)
    const shown = await get(answer.body.logo_url as string)
    expect(shown.statusCode).toBe(200)
    expect(shown.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    expect(await sharp(shown.rawPayload).metadata()).toMatchObject({ format: 'png', width: 512, height: 171 })
    expect(shown.rawPayload.includes('somebody')).toBe(false)
    expect(
      (await get(answer.body.logo_url as string, { 'if-none-match': shown.headers.etag as string }))
        .statusCode,
    ).toBe(304)
    expect(
      (await app.call(getPortalSite, {}, { params: { slug: organization.slug } })).body.organization.logo_url,
    ).toBe(answer.body.logo_url)
  })

  test('drawn as SVG leaves its scripts behind [ORG-12]', async () => {
    const { owner } = await app.fixtures.organization()
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><script>alert(1)</script><rect width="40" height="40" fill="red"/></svg>'
    const answer = await app.call(uploadLogo, owner, { file: { name: 'logo.svg', content: svg } })
    expect(answer.status).toBe(200)
    const shown = await get(answer.body.logo_url as string)
    expect(shown.rawPayload.subarray(1, 4).toString()).toBe('PNG')
    expect(shown.rawPayload.includes('alert')).toBe(false)
  })

  test('is refused where it is no image, empty, too large or missing [ORG-12]', async () => {
    const { owner } = await app.fixtures.organization()
    expect(
      (await app.call(uploadLogo, owner, { file: { name: 'logo.png', content: '%PDF-1.7 hello' } })).body,
    ).toMatchObject({ code: 'file_type_not_allowed', status: 415 })
    expect(
      (await app.call(uploadLogo, owner, { file: { name: 'logo.png', content: '' } })).body,
    ).toMatchObject({ code: 'file_empty' })
    expect(
      (
        await app.call(uploadLogo, owner, {
          file: { name: 'logo.png', content: Buffer.alloc(2 * 1024 * 1024 + 1) },
        })
      ).body,
    ).toMatchObject({ code: 'file_too_large', status: 413 })
    expect((await app.call(uploadLogo, owner)).body).toMatchObject({
      errors: [{ pointer: '/file', code: 'required' }],
    })
    expect((await app.call(getWorkspace, owner)).body.organization).toMatchObject({
      logo_url: null,
      version: 1,
    })
  })

  test('is replaced, and taken away; then it is shown no more [ORG-12]', async () => {
    const { owner } = await app.fixtures.organization()
    const first = (
      await app.call(uploadLogo, owner, { file: { name: 'a.jpg', content: await picture(100, 50) } })
    ).body.logo_url as string
    const second = (
      await app.call(uploadLogo, owner, {
        file: { name: 'b.jpg', content: await picture(100, 50, '#993333') },
      })
    ).body.logo_url as string
    expect(second).not.toBe(first)
    expect((await get(first)).statusCode).toBe(200)
    const gone = await app.call(removeLogo, owner)
    expect(gone.body).toMatchObject({ logo_url: null, version: 4 })
    expect((await get(second)).statusCode).toBe(404)
    expect((await app.call(removeLogo, owner)).body).toMatchObject({ version: 4 })
  })

  test('is set by those who may change settings, in their organization [ORG-12] [RBAC-13]', async () => {
    const organization = await app.fixtures.organization()
    const file = { name: 'a.jpg', content: await picture(100, 50) }
    expect(
      (await app.call(uploadLogo, await app.fixtures.member(organization, { role: 'manager' }), { file }))
        .status,
    ).toBe(403)
    expect((await app.call(uploadLogo, { organizationId: organization.publicId }, { file })).status).toBe(401)
    const stranger = await app.fixtures.organization()
    expect(
      (
        await app.call(
          uploadLogo,
          { token: stranger.owner.token, organizationId: organization.publicId },
          { file },
        )
      ).status,
    ).toBe(404)
    expect(
      (await app.call(removeLogo, await app.fixtures.member(organization, { role: 'member' }))).status,
    ).toBe(403)
    const logo = (await app.call(uploadLogo, organization.owner, { file })).body.logo_url as string
    expect((await get(logo.replace(organization.publicId, stranger.publicId))).statusCode).toBe(404)
    expect((await get(logo.replace(/[0-9a-f]{64}/, 'f'.repeat(64)))).statusCode).toBe(404)
    expect((await get('/logos/org_nonsense/x.png')).statusCode).toBe(404)
  })
})

describe('a brand', () => {
  test('is known by slug or id before anybody signs in, as a stylesheet that can be kept for ever [ORG-13] [ORG-25]', async () => {
    const organization = await app.fixtures.organization({ name: 'Kilimo Studio' })
    await app.call(updateOrganization, organization.owner, { body: { brand_color: '#b45309' }, version: 1 })
    const brand = await brandOf(app.parts, { slug: organization.slug })
    expect(brand).toMatchObject({
      organizationId: organization.id,
      name: 'Kilimo Studio',
      slug: organization.slug,
      color: '#b45309',
      logoUrl: null,
      locale: 'en',
    })
    expect(await brandOf(app.parts, { organizationId: organization.id })).toEqual(brand)
    expect(brand?.stylesheetUrl).toMatch(/^\/brand\/b45309-[0-9a-f]{16}\.css$/)
    const sheet = await get(brand?.stylesheetUrl as string)
    expect(sheet.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(sheet.body).toContain('--brand-fill:#b45309')
    expect((await get('/brand/b45309-0000000000000000.css')).headers['cache-control']).toBe('no-cache')
    expect((await get('/brand/b45309.css')).statusCode).toBe(404)
    expect(await brandOf(app.parts, { slug: 'nobody-here' })).toBeNull()
  })
})
