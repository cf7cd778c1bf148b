import { contrast } from '@portico/ui/brand.ts'
import { describe, expect, test } from 'vitest'
import { startSmtpServer } from '../../../test/loopback/smtp-server.ts'
import { mailColors, shownLogo } from './brand.ts'
import type { MailBrand } from './brand.ts'
import { quietName, safeLink } from './content.ts'
import { formatsOf } from './formats.ts'
import { mailConfigFrom, openMailTransport } from './open-mail-transport.ts'
import { composeMail, renderMail } from './render-mail.ts'
import type { RenderedMail } from './render-mail.ts'
import { sampleBrand, sampleMails } from './sample-mails.ts'
import { templates } from './templates/index.ts'
import type { MailTemplateName, MailTemplates } from './templates/index.ts'
import { en } from './texts/en.ts'

const reader = { locale: 'en', brand: sampleBrand }
const invoice = sampleMails['invoice-sent']

function sample<Name extends MailTemplateName>(
  name: Name,
  change: Partial<MailTemplates[Name]> = {},
  brand: MailBrand = sampleBrand,
): Promise<RenderedMail> {
  return renderMail(name, { ...sampleMails[name], ...change }, { locale: 'en', brand })
}

/** What a person reads on the page: no tags, entities resolved as React writes them. */
function shown(html: string): string {
  return html
    .replace(/<(style|title)[\s\S]*?<\/\1>/g, '')
    .replace(/<br\/?>/g, '\n')
    .replace(/<!--.*?-->|<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ')
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('every mail', () => {
  const names = Object.keys(templates) as MailTemplateName[]

  test.each(names)(
    '%s says what, what to do and why, on the page and in plain text [EML-54]',
    async (name) => {
      const mail = await sample(name)
      const content = templates[name](sampleMails[name] as never, {
        texts: en,
        formats: formatsOf('en-GB'),
        brand: sampleBrand,
      })
      expect(mail.subject).toBe(plain(content.subject))
      for (const side of [shown(mail.html), mail.text]) {
        expect(side).toContain(content.heading)
        expect(side).toContain(content.reason)
        expect(side).toContain('Reply to this email to reach Studio Pwani.')
        expect(side).toContain('TIN 123-456-789')
      }
      const action = content.blocks.find((block) => block.kind === 'action')
      expect(action).toBeDefined()
      expect(mail.text).toContain(action?.url)
      expect(mail.html.split(`href="${action?.url.replaceAll('&', '&amp;')}"`)).toHaveLength(3)
      expect(mail.text).not.toMatch(/undefined|null|NaN|\[object/)
      expect(shown(mail.html)).not.toMatch(/undefined|null|NaN|\[object/)
    },
  )

  test.each(names)('%s loads nothing, runs nothing and has its language [EML-54] [SEC-10]', async (name) => {
    const { html } = await sample(name)
    expect(html).toMatch(/^<!DOCTYPE html/)
    expect(html).toMatch(/<html[^>]* dir="ltr"[^>]* lang="en"|<html[^>]* lang="en"[^>]* dir="ltr"/)
    expect(html).not.toMatch(
      /<(script|img|link|iframe|form|object|svg)\b|url\(|@import|javascript:| on[a-z]+=/i,
    )
    expect(Buffer.byteLength(html)).toBeLessThan(40_000)
  })

  test.each(names)('%s escapes whatever it is given [EML-54] [SEC-10]', async (name) => {
    const hostile = `"><img src=x onerror=alert(1)><script>alert(2)</script>`
    const poison = (value: unknown, key = ''): unknown => {
      if (typeof value === 'string')
        return /^(?:url|resetUrl|settingsUrl|currency|timeZone|code|type)$|On$|Until$/.test(key)
          ? value
          : hostile
      if (Array.isArray(value)) return value.map((item) => poison(item))
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([each, inner]) => [each, poison(inner, each)]))
    }
    const brand = { ...sampleBrand, name: hostile, color: hostile, footer: [hostile] }
    const { html, subject } = await renderMail(name, poison(sampleMails[name]) as never, {
      locale: 'en',
      brand,
    })
    expect(html).not.toMatch(/<script|<img/)
    expect(html).toContain('&lt;img')
    expect(subject).not.toMatch(/[\r\n]/)
  })
})

describe('the account mails', () => {
  test('confirm an address, and say for how long [EML-01]', async () => {
    const { subject, text } = await sample('verify-email')
    expect(subject).toBe('Confirm your email address')
    expect(text).toContain('Hello Amina Juma,')
    expect(text).toContain('The link works once and for 24 hours.')
    expect(text).toContain('If it was not you, ignore this email and nothing happens.')
  })

  test('lead to a new password, and say where the request came from [EML-02]', async () => {
    const { text } = await sample('password-reset')
    expect(text).toContain('once and for 30 minutes')
    expect(text).toContain('The request came from 41.\u206059.\u20600.\u206010, Firefox on Windows.')
  })

  test('invite with role, sender, their words and the last day [EML-03]', async () => {
    const { subject, text } = await sample('invitation')
    expect(subject).toBe('Neema Mushi invites you to Studio Pwani')
    expect(text).toContain('as Project manager')
    expect(text).toContain('Neema Mushi writes:\n> Karibu sana!\n> The Kilimo rebuild')
    expect(text).toContain('ends on 10 Mar 2026')
  })

  test('cannot be made to advertise a stranger’s address by a name [EML-01] [EML-03]', async () => {
    const name = 'Claim your prize at https://evil.example/now and www.evil.example'
    const invited = await sample('invitation', { inviter: name, organization: name })
    const verified = await sample('verify-email', { name })
    for (const { html, text, subject } of [invited, verified]) {
      expect(html + text + subject).not.toMatch(/evil\.example|https:\/\/evil/)
    }
    expect(quietName(`${'long '.repeat(40)}name`)).toHaveLength(80)
    expect(quietName('two\r\nlines')).toBe('two lines')
  })

  test('give the sign-in code in the inbox line and on the page [EML-36]', async () => {
    const { html, text } = await sample('portal-sign-in')
    expect(shown(html)).toMatch(/^482 913 is your code\. It works for 10 minutes\./)
    expect(text).toContain('Or type this code: 482 913')
  })

  test('open the portal to a contact, under the organization’s name [EML-36]', async () => {
    const { subject, text } = await sample('portal-enabled')
    expect(subject).toBe('Your Studio Pwani portal is open')
    expect(text).toContain('Studio Pwani has opened a portal for Kilimo Bora Ltd.')
  })

  test('say until when sign-in is paused, in the reader’s zone [AUTH-30]', async () => {
    const { text } = await sample('account-locked')
    expect(text).toContain('After 5 failed attempts in a row')
    expect(text).toContain('paused for 15 minutes')
    expect(text).toContain('Paused until: 1 Mar 2026, 14:05 GMT+3')
  })
})

describe('the invoice mail', () => {
  test('shows number, amount, due day, references and the sender’s note [EML-41]', async () => {
    const { subject, html, text } = await sample('invoice-sent')
    expect(subject).toBe('Invoice INV-2026-014 from Studio Pwani')
    expect(shown(html)).toContain('2,450,000.00 TZS')
    expect(plain(text)).toContain('Amount due: TZS 2,450,000.00\nDue 3 Mar 2026')
    expect(plain(text)).toContain(
      'Your order: PO-88213\nPayment reference: PWN 7K4M 2Q9X\nTotal: TZS 3,000,000.00',
    )
    expect(text).toContain('View and pay:\nhttps://portico.example/i/')
    expect(text).toContain('> The deposit is taken off already.')
    expect(text).toContain('attached as a PDF')
  })

  test('promises neither payment nor PDF where there is none, and no total that is the same [EML-41]', async () => {
    const { text } = await sample('invoice-sent', {
      payable: false,
      attached: false,
      total: invoice.amountDue,
    })
    expect(text).toContain('View invoice:')
    expect(text).not.toMatch(/View and pay|PDF|Total/)
  })

  test('writes amounts with the currency’s own decimals and days as the reader does [EML-41]', async () => {
    const due = async (amount: number, currency: string, locale: string) =>
      plain(
        (
          await renderMail(
            'invoice-sent',
            { ...invoice, amountDue: { amount, currency } },
            { ...reader, locale },
          )
        ).text,
      )
    expect(await due(1_234_567, 'JPY', 'en')).toContain('JPY 1,234,567\nDue 3 Mar 2026')
    expect(await due(1_234_567, 'KWD', 'en-US')).toContain('KWD 1,234.567\nDue Mar 3, 2026')
    expect(await due(1_234_567, 'EUR', 'sw')).toContain('EUR 12,345.67\nMwisho wa kulipa 3 Mac 2026')
    // No catalogue: English throughout rather than English with foreign months.
    expect(await due(1_234_567, 'EUR', 'nb')).toContain('EUR 12,345.67\nDue 3 Mar 2026')
  })

  test('reaches the client as it was written, with its PDF and its picture [EML-41] [EML-54]', async () => {
    const server = await startSmtpServer()
    const transport = openMailTransport(
      mailConfigFrom({ SMTP_URL: server.url, EMAIL_FROM: 'Portico <mail@portico.example>' }),
    )
    const brand = { ...sampleBrand, logo: { url: 'cid:logo', width: 480, height: 120 } }
    const rendered = await sample('invoice-sent', {}, brand)
    await transport.send({
      to: { name: 'Baraka Mwakyusa', address: 'baraka@kilimo.example' },
      fromName: sampleBrand.name,
      ...rendered,
      attachments: [
        { filename: 'INV-2026-014.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.7') },
        { filename: 'logo.png', contentType: 'image/png', content: Buffer.from('png'), cid: 'logo' },
      ],
    })
    const [arrived] = server.received
    expect(arrived?.mail.subject).toBe(rendered.subject)
    expect(arrived?.mail.html?.replaceAll('\r\n', '\n').trim()).toBe(rendered.html.trim())
    expect(arrived?.mail.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(rendered.text.trimEnd())
    expect(arrived?.mail.html).toMatch(/<img[^>]* src="cid:logo"/)
    expect(arrived?.mail.attachments.map(({ filename }) => filename)).toEqual(
      expect.arrayContaining(['INV-2026-014.pdf', 'logo.png']),
    )
    await transport.close()
    await server.close()
  })
})

describe('the payment mails', () => {
  test('confirm a proof, and say what comes next and when [NTF-35]', async () => {
    const { subject, text } = await sample('proof-received')
    expect(subject).toBe('We have your proof of payment for INV-2026-014 and INV-2026-011')
    expect(plain(text)).toContain('Amount you stated: TZS 1,000,000.00')
    expect(text).toContain('This usually takes less than 24 hours.')
  })

  test('reject a proof with its reason and one next step [NTF-35]', async () => {
    const { text } = await sample('proof-rejected')
    expect(text).toContain('Why:\n> The slip shows a transfer to another account')
    expect(text).toContain('What to do:\n> Ask your bank where the transfer went.')
    const { nextStep: _own, ...without } = sampleMails['proof-rejected']
    expect((await renderMail('proof-rejected', without, reader)).text).toContain('> Send another proof')
  })

  test('list what a payment settled and what is left [NTF-35]', async () => {
    const { subject, text } = await sample('receipt')
    expect(plain(subject)).toBe('Receipt RCP-2026-031: TZS 3,000,000.00 received')
    expect(plain(text)).toContain(
      'INV-2026-011, now paid: TZS 1,200,000.00\nINV-2026-014, in part: TZS 1,800,000.00\nStill open: TZS 650,000.00',
    )
    const [settled] = sampleMails.receipt.invoices
    const whole = await sample('receipt', {
      invoices: settled ? [settled] : [],
      credit: { amount: 5, currency: 'TZS' },
    })
    expect(plain(whole.text)).toContain('Kept as your credit: TZS 0.05')
    expect(whole.text).toContain('Nothing is left to pay')
    expect(whole.text).not.toContain('Still open')
  })
})

describe('the page', () => {
  test('carries any brand colour with legal contrast, in light and dark [EML-54]', () => {
    for (const color of [
      '#0f6b6b',
      '#ffe600',
      '#ffffff',
      '#000000',
      '#c8102e',
      '#7f7f7f',
      undefined,
      'nonsense',
    ]) {
      for (const scheme of Object.values(mailColors(color))) {
        const pairs: [string, string, number][] = [
          [scheme.onButton, scheme.button, 4.5],
          [scheme.buttonLine, scheme.panel, 3],
          [scheme.link, scheme.panel, 4.5],
          [scheme.text, scheme.panel, 7],
          [scheme.text, scheme.note, 7],
          [scheme.quiet, scheme.panel, 4.5],
          [scheme.quiet, scheme.page, 4.5],
          [scheme.quiet, scheme.note, 4.5],
          [scheme.good, scheme.panel, 4.5],
          [scheme.wait, scheme.panel, 4.5],
          [scheme.bad, scheme.panel, 4.5],
        ]
        const short = pairs.filter(([text, ground, least]) => contrast(text, ground) < least)
        expect([color, short]).toEqual([color, []])
      }
    }
  })

  test('carries the logo in its proportions, and the name where there is none [EML-54]', async () => {
    const logo = { url: 'https://portico.example/logo.png', width: 512, height: 128 }
    const { html } = await sample('receipt', {}, { ...sampleBrand, logo })
    expect(html).toMatch(
      /<img[^>]* alt="Studio Pwani"[^>]* height="40"[^>]* src="https:\/\/portico.example\/logo.png"/,
    )
    expect(shownLogo(logo)).toEqual({ url: logo.url, width: 160, height: 40 })
    expect(shownLogo({ ...logo, width: 512, height: 32 })).toEqual({ url: logo.url, width: 200, height: 13 })
    expect(shownLogo({ ...logo, url: 'data:image/svg+xml,<svg/>' })).toBeUndefined()
    expect(shownLogo({ ...logo, url: 'javascript:alert(1)' })).toBeUndefined()
    expect((await sample('receipt')).html).not.toContain('<img')
  })

  test('can be dark, and can be read from right to left [EML-54]', async () => {
    const rtl = { ...en, language: 'ar', direction: 'rtl' as const }
    const content = templates['invoice-sent'](invoice, {
      texts: rtl,
      formats: formatsOf('en-GB'),
      brand: sampleBrand,
    })
    const { html } = await composeMail(content, sampleBrand, rtl)
    expect(html).toMatch(/<html[^>]* dir="rtl"/)
    expect(html).toMatch(/<td class="pt-page" dir="rtl" lang="ar"[^>]*text-align:right/)
    expect(html).toContain('prefers-color-scheme:dark')
    expect(html).toMatch(/<meta[^>]* name="color-scheme"|<meta name="color-scheme"/)
  })

  test('leads nowhere but to http and https [SEC-10]', async () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'vbscript:x',
      '/relative',
      '',
    ]) {
      await expect(sample('verify-email', { url })).rejects.toThrow(RangeError)
      await expect(sample('sign-up-existing-account', { resetUrl: url })).rejects.toThrow(RangeError)
    }
    expect(safeLink('https://portico.example/i/a?b=c&d=e')).toBe('https://portico.example/i/a?b=c&d=e')
    expect(safeLink('https://portico.example/"><script>')).toBe('https://portico.example/%22%3E%3Cscript%3E')
  })

  test('says when nobody reads the answers [EML-54]', async () => {
    const { text } = await sample('receipt', {}, { name: 'Studio Pwani', answersReplies: false })
    expect(text).toContain('Replies to this address are not read.')
    expect(text).not.toContain('Reply to this email')
  })
})
