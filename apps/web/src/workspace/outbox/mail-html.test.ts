import { expect, test } from 'vitest'
import { mailForFrame } from './mail-html.ts'

const MAIL = `<html><head><style>a{color:red!important}</style></head><body style="margin:0"><p class="x" style="font-family:&quot;Inter&quot;,Arial">1 &lt; 2, style="not one"</p></body></html>`

test('styles of attributes move into an element with the nonce, before the mail’s own', () => {
  expect(mailForFrame(MAIL, 'abc')).toBe(
    '<html><head><style nonce="abc">[data-style="0"]{margin:0}\n[data-style="1"]{font-family:"Inter",Arial}</style>' +
      '<style nonce="abc">a{color:red!important}</style></head><body data-style="0"><p class="x" data-style="1">1 &lt; 2, style="not one"</p></body></html>',
  )
})

test('a style that would end its element is left out, and without a nonce nothing is changed', () => {
  expect(mailForFrame('<head></head><p style="a:&lt;/style&gt;">x</p>', 'n')).toBe(
    '<head><style nonce="n"></style></head><p data-style="0">x</p>',
  )
  expect(mailForFrame(MAIL, undefined)).toBe(MAIL)
})
