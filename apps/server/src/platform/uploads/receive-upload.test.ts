import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import multipart from '@fastify/multipart'
import fastify from 'fastify'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Refusal } from '../errors.ts'
import { prepareLogo, receiveUpload } from './index.ts'
import type { Accepted, ReceivedFile } from './index.ts'

const megabyte = 1024 * 1024
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portico-uploads-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

function receive(content: Buffer | string, accept: Accepted, originalName: string): Promise<ReceivedFile> {
  return receiveUpload(Readable.from([Buffer.from(content)]), {
    limitBytes: megabyte,
    accept,
    originalName,
    folder,
  })
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => 'accepted',
    (reason: unknown) => reason,
  )
  return error instanceof Refusal ? error.code : String(error)
}

function picture(width = 40, height = 20): Sharp {
  return sharp({ create: { width, height, channels: 4, background: '#0f6b6b' } })
}

function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(content.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

/** A few bytes that claim any size. */
function pngClaiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', Buffer.from('789c030000000001', 'hex')),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

describe('a file that is accepted', () => {
  test('is counted, hashed and typed by its content, whatever its name says [PAY-22]', async () => {
    const png = await picture().png().toBuffer()
    const file = await receive(png, 'image-or-pdf', '../../slip.pdf')
    expect({ ...file, path: '', dispose: 0 }).toEqual({
      path: '',
      size: png.length,
      sha256: createHash('sha256').update(png).digest('hex'),
      mediaType: 'image/png',
      name: 'slip.png',
      dispose: 0,
    })
    expect((await readFile(file.path)).equals(png)).toBe(true)
    await file.dispose()
    await file.dispose()
    expect(await readdir(folder)).toEqual([])
  })

  test.each([
    ['image/jpeg', () => picture().jpeg().toBuffer()],
    ['image/webp', () => picture().webp().toBuffer()],
    ['image/gif', () => picture().gif().toBuffer()],
    ['application/pdf', () => Promise.resolve(pdf)],
  ])('can be %s [PAY-22]', async (mediaType, make) => {
    expect((await receive(await make(), 'image-or-pdf', 'slip')).mediaType).toBe(mediaType)
  })

  test('can be text where documents are accepted, even if the text is a page [SEC-10]', async () => {
    expect((await receive('a,b\n1,2\n', 'document', 'list.csv')).mediaType).toBe('text/csv')
    const page = await receive('<html><script>alert(1)</script>', 'document', 'page.html')
    expect([page.mediaType, page.name]).toEqual(['text/plain', 'page.txt'])
  })
})

describe('a file that is refused', () => {
  const refused: [string, Accepted, () => Promise<Buffer> | Buffer, string][] = [
    ['nothing', 'image-or-pdf', () => Buffer.alloc(0), 'file_empty'],
    [
      'a page named .png',
      'image',
      () => Buffer.from('<html><script>1</script></html>'),
      'file_type_not_allowed',
    ],
    ['a drawing where images are accepted', 'image', () => Buffer.from('<svg/>'), 'file_type_not_allowed'],
    ['a PDF where images are accepted', 'image', () => pdf, 'file_type_not_allowed'],
    [
      'an archive',
      'document',
      () => Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
      'file_type_not_allowed',
    ],
    ['a program', 'document', () => Buffer.from(`MZ${'\0'.repeat(200)}`), 'file_type_not_allowed'],
    [
      'the EICAR test file',
      'image-or-pdf',
      () => Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR'),
      'file_type_not_allowed',
    ],
    ['random bytes', 'document', () => randomBytes(500), 'file_type_not_allowed'],
    ['a script behind a GIF signature', 'image', () => Buffer.from('GIF89a/*'), 'file_type_not_allowed'],
    ['10^9 pixels in 90 bytes', 'image', () => pngClaiming(31_623, 31_623), 'file_too_large'],
    ['the widest PNG there can be', 'image', () => pngClaiming(0x7fffffff, 1), 'file_type_not_allowed'],
    [
      'a PNG that is only its signature',
      'image',
      () => Buffer.from('89504e470d0a1a0a', 'hex'),
      'file_type_not_allowed',
    ],
    [
      'one byte over the limit',
      'image-or-pdf',
      () => Buffer.concat([pdf, Buffer.alloc(megabyte + 1 - pdf.length)]),
      'file_too_large',
    ],
  ]
  test.each(refused)('%s: nothing of it stays on the disk [SEC-10]', async (_what, accept, make, code) => {
    const content = await make()
    expect(await codeOf(receive(content, accept, 'file.png'))).toBe(code)
    expect(await readdir(folder)).toEqual([])
  })

  test('stops being read at the limit, and costs no memory by its size [SEC-10]', async () => {
    let sent = 0
    const endless = Readable.from(
      (function* () {
        for (;;) {
          sent += 64 * 1024
          yield Buffer.alloc(64 * 1024)
        }
      })(),
    )
    const before = process.memoryUsage().rss
    const limitBytes = 100 * megabyte
    expect(
      await codeOf(receiveUpload(endless, { limitBytes, accept: 'image', originalName: 'x', folder })),
    ).toBe('file_too_large')
    expect(sent).toBeLessThan(limitBytes + 2 * megabyte)
    expect(process.memoryUsage().rss - before).toBeLessThan(80 * megabyte)
    expect(endless.destroyed).toBe(true)
  })

  test('leaves nothing behind when the sender goes away [SEC-10]', async () => {
    const broken = new Readable({
      read() {
        this.push(Buffer.alloc(1000))
        this.destroy(new Error('gone'))
      },
    })
    const rules = { limitBytes: megabyte, accept: 'image', originalName: 'x', folder } as const
    expect(await codeOf(receiveUpload(broken, rules))).toBe('Error: gone')
    expect(await readdir(folder)).toEqual([])
  })

  test('says what is accepted, and how much [SEC-10]', async () => {
    await expect(receive('text', 'image-or-pdf', 'x')).rejects.toThrow('Send PNG, JPEG, WEBP, GIF, or PDF.')
    await expect(receive(Buffer.alloc(megabyte + 1), 'image', 'x')).rejects.toThrow('larger than 1 MB')
  })
})

describe('a drawing as a logo', () => {
  const svg = (inside: string) =>
    `<?xml version="1.0"?><!-- made by hand --><svg xmlns="http://www.w3.org/2000/svg" ` +
    `xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="20" viewBox="0 0 40 20">${inside}</svg>`

  test('becomes a sharp PNG, and no byte of the drawing stays [ORG-12] [SEC-10]', async () => {
    const drawing = svg(
      '<script>alert(1)</script><rect width="40" height="20" fill="#ff0000" onclick="alert(2)"/>',
    )
    const file = await receive(drawing, 'logo', 'logo.svg')
    expect([file.mediaType, file.name]).toEqual(['image/png', 'logo.png'])
    const content = await readFile(file.path)
    expect(content.includes('alert')).toBe(false)
    expect(file.sha256).toBe(createHash('sha256').update(content).digest('hex'))
    expect(await sharp(content).metadata()).toMatchObject({ format: 'png', width: 512, height: 256 })
  })

  test('asks no server and reads no file [SEC-10]', async () => {
    const asked: string[] = []
    const sentinel = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((ready) => sentinel.listen(0, '127.0.0.1', ready))
    const url = `http://127.0.0.1:${(sentinel.address() as AddressInfo).port}`
    const secret = join(folder, 'secret.png')
    await writeFile(secret, await picture(40, 20).png().toBuffer())
    const drawing = svg(
      `<style>@import url("${url}/style");</style>` +
        [`${url}/image`, `file://${secret}`, secret, 'secret.png']
          .map((href) => `<image width="40" height="20" href="${href}" xlink:href="${href}"/>`)
          .join('') +
        `<use href="${url}/use#a"/><filter id="f"><feImage href="${url}/filter"/></filter>` +
        `<rect width="40" height="20" fill="none" filter="url(#f)"/><foreignObject><img src="${url}/html"/></foreignObject>`,
    )
    const file = await receive(drawing, 'logo', 'logo.svg')
    const { channels } = await sharp(file.path).stats()
    expect(channels.map((channel) => channel.max)).toEqual([0, 0, 0, 0])
    expect(asked).toEqual([])
    await new Promise((closed) => sentinel.close(closed))
  })

  test.each([
    [
      'a billion laughs',
      `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(50)}">${'bcdefghijk'.replace(
        /./g,
        (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`,
      )}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&k;</text></svg>`,
    ],
    [
      'a file as an entity',
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg><text>&x;</text></svg>',
    ],
    ['no size at all', '<svg></svg>'],
    [
      'ten million pixels wide',
      '<svg xmlns="http://www.w3.org/2000/svg" width="10000000" height="10000000"/>',
    ],
    ['more than a megabyte', `<svg><!--${'x'.repeat(megabyte - 20)}--></svg>`],
  ])('is refused, or drawn small, within seconds if it is %s [SEC-10]', async (_what, drawing) => {
    const outcome = await receive(drawing, 'logo', 'logo.svg').then(
      async (file) => (await sharp(file.path).metadata()).width,
      (error: unknown) => error,
    )
    if (typeof outcome === 'number') expect(outcome).toBeLessThanOrEqual(512)
    else expect(outcome).toBeInstanceOf(Refusal)
  })
})

describe('a logo', () => {
  test('is re-encoded as PNG within 512 by 512, without what came with the photo [ORG-12]', async () => {
    const photo = await picture(1200, 600)
      .jpeg()
      .withMetadata({ orientation: 6, exif: { IFD0: { Copyright: 'somebody' } } })
      .toBuffer()
    const original = await receive(photo, 'logo', 'logo.jpg')
    const logo = await prepareLogo(original.path)
    const metadata = await sharp(logo.path).metadata()
    expect([metadata.format, metadata.width, metadata.height]).toEqual(['png', 256, 512])
    expect([metadata.exif, metadata.orientation]).toEqual([undefined, undefined])
    expect([logo.mediaType, logo.name]).toEqual(['image/png', 'logo.png'])
    await Promise.all([logo.dispose(), original.dispose()])
    expect(await readdir(folder)).toEqual([])
  })

  test('is not blown up when it is small, and keeps what is transparent [ORG-12]', async () => {
    const small = join(folder, 'small')
    await writeFile(
      small,
      await sharp({ create: { width: 30, height: 30, channels: 4, background: '#0000' } })
        .webp()
        .toBuffer(),
    )
    const { channels, isOpaque } = await sharp((await prepareLogo(small)).path).stats()
    expect([channels.length, isOpaque]).toEqual([4, false])
    expect((await sharp((await prepareLogo(small)).path).metadata()).width).toBe(30)
  })

  test('is not made of what is no image [ORG-12]', async () => {
    const path = join(folder, 'document')
    await writeFile(path, pdf)
    expect(await codeOf(prepareLogo(path))).toBe('file_type_not_allowed')
    await writeFile(path, pngClaiming(40_000, 40_000))
    expect(await codeOf(prepareLogo(path))).toBe('file_too_large')
    await writeFile(path, (await picture(300, 300).png().toBuffer()).subarray(0, 200))
    expect(await codeOf(prepareLogo(path))).toBe('file_type_not_allowed')
  })
})

test('a form with a file far over the limit is answered, not hung up on [SEC-10]', async () => {
  const app = fastify({ bodyLimit: 50 * megabyte })
  await app.register(multipart)
  app.post('/proofs', async (request, reply) => {
    const part = await request.file()
    if (!part) return reply.code(400).send()
    try {
      const file = await receiveUpload(part.file, {
        limitBytes: megabyte,
        accept: 'image-or-pdf',
        originalName: part.filename,
        folder,
      })
      await file.dispose()
      return { name: file.name, size: file.size }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // What is left of the body is not read, so the connection cannot serve another request.
      return reply.code(413).header('connection', 'close').send({ code: error.code })
    }
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const send = async (content: Buffer<ArrayBuffer>) => {
    const form = new FormData()
    form.append('file', new Blob([content]), 'slip.pdf')
    const answer = await fetch(`${url}/proofs`, { method: 'POST', body: form })
    return [answer.status, await answer.json()]
  }
  expect(await send(Buffer.from(pdf))).toEqual([200, { name: 'slip.pdf', size: pdf.length }])
  expect(await send(Buffer.concat([pdf, Buffer.alloc(1.5 * megabyte)]))).toEqual([
    413,
    { code: 'file_too_large' },
  ])
  expect(await send(Buffer.concat([pdf, Buffer.alloc(9 * megabyte)]))).toEqual([
    413,
    { code: 'file_too_large' },
  ])
  expect(await readdir(folder)).toEqual([])
  await app.close()
})
