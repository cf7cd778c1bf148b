import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { measurePaper } from '../../../bench/goals/paper.ts'
import type { InvoicePaper } from './document.ts'
import { renderPaper } from './index.ts'
import { sampleInvoice, sampleReceipt } from './sample-papers.ts'

async function pagesOf(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: false })
  return text.map((page) => page.replaceAll(/\s+/g, ' '))
}

/** The file with every compressed stream unfolded beside it, to search for what must not be in it. */
function unfolded(pdf: Buffer): string {
  const parts = [pdf.toString('latin1')]
  for (const match of parts[0]!.matchAll(/stream\n/g)) {
    try {
      parts.push(inflateSync(pdf.subarray(match.index + 7)).toString('latin1'))
    } catch {
      // Not every stream is compressed with deflate.
    }
  }
  return parts.join('\n')
}

/** What a viewer acts on: the objects without the content of their streams and strings. */
function skeletonOf(pdf: Buffer): string {
  return pdf
    .toString('latin1')
    .replaceAll(/stream\n.*?\nendstream/gs, 'stream')
    .replaceAll(/\((?:\\.|[^\\()])*\)/gs, '()')
}

const ACTIVE =
  /\/(JavaScript|JS|Launch|OpenAction|AA|EmbeddedFiles?|SubmitForm|ImportData|GoToR|RichMedia|XFA)\b/

const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: '#0f766e80' } })
    .png()
    .toBuffer()

/** The same amounts in another currency. */
function invoiceIn(currency: string, locale: string, unitPrice: string, net: number): InvoicePaper {
  const [line] = sampleInvoice(1).lines
  return sampleInvoice(1, {
    currency,
    locale,
    lines: [{ ...line!, unitPrice, net }],
    taxes: [{ label: 'VAT', percent: '10', category: 'standard', taxable: net, tax: net / 10 }],
    totals: { net, tax: net / 10, gross: (net * 11) / 10, paid: 0, due: (net * 11) / 10 },
  })
}

