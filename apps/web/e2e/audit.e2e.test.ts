import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { ifMatch, unwrap } from '../../../packages/sdk/src/index.ts'
import { eventually, journeys, PHONE_IN_THE_DARK, soon } from './journey.ts'

const at = journeys()
let client: { id: string }

beforeAll(async () => {
  client = await at.agency.client({ name: 'Pwani Fresh Foods', email: 'salma@pwani.example' })
  const { version } = await unwrap(
    at.agency.api.GET('/v1/clients/{client_id}', { params: { path: { client_id: client.id } } }),
  )
  await unwrap(
    at.agency.api.PATCH('/v1/clients/{client_id}', {
      params: { path: { client_id: client.id }, header: ifMatch(version) },
      body: { legal_name: '=Pwani Fresh Foods Limited', payment_terms_days: 30 },
    }),
  )
  // The sealer takes what waits within a second or so.
  await eventually(async () => {
    const head = await unwrap(at.agency.api.GET('/v1/audit-head', {}))
    return head.waiting === 0 && head.seq > 0 ? true : null
  })
})

test('an admin finds an entry, sees before and after, and exports what is filtered [AUD-01] [AUD-03] [AUD-06] [AUD-07] [AUD-08] [AUD-09] [AUD-11]', async () => {
  const { page, check } = await at.enter('/audit')
  await page.getByRole('button', { name: 'Amina Mushi changed the client' }).waitFor()
  await page.getByText(/Sealed up to entry \d+/).waitFor()
  await check()
  const whole = await page.getByRole('row').count()
  await page.getByRole('searchbox', { name: 'Search' }).fill('clients changed')
  await soon(() => page.getByRole('row').count()).toBeLessThan(whole)
  await page.getByRole('button', { name: 'Period' }).click()
  await page.getByRole('button', { name: 'Today' }).click()
  await soon(() => new URL(page.url()).searchParams.get('from')).not.toBe(null)
  // One row is the head, in the table as in the file.
  const shown = await page.getByRole('row').count()
  await page.getByRole('button', { name: 'Amina Mushi changed the client' }).click()
  const changes = page.getByRole('table', { name: 'What was before and after' })
  await changes.getByRole('row', { name: /Legal name.*=Pwani Fresh Foods Limited/ }).waitFor()
  await page.getByText(/^No\. \d+/).waitFor()
  await page.getByRole('button', { name: 'Show as JSON' }).click()
  await page.getByText('"payment_terms_days": 30').waitFor()
  await check()
  await page.getByRole('button', { name: 'Close' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^audit-log-\d{4}-\d\d-\d\d\.csv$/)
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
  expect(lines.length).toBe(shown)
  expect(lines.join('\n')).toContain('clients.changed')
  await page.getByRole('searchbox', { name: 'Search' }).fill('nothing like it')
  await page.getByText('Nothing matches').waitFor()
})

test('the log is read on a phone, in the dark [AUD-01]', async () => {
  const { page, check } = await at.enter('/audit', undefined, PHONE_IN_THE_DARK)
  await page.getByRole('button', { name: 'Amina Mushi changed the client' }).waitFor()
  await check()
})

test('the activity opens from the header and leads to the record; each record has its history [AUD-04] [AUD-12] [UX-03]', async () => {
  const { page, check } = await at.enter('')
  await page.getByRole('button', { name: 'Show the activity' }).click()
  const drawer = page.getByRole('dialog', { name: 'Activity' })
  await drawer.getByText('Amina Mushi changed the client').waitFor()
  await check()
  await drawer.getByRole('link', { name: 'Pwani Fresh Foods' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Pwani Fresh Foods' }).waitFor()
  await soon(() => drawer.count()).toBe(0)
  await page.goto(`/app/${at.agency.slug}/settings/accounts`)
  await page.goto(`/app/${at.agency.slug}/settings/currencies`)
  await page.getByRole('button', { name: 'History' }).last().click()
  await page.getByText(/Amina Mushi set the exchange rate of USD to 2520/).waitFor()
  await check()
})

test('requests to the API are found under settings [API-28]', async () => {
  const refused = await at.agency.api.GET('/v1/clients/{client_id}', {
    params: { path: { client_id: 'cli_01jd3k8w2fe0vb3y7p5m9x4t6q' } },
  })
  const requestId = refused.response.headers.get('request-id') as string
  await eventually(async () => {
    const { data } = await unwrap(
      at.agency.api.GET('/v1/requests', { params: { query: { request_id: requestId } } }),
    )
    return data.length > 0 ? true : null
  })
  const { page, check } = await at.enter('/settings/developer?status=4xx')
  await page.getByText(`/v1/clients/cli_01jd3k8w2fe0vb3y7p5m9x4t6q`).waitFor()
  await check()
  await page.getByRole('searchbox', { name: 'Search' }).fill(requestId)
  await soon(() => page.getByRole('row').count()).toBe(2)
})
