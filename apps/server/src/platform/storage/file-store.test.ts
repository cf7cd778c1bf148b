import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startS3Server } from '../../../test/loopback/s3-server.ts'
import type { S3Server } from '../../../test/loopback/s3-server.ts'
import { fileStoreConfigFrom, FileStoreError, newFileKey, openFileStore } from './index.ts'
import type { FileFacts, FileStore } from './index.ts'

const s3Keys = { accessKeyId: 'AKIDPORTICO', secretAccessKey: 's3cret/with+signs', region: 'eu-north-1' }
const bucket = 'portico-files'

function factsOf(content: Buffer, contentType = 'application/pdf'): FileFacts {
  return { size: content.length, contentType, sha256: createHash('sha256').update(content).digest('hex') }
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof FileStoreError ? error.code : String(error)
}

let folder: string
let server: S3Server
const stores: Partial<Record<'local' | 's3', FileStore>> = {}

function s3Environment(change: Record<string, string> = {}): Record<string, string> {
  return {
    S3_ENDPOINT: server.url,
    S3_REGION: s3Keys.region,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: s3Keys.accessKeyId,
    S3_SECRET_ACCESS_KEY: s3Keys.secretAccessKey,
    ...change,
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portico-store-'))
  server = await startS3Server({ ...s3Keys, bucket })
  stores.local = await openFileStore(fileStoreConfigFrom({}, join(folder, 'files')))
  stores.s3 = await openFileStore(fileStoreConfigFrom(s3Environment(), folder))
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

describe.each(['local', 's3'] as const)('the %s store', (kind) => {
  const store = (): FileStore => {
    const opened = stores[kind]
    if (!opened) throw new Error('The store is not open.')
    return opened
  }

  test('is the one that was configured [TRUST-22]', () => {
    expect(store().kind).toBe(kind)
  })

  test('gives back, byte for byte, what was stored from a stream [TRUST-22]', async () => {
    const content = randomBytes(300_080)
    const key = newFileKey('organizations/one')
    await store().put(key, Readable.from([content.subarray(0, 7), content.subarray(7)]), factsOf(content))
    const file = await store().get(key)
    expect([file.size, file.length]).toEqual([300_080, 300_080])
    expect((await buffer(file.stream)).equals(content)).toBe(true)
  })

  test('gives back what was stored from a path, and leaves the source where it was [TRUST-22]', async () => {
    const content = randomBytes(4096)
    const path = join(folder, `source-${kind}`)
    await writeFile(path, content)
    const key = newFileKey('organizations/one')
    await store().put(key, path, factsOf(content))
    expect((await buffer((await store().get(key)).stream)).equals(content)).toBe(true)
    expect((await readFile(path)).equals(content)).toBe(true)
  })

  test('stores an empty file [TRUST-22]', async () => {
    const key = newFileKey('empty')
    await store().put(key, Readable.from([]), factsOf(Buffer.alloc(0)))
    const file = await store().get(key)
    expect(file.size).toBe(0)
    expect(await buffer(file.stream)).toHaveLength(0)
  })

  test('gives back a part of a file, and says how large the whole is [TRUST-22]', async () => {
    const content = Buffer.from('0123456789')
    const key = newFileKey('ranges')
    await store().put(key, Readable.from([content]), factsOf(content))
    const parts = await Promise.all(
      [{ start: 2, end: 4 }, { start: 7 }, { start: 8, end: 900 }, { start: 0, end: 0 }].map(
        async (range) => {
          const file = await store().get(key, range)
          return [(await buffer(file.stream)).toString(), file.length, file.size]
        },
      ),
    )
    expect(parts).toEqual([
      ['234', 3, 10],
      ['789', 3, 10],
      ['89', 2, 10],
      ['0', 1, 10],
    ])
    expect(await codeOf(store().get(key, { start: 10 }))).toBe('range_not_satisfiable')
    expect(await codeOf(store().get(key, { start: -1, end: 4 }))).toBe('range_not_satisfiable')
    expect(await codeOf(store().get(key, { start: 5, end: 4 }))).toBe('range_not_satisfiable')
  })

  test('replaces a file under the same key as a whole [TRUST-22]', async () => {
    const key = newFileKey('replaced')
    for (const text of ['the first, longer content', 'second']) {
      await store().put(key, Readable.from([Buffer.from(text)]), factsOf(Buffer.from(text)))
    }
    expect((await buffer((await store().get(key)).stream)).toString()).toBe('second')
  })

  test('knows what exists, and deletes twice without complaint [TRUST-22]', async () => {
    const key = newFileKey('gone')
    expect(await store().exists(key)).toBe(false)
    await store().put(key, Readable.from([Buffer.from('x')]), factsOf(Buffer.from('x')))
    expect(await store().exists(key)).toBe(true)
    await store().delete(key)
    await store().delete(key)
    expect(await store().exists(key)).toBe(false)
    expect(await codeOf(store().get(key))).toBe('file_not_found')
  })

  test('keeps nothing of a file that is not what was announced [TRUST-22]', async () => {
    const content = Buffer.from('what was scanned and counted')
    const wrong: [string, Buffer, FileFacts][] = [
      ['another content', Buffer.from('what was swapped and counted'), factsOf(content)],
      ['cut short', content.subarray(0, 9), factsOf(content)],
      ['longer', Buffer.concat([content, content]), factsOf(content)],
    ]
    for (const [name, sent, facts] of wrong) {
      const key = newFileKey('damaged')
      expect([name, await codeOf(store().put(key, Readable.from([sent]), facts))]).toEqual([
        name,
        'file_damaged',
      ])
      expect([name, await store().exists(key)]).toEqual([name, false])
    }
  })

  test('keeps nothing of a stream that breaks [TRUST-22]', async () => {
    const key = newFileKey('broken')
    const source = Readable.from(
      (async function* () {
        yield Buffer.from('some')
        await Promise.resolve()
        throw new Error('the sender went away')
      })(),
    )
    expect(await codeOf(store().put(key, source, factsOf(Buffer.from('something'))))).toBe('store_failed')
    expect(await store().exists(key)).toBe(false)
  })

  test.each([
    '../outside',
    'a/../../outside',
    '/etc/passwd',
    'a//b',
    'a/./b',
    '.unfinished/x',
    'a/.hidden',
    'a\\..\\b',
    'a\0b',
    'a/b/',
    '',
    'a/%2e%2e/b',
    'x'.repeat(513),
  ])('refuses the key %j [TRUST-22]', async (key) => {
    const content = Buffer.from('x')
    expect(await codeOf(store().put(key, Readable.from([content]), factsOf(content)))).toBe('bad_key')
    expect(await codeOf(store().get(key))).toBe('bad_key')
    expect(await codeOf(store().delete(key))).toBe('bad_key')
    expect(await codeOf(store().exists(key))).toBe('bad_key')
  })
})

describe('the folder', () => {
  test('does not follow a symbolic link out of it [TRUST-22]', async () => {
    await writeFile(join(folder, 'secret'), 'secret')
    await symlink(join(folder, 'secret'), join(folder, 'files', 'link'))
    expect(await codeOf(stores.local?.get('link') ?? Promise.resolve())).toBe('store_failed')
  })

  test('holds no unfinished file after refusals, and clears those of a crash after a day [TRUST-22]', async () => {
    const unfinished = join(folder, 'files', '.unfinished')
    expect(await readdir(unfinished)).toEqual([])
    await writeFile(join(unfinished, 'old'), 'x')
    await writeFile(join(unfinished, 'young'), 'x')
    await utimes(join(unfinished, 'old'), new Date(0), new Date(0))
    await openFileStore({ folder: join(folder, 'files') })
    expect(await readdir(unfinished)).toEqual(['young'])
  })

  test('is opened while another process writes to it [OPS-08]', async () => {
    const unfinished = join(folder, 'files', '.unfinished')
    let isOver = false
    const others = Array.from({ length: 8 }, async (_, at) => {
      for (let n = 0; !isOver; n++) {
        const path = join(unfinished, `other-${at}-${n}`)
        await writeFile(path, 'x')
        await rm(path)
      }
    })
    try {
      for (let n = 0; n < 100; n++) await openFileStore({ folder: join(folder, 'files') })
    } finally {
      isOver = true
      await Promise.all(others)
    }
  })
})

describe('the bucket', () => {
  const content = Buffer.from('content')
  const putOne = (store: FileStore) =>
    store.put(newFileKey('auth'), Readable.from([content]), factsOf(content))

  test('refuses a wrong secret, a wrong key and a wrong region [TRUST-22]', async () => {
    const wrong: Record<string, string>[] = [
      { S3_SECRET_ACCESS_KEY: 'guess' },
      { S3_ACCESS_KEY_ID: 'OTHER' },
      { S3_REGION: 'us-east-1' },
    ]
    for (const change of wrong) {
      const store = await openFileStore(fileStoreConfigFrom(s3Environment(change), folder))
      expect(await codeOf(putOne(store))).toBe('store_failed')
      expect(server.log.at(-1)).toMatch(/ 403$/)
    }
  })

  test('refuses a request that is signed more than 15 minutes ago [TRUST-22]', async () => {
    const later = () => new Date(Date.now() + 16 * 60 * 1000)
    const ahead = await startS3Server({ ...s3Keys, bucket, now: later })
    const store = await openFileStore(fileStoreConfigFrom(s3Environment({ S3_ENDPOINT: ahead.url }), folder))
    expect(await codeOf(putOne(store))).toBe('store_failed')
    expect(ahead.log.at(-1)).toMatch(/ 403$/)
    expect(ahead.objects.size).toBe(0)
    await ahead.close()
  })

  test('refuses a signed request that was changed on its way [TRUST-22]', async () => {
    const answer = await fetch(`${server.url}/${bucket}/changed`, {
      method: 'PUT',
      body: 'x',
      headers: {
        'x-amz-date': new Date().toISOString().replace(/[-:]|\.\d+/g, ''),
        'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
        authorization:
          `AWS4-HMAC-SHA256 Credential=${s3Keys.accessKeyId}/${new Date().toISOString().slice(0, 10).replaceAll('-', '')}` +
          `/${s3Keys.region}/s3/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=${'0'.repeat(64)}`,
      },
    })
    expect([answer.status, await answer.text()]).toEqual([
      403,
      expect.stringContaining('SignatureDoesNotMatch'),
    ])
    expect((await fetch(`${server.url}/${bucket}/changed`)).status).toBe(403)
  })

  test('is tried again while it is busy, when the source is a file [TRUST-22]', async () => {
    const path = join(folder, 'again')
    await writeFile(path, content)
    const key = newFileKey('again')
    server.failNext(2)
    await stores.s3?.put(key, path, factsOf(content))
    expect(server.objects.get(key)?.content.equals(content)).toBe(true)
  })

  test('keeps the media type and signs the hash of the body [TRUST-22]', async () => {
    const key = newFileKey('typed')
    await stores.s3?.put(key, Readable.from([content]), factsOf(content, 'image/png'))
    expect(server.objects.get(key)?.contentType).toBe('image/png')
  })

  test('is addressed in the path at an endpoint of its own, unless told otherwise [TRUST-22]', () => {
    const { S3_ENDPOINT: _endpoint, ...amazon } = s3Environment()
    const styleOf = (env: Record<string, string>) => fileStoreConfigFrom(env, folder).s3?.forcePathStyle
    expect(styleOf(s3Environment())).toBe(true)
    expect(styleOf(s3Environment({ S3_FORCE_PATH_STYLE: 'false' }))).toBe(false)
    expect(styleOf(amazon)).toBe(false)
  })

  test('is not opened with half a configuration [TRUST-22]', () => {
    const { S3_SECRET_ACCESS_KEY: _secret, ...half } = s3Environment()
    expect(() => fileStoreConfigFrom(half, folder)).toThrow('belong together')
    expect(() => fileStoreConfigFrom(s3Environment({ S3_ENDPOINT: 'localhost:9000' }), folder)).toThrow(
      'S3_ENDPOINT',
    )
    expect(() => fileStoreConfigFrom(s3Environment({ S3_FORCE_PATH_STYLE: 'yes' }), folder)).toThrow(
      'true or false',
    )
    expect(fileStoreConfigFrom({}, folder)).toEqual({ folder })
  })
})
