import { readdir } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test, vi } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { billingDesk } from '../../../test/billing.ts'
import { createDraft, issueInvoice } from '../invoices/index.ts'
import { statement } from '../../platform/database/index.ts'

const app = await testApp()
afterAll(() => app.close())
const filesOf = statement<{ name: string; purpose: string }>(
  'select name, purpose from files where organization_id = $1',
)

test('processes that render one document at once serve the same file and leave one behind [INV-25]', async () => {
  const desk = await billingDesk(app)
  const organizationId = desk.organization.id
  const { id } = await app.fixtures.inOrganization(organizationId, (tx) =>
    createDraft(tx, {
      client_id: desk.client.id,
      lines: [{ description: 'Work', quantity: '1', unit_price: '10' }],
    }),
  )
  await app.fixtures.inOrganization(organizationId, (tx) => issueInvoice(tx, app.parts, id, 1))
  const processes = []
  for (let count = 0; count < 3; count++) {
    vi.resetModules()
    processes.push(await import('./pdf.ts'))
  }
  const files = await Promise.all(
    processes.map(({ documentPdf }) => documentPdf(app.parts, organizationId, 'invoice', id)),
  )
  const bytes = await Promise.all(
    files.map(async (file) => buffer((await file.open()) as NodeJS.ReadableStream)),
  )
  expect(new Set(bytes.map((content) => content.toString('base64'))).size).toBe(1)
  expect(bytes[0]?.length).toBe(files[0]?.size)
  expect(await app.fixtures.inOrganization(organizationId, (tx) => tx.all(filesOf(organizationId)))).toEqual([
    { name: 'INV-2026-001.pdf', purpose: 'invoice_pdf' },
  ])
  const stored = (
    await readdir(app.parts.config.files.folder, { recursive: true, withFileTypes: true })
  ).filter((entry) => entry.isFile() && entry.parentPath.includes(organizationId))
  expect(stored).toHaveLength(1)
})
