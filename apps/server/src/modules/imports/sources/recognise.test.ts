import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeHead, decodeStream, detectEncoding } from '../tables/decode.ts'
import { recordsOf } from '../tables/records.ts'
import { recognise } from './recognise.ts'

const whole = (text: string) => recognise(text, true)

describe('what a file is', () => {
  test('titles above the header are none of it [OPS-32]', () => {
    const found = whole(
      '"Invoice Ninja v4.5.17",,,\n,,,\nPayments,,,\nClient,Invoice Number,Amount,Date\nA,1,$13.50 ,10/20/2019\n',
    )
    expect(found).toMatchObject({
      source: 'invoice_ninja',
      kind: 'payments',
      header: { line: 4 },
      mapping: { client_name: 0, invoice_number: 1, amount: 2, paid_on: 3 },
    })
  })
  test('columns may stand in any order, in any letter case, two of one name [OPS-32]', () => {
    const found = whole('EMAIL,phone,PAID TO DATE,Name,Balance,Phone\na@b.example,1,2,A,3,4\n')
    expect(found).toMatchObject({
      source: 'invoice_ninja',
      kind: 'clients',
      mapping: { email: 0, phone: 1, stated_paid: 2, name: 3, stated_open: 4, contact_phone: 5 },
    })
  })
  test.each([
    [';', 'Name;E-Mail;Telefon\nA;a@b.example;12\n'],
    ['\t', 'NAME\tEMAIL\nA\ta@b.example\n'],
    ['|', 'name|email\nA|a@b.example\n'],
  ])('a table with %j between its cells [OPS-32]', (delimiter, text) => {
    expect(whole(text)).toMatchObject({
      delimiter,
      source: 'csv',
      kind: 'clients',
      mapping: { name: 0, email: 1 },
    })
  })
  test.each(['1,2,3\n4,5,6\n', 'hello\n', 'just some words\nand more\n'])(
    'no header in %j [OPS-32]',
    (text) => {
      expect(whole(text)).toBeNull()
    },
  )
  test('columns that say nothing are asked for [OPS-32]', () => {
    expect(whole('Foo,Bar,Baz\nx,1,2\ny,3,4\n')).toMatchObject({ kind: null, mapping: {} })
  })
})

describe('bytes', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portico-decode-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const text = 'Name;Email\nMüller;m@example.com\n'
  const utf16 = Buffer.from(text, 'utf16le')
  test.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['utf-16le', utf16],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
    ['windows-1252', Buffer.from(text, 'latin1')],
  ])('%s is read, mark or no mark [OPS-32]', async (encoding, bytes) => {
    const path = join(folder, `${encoding}-${bytes.length}`)
    await writeFile(path, bytes)
    expect(await detectEncoding(path)).toBe(encoding)
    expect((await decodeHead(path, encoding as 'utf-8')).text).toBe(text)
    const records = await Array.fromAsync(
      recordsOf(
        decodeStream(Readable.from([bytes.subarray(0, 9), bytes.subarray(9)]), encoding as 'utf-8'),
        ';',
      ),
    )
    expect(records).toEqual([
      { line: 1, cells: ['Name', 'Email'] },
      { line: 2, cells: ['Müller', 'm@example.com'] },
    ])
  })
  test('what is no text is refused [OPS-32]', async () => {
    const path = join(folder, 'binary')
    await writeFile(path, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1, 2, 0xff, 0, 7]))
    expect(await detectEncoding(path)).toBeNull()
  })
  test('line breaks in quotes and empty lines do not shift the lines that people are told [OPS-32]', async () => {
    const csv = 'name,note\r\n\r\nA,"one\r\ntwo"\r\n,\r\nB,x\r\n'
    const records = await Array.fromAsync(recordsOf(Readable.from([csv]) as AsyncIterable<string>, ','))
    expect(records.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'name'],
      [3, 'A'],
      [6, 'B'],
    ])
  })
})
