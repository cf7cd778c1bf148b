import { expect, test } from 'vitest'
import { safeContentHeaders } from './content-headers.ts'
import { cleanFileName } from './file-name.ts'

test.each([
  ['slip.png', 'image/png', 'slip.png'],
  ['Slip.PNG', 'image/png', 'Slip.png'],
  ['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
  ['photo.png', 'image/jpeg', 'photo.jpg'],
  ['invoice.pdf.exe', 'application/pdf', 'invoice.pdf'],
  ['page.html', 'image/gif', 'page.gif'],
  ['Report v1.2', 'application/pdf', 'Report v1.2.pdf'],
  ['no extension', 'image/png', 'no extension.png'],
  ['../../etc/passwd', 'image/png', 'passwd.png'],
  ['C:\\Users\\amina\\slip.png', 'image/png', 'slip.png'],
  ['/absolute/slip.png', 'image/png', 'slip.png'],
  ['slip\0.php\0.png', 'image/png', 'slip.php.png'],
  ['slip\u202egnp.exe', 'image/png', 'slipgnp.png'],
  ['\u2066slip\u2069\u200b.png', 'image/png', 'slip.png'],
  ['a\r\nSet-Cookie: x=1.png', 'image/png', 'aSet-Cookie- x=1.png'],
  ['...', 'image/png', 'file.png'],
  ['', 'application/pdf', 'file.pdf'],
  ['.htaccess', 'image/png', 'file.png'],
  ['NUL.png', 'image/png', '_NUL.png'],
  ['con.backup.png', 'image/png', '_con.backup.png'],
  ['risiti ya malipo – 3 Machi.pdf', 'application/pdf', 'risiti ya malipo – 3 Machi.pdf'],
  ['إيصال.pdf', 'application/pdf', 'إيصال.pdf'],
  ['lone \ud800 surrogate.png', 'image/png', 'lone \ufffd surrogate.png'],
])('names %j of type %s %j [SEC-10]', (given, mediaType, clean) => {
  expect(cleanFileName(given, mediaType)).toBe(clean)
})

test('keeps a name within 255 bytes without cutting a character or the ending [SEC-10]', () => {
  for (const sign of ['a', 'é', '領', '👩‍👩‍👧']) {
    const name = cleanFileName(`${sign.repeat(400)}.pdf`, 'application/pdf')
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
    expect(name.endsWith('.pdf')).toBe(true)
    expect(name.slice(0, -4)).toBe(sign.repeat((name.length - 4) / sign.length))
  }
})

test.each(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf'])(
  'lets %s be shown, with sniffing off [SEC-10]',
  (mediaType) => {
    const headers = safeContentHeaders(mediaType, 'slip', 'inline')
    expect(headers['content-type']).toBe(mediaType)
    expect(headers['content-disposition']).toMatch(/^inline; /)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'")
  },
)

test.each([
  'text/html',
  'image/svg+xml',
  'application/xhtml+xml',
  'text/javascript',
  'text/plain',
  'text/csv',
  'application/xml',
  'image/png; charset=text/html',
  'IMAGE/PNG',
  '',
])('never shows %j, whatever was asked for [SEC-10]', (mediaType) => {
  const headers = safeContentHeaders(mediaType, 'page.html', 'inline')
  expect(headers['content-disposition']).toMatch(/^attachment; /)
  expect(headers['content-type']).toMatch(/^(application\/octet-stream|text\/(plain|csv); charset=utf-8)$/)
  expect(headers['content-security-policy']).toMatch(/default-src 'none'; sandbox/)
})

test('writes any name into the header as RFC 6266 wants it, and nothing beside it [SEC-10]', () => {
  const disposition = (name: string) =>
    safeContentHeaders('application/pdf', name, 'attachment')['content-disposition']
  expect(disposition('risiti (é) "3"%.pdf')).toBe(
    `attachment; filename="risiti (_) _3__.pdf"; filename*=UTF-8''risiti%20%28%C3%A9%29%20%223%22%25.pdf`,
  )
  expect(disposition('a\r\nSet-Cookie: x=1\\')).toBe(
    `attachment; filename="a__Set-Cookie: x=1_"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x%3D1%5C`,
  )
  expect(disposition('\ud800')).toMatch(/^[\x20-\x7e]+$/)
})