describe('invoice', () => {
  test('prints parties, lines, tax, totals, reference and how to pay as text [INV-15]', async () => {
    const pdf = await renderPaper(sampleInvoice(6))
    const pages = await pagesOf(pdf)
    expect(pages).toHaveLength(1)
    for (const text of [
      'Tax invoice',
      'INV-2026-014',
      'Pwani Logistics Ltd',
      'Client no. CL-7H3KQ9',
      '5,797,930.00',
      '17 Mar 2026',
      'K7M2Q9X4',
      'Payment integration, M-Pesa and Airtel Money',
      'Sandbox and live, with reconciliation export',
      '22.5 h 65,000.00 1,462,500.00',
      'VAT 18% 4,913,500.00 884,430.00',
      'Total TZS 5,797,930.00',
      'CRDB Bank',
      '0150 4488 2910 0',
      'Dial *150*00# and choose Pay by M-Pesa',
      'Kijani Digital Studio Limited',
      'TIN 142-887-301',
      'VAT no. 40-031882-K',
      'Page 1 of 1',
    ]) {
      expect(pages[0]).toContain(text)
    }
    expect(pdf.length).toBeLessThan(80_000)
  })

  test('carries title, author, language and date in its metadata [INV-15]', async () => {
    const proxy = await getDocumentProxy(new Uint8Array(await renderPaper(sampleInvoice(1))))
    expect((await proxy.getMetadata()).info).toMatchObject({
      Title: 'Tax invoice INV-2026-014',
      Author: 'Kijani Studio',
      Language: 'en',
      CreationDate: 'D:20260303000000Z',
    })
  })

  test('shows what is paid and what is left, and says so when nothing is [INV-15]', async () => {
    const { totals } = sampleInvoice(1)
    const part = sampleInvoice(1, {
      totals: { ...totals, paid: 118_300_000, due: totals.gross - 118_300_000 },
    })
    const [partly] = await pagesOf(await renderPaper(part))
    expect(partly).toContain('TZS 1,183,000.00 of 2,183,000.00 is paid')
    expect(partly).toContain('Paid \u22121,183,000.00')
    expect(partly).toContain('Amount due TZS 1,000,000.00')

    const all = sampleInvoice(1, { totals: { ...totals, paid: totals.gross, due: 0 } })
    const [paid] = await pagesOf(await renderPaper(all))
    expect(paid).toContain('Paid in full')
    expect(paid).not.toContain('How to pay')
  })

  test('prints the purchase-order number when there is one [INV-43]', async () => {
    const [withOrder] = await pagesOf(await renderPaper(sampleInvoice(1)))
    expect(withOrder).toContain('Purchase order PO-44718')
    const [without] = await pagesOf(await renderPaper(sampleInvoice(1, { purchaseOrder: undefined })))
    expect(without).not.toContain('Purchase order')
  })

  test('marks drafts and void invoices on every page and tells nobody to pay them [INV-15]', async () => {
    const draft = await pagesOf(await renderPaper(sampleInvoice(40, { draft: true, number: '' })))
    expect(draft.length).toBeGreaterThan(1)
    for (const page of draft) expect(page).toContain('DRAFT')
    expect(draft[0]).toContain('Number given when issued')
    expect(draft.join()).not.toContain('How to pay')

    const reason = 'Issued to the wrong company'
    const voided = await pagesOf(
      await renderPaper(sampleInvoice(40, { void: { date: '2026-03-09', reason } })),
    )
    for (const page of voided) expect(page).toContain('VOID')
    expect(voided[0]).toContain(`Void since 9 Mar 2026: ${reason}`)
    expect(voided.join()).not.toContain('How to pay')
    expect(voided.join()).not.toContain('Amount due')
  })

  test('repeats the table head over 300 lines, numbers the pages and keeps the last line with the sums', async () => {
    const started = performance.now()
    const pdf = await renderPaper(sampleInvoice(300))
    expect(performance.now() - started).toBeLessThan(1000)
    const pages = await pagesOf(pdf)
    expect(pages.length).toBeGreaterThan(8)
    expect(pages.length).toBeLessThan(16)
    pages.forEach((page, index) => expect(page).toContain(`Page ${index + 1} of ${pages.length}`))
    for (const page of pages.slice(1, -1)) {
      expect(page).toContain('Unit price')
      expect(page).toContain('Tax invoice INV-2026-014')
    }
    const sums = pages.find((page) => page.includes('Total TZS'))
    expect(sums).toContain('300 Training for dispatchers')
    for (let position = 1; position <= 300; position += 1) {
      expect(
        pages.filter((page) =>
          page.includes(` ${position} ${sampleInvoice(300).lines[position - 1]!.description}`),
        ),
      ).toHaveLength(1)
    }
  })

  test('keeps every name, however long, inside the page', async () => {
    const name = 'Internationale Gesellschaft für Verkehrsinfrastruktur und Hafenlogistik mbH & Co'
    const unbroken = 'W'.repeat(80)
    const base = sampleInvoice(1)
    const pdf = await renderPaper({
      ...base,
      seller: { ...base.seller, name, legalName: name },
      buyer: { ...base.buyer, name: unbroken, email: `${unbroken}@example.org` },
      purchaseOrder: unbroken,
    })
    const proxy = await getDocumentProxy(new Uint8Array(pdf))
    for (let number = 1; number <= proxy.numPages; number += 1) {
      const { items } = await (await proxy.getPage(number)).getTextContent()
      for (const item of items) {
        if (!('transform' in item)) continue
        expect(item.transform[4]).toBeGreaterThanOrEqual(47)
        expect(item.transform[4] + item.width).toBeLessThanOrEqual(548)
      }
    }
  })

  test('carries long descriptions and terms over as many pages as they need', async () => {
    const words = Array.from({ length: 3000 }, (_, index) => `word${index}`)
    const base = sampleInvoice(2)
    const [first, second] = base.lines
    const pages = await pagesOf(
      await renderPaper({
        ...base,
        lines: [{ ...first!, details: words.join(' ') }, second!],
        terms: words.join('\n'),
      }),
    )
    const text = pages.join(' ')
    for (const word of words) expect(text.split(`${word} `)).toHaveLength(3)
    pages.forEach((page, index) => expect(page).toContain(`Page ${index + 1} of ${pages.length}`))
  }, 30_000)

  test('is tagged for screen readers: heading, table cells in reading order, nothing that repeats', async () => {
    const pdf = await renderPaper(sampleInvoice(40))
    const elements = skeletonOf(pdf)
    const count = (role: string) => elements.match(new RegExp(`/S /${role}\\b`, 'g'))?.length
    expect((await pagesOf(pdf)).length).toBeGreaterThan(1)
    expect(count('H1')).toBe(1)
    // Lines, their head, the tax summary and its head; 6 cells per line, 3 per row of the summary.
    expect(count('TR')).toBe(40 + 1 + 1 + 1)
    expect(count('TH')).toBe(6 + 3)
    expect(count('TD')).toBe(40 * 6 + 3)
  })

  test('writes yen without and dinars with three decimals, in the locale of the document [CUR-08]', async () => {
    const [yen] = await pagesOf(await renderPaper(invoiceIn('JPY', 'ja-JP', '216000', 216_000)))
    expect(yen).toContain('JPY 237,600')
    expect(yen).not.toContain('237,600.0')
    const [dinars] = await pagesOf(await renderPaper(invoiceIn('KWD', 'en', '1234.5', 1_234_500)))
    expect(dinars).toContain('KWD 1,357.950')
    expect(dinars).toContain('1,234.500')
    const [kroner] = await pagesOf(await renderPaper(invoiceIn('NOK', 'nb-NO', '12000', 1_200_000)))
    expect(kroner).toContain('13 200,00')
    const [large] = await pagesOf(
      await renderPaper(invoiceIn('KWD', 'de-DE', '9007199254740.99', 9_007_199_254_740_990)),
    )
    expect(large).toContain('9.007.199.254.740,990')
  })

  test('says why no tax is charged, and the sum in the base currency with its rate', async () => {
    const base = sampleInvoice(1)
    const exemptionReason = 'Reverse charge, article 196 of directive 2006/112/EC'
    const { net } = base.totals
    const [page] = await pagesOf(
      await renderPaper({
        ...base,
        taxes: [
          {
            label: 'VAT',
            percent: '0',
            category: 'reverse',
            taxable: net,
            tax: 0,
            exemptionReason,
          },
        ],
        totals: { net, discount: 5_000_000, tax: 0, gross: net, paid: 0, due: net },
        base: { currency: 'USD', rate: '0.00038500', rateDate: '2026-03-02', gross: 71_225 },
      }),
    )
    expect(page).toContain('VAT, reverse charge')
    expect(page).toContain('196 of directive 2006/112/EC')
    expect(page).toContain('Discounts of TZS 50,000.00 are taken off')
    expect(page).toContain('USD 712.25')
    expect(page).toContain('1 TZS = 0.000385 USD, 2 Mar 2026')
  })
})

describe('receipt', () => {
  test('prints amount, method, what it settles, what stays open and what is credit [RCP-02]', async () => {
    const pages = await pagesOf(await renderPaper(sampleReceipt()))
    expect(pages).toHaveLength(1)
    for (const text of [
      'RCP-2026-009',
      'TZS 6,000,000.00',
      'Received on 11 Mar 2026',
      'Received into M-Pesa till 554 410',
      'QCK7H2M9XA',
      'INV-2026-011 2,360,000.00 Paid in full 2,360,000.00',
      'INV-2026-014 8,026,950.00 4,486,950.00 3,540,000.00',
      'Kept as credit 100,000.00',
      'Total received TZS 6,000,000.00',
      'Page 1 of 1',
    ]) {
      expect(pages[0]).toContain(text)
    }
  })

  test('is a tax receipt with rate, taxable amount and tax when tax was paid [RCP-03] [TAX-05]', async () => {
    const [taxed] = await pagesOf(await renderPaper(sampleReceipt()))
    expect(taxed).toContain('Tax receipt')
    expect(taxed).toContain('Tax in this payment')
    expect(taxed).toContain('VAT 18% 5,000,000.00 900,000.00')
    const [untaxed] = await pagesOf(await renderPaper(sampleReceipt({ taxes: [] })))
    expect(untaxed).not.toContain('Tax receipt')
    expect(untaxed).not.toContain('Tax in this payment')
  })
})

describe('bytes', () => {
  const hash = (pdf: Buffer) => createHash('sha256').update(pdf).digest('hex')
  // Increment and capital delta share a glyph: the font's memory of the first could leak into the second.
  const accented = sampleInvoice(3, {
    note: 'A\u00a0no-break space, \u22065, A\u0391\u0410, é e\u0301',
    locale: 'fr-FR',
  })

  test('are the same whatever was printed before, in this process or another [INV-25]', async () => {
    const logoPng = await png(400, 120)
    await renderPaper(sampleReceipt({ note: '\u03945\u00a0\u0410\u0391' }))
    const first = hash(await renderPaper(accented, { logoPng }))
    await renderPaper(sampleInvoice(30, { locale: 'de-DE', note: '\u2011 \u202f' }))
    expect(hash(await renderPaper(accented, { logoPng }))).toBe(first)
    expect(hash(await renderPaper(structuredClone(accented), { logoPng }))).toBe(first)

    const script = `
      import { createHash } from 'node:crypto'
      const { renderPaper } = await import(${JSON.stringify(new URL('index.ts', import.meta.url).href)})
      let input = ''
      for await (const chunk of process.stdin) input += chunk
      const { document, logo } = JSON.parse(input)
      const pdf = await renderPaper(document, { logoPng: Buffer.from(logo, 'base64') })
      process.stdout.write(createHash('sha256').update(pdf).digest('hex'))`
    const elsewhere = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      input: JSON.stringify({ document: accented, logo: logoPng.toString('base64') }),
      env: { ...process.env, TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8' },
      encoding: 'utf8',
    })
    expect(elsewhere).toBe(first)
  })

  test('differ when the content differs [INV-25]', async () => {
    const changed = structuredClone(accented)
    changed.lines[0]!.net += 1
    expect(hash(await renderPaper(changed))).not.toBe(hash(await renderPaper(accented)))
  })
})

describe('hostile content', () => {
  const hostile = [
    '<script>alert(1)</script><img src="http://169.254.169.254/latest/meta-data/">',
    '<link rel=stylesheet href="file:///etc/passwd">@import url(http://127.0.0.1:9)',
    ') Tj ET Q endstream endobj /OpenAction << /S /JavaScript /JS (app.alert(1)) >> (',
    '/Launch /EmbeddedFile /AA >> endobj 1 0 obj << /Type /Catalog',
    'JavaScript:app.launchURL("file:///etc/passwd")',
    '\u202e99.000.1\u202c \u2066\u0000\u0007\ud800 \ufeff',
    '\\(\\) \\n %PDF-1.7 %%EOF xref',
    'مرحبا שלום 株式会社 👩‍💻',
  ]

  test('is printed as text and never becomes an action, a file or a request', async () => {
    for (const text of hostile) {
      const base = sampleInvoice(1)
      const everywhere = (value: unknown): unknown =>
        Array.isArray(value)
          ? value.map(everywhere)
          : value !== null && typeof value === 'object'
            ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, swap(key, inner)]))
            : value
      const exact = /^(kind|currency|locale|paper|category|percent|quantity|unitPrice|.*[dD]ate)$/
      const swap = (key: string, inner: unknown) =>
        typeof inner === 'string'
          ? exact.test(key)
            ? inner
            : text
          : Array.isArray(inner) && inner.every((item) => typeof item === 'string')
            ? inner.map(() => text)
            : everywhere(inner)
      const document = everywhere({
        ...base,
        note: 'n',
        links: { pay: 'p' },
        void: undefined,
      }) as InvoicePaper
      const pdf = await renderPaper(document)
      const objects = skeletonOf(pdf)
      expect(objects).toContain('/Type /Catalog')
      expect(objects.match(/%%EOF/g)).toHaveLength(1)
      expect(objects).not.toMatch(ACTIVE)
      expect(objects).not.toMatch(/\/(URI|Annot)\b/)
      await expect(pagesOf(pdf)).resolves.not.toHaveLength(0)
    }
  })

  test('links only to http and https', async () => {
    const withLink = async (pay: string) => unfolded(await renderPaper(sampleInvoice(1, { links: { pay } })))
    expect(
      (await withLink('https://portal.example/p/a b')).includes('(https://portal.example/p/a%20b)'),
    ).toBe(true)
    for (const address of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      ' data:text/html,x',
      '\\\\host\\share',
    ]) {
      expect((await withLink(address)).includes('/URI')).toBe(false)
    }
  })

  test('falls back to the name for a logo that is not a sane PNG', async () => {
    const bomb = Buffer.from(await png(10, 10))
    bomb.writeUInt32BE(60_000, 16)
    bomb.writeUInt32BE(60_000, 20)
    const broken = (await png(64, 64)).subarray(0, 60)
    for (const logoPng of [bomb, broken, Buffer.from('<svg/>'), Buffer.alloc(0)]) {
      const pdf = await renderPaper(sampleInvoice(1), { logoPng })
      expect((await pagesOf(pdf))[0]).toContain('Kijani Studio')
      expect(unfolded(pdf).includes('/Subtype /Image')).toBe(false)
    }
    const withLogo = await renderPaper(sampleInvoice(1), { logoPng: await png(300, 90) })
    expect(unfolded(withLogo).includes('/Subtype /Image')).toBe(true)
  })

  test('of 5,000 lines still prints', { timeout: 60_000 }, async () => {
    const started = performance.now()
    const pages = await pagesOf(await renderPaper(sampleInvoice(5000)))
    expect(pages.length).toBeGreaterThan(100)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})

test(
  'costs at most twice what bare pdfkit costs for the same text on fonts parsed once',
  { timeout: 60_000 },
  async () => {
    const figures = await measurePaper({ rounds: 3, documents: 10 })
    console.log(
      `paper: ${figures.oursMs.toFixed(1)} ms, bare pdfkit ${figures.bareMs.toFixed(1)} ms, ratio ${figures.ratio.toFixed(2)}, ${figures.oursBytes} bytes`,
    )
    expect(figures.ratio).toBeLessThan(2)
  },
)
