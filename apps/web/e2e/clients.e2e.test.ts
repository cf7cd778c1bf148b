import { expect, test } from 'vitest'
import { ifMatch, unwrap } from '../../../packages/sdk/src/index.ts'
import { journeys, PHONE_IN_THE_DARK, soon } from './journey.ts'

const on = journeys()
const base = () => `/app/${on.agency.slug}`

/** A client made through the API, for a journey that is about something else. */
async function client(name: string, more: Record<string, unknown> = {}): Promise<string> {
  const made = await unwrap(on.agency.api.POST('/v1/clients', { body: { name, ...more } }))
  if (made.status === 'pending') await on.agency.setStatus(made.id, 'active')
  return made.id
}

test('a client is added with its main contact, found in the list and opened [CLI-01] [CLI-04] [CLI-05] [CLI-12] [CLI-21]', async () => {
  const { page, check } = await on.enter('/clients')
  await page.getByText('Your clients will live here').waitFor()
  await check()
  await page.getByRole('link', { name: 'New client' }).first().click()
  await page.getByLabel('Name of the company').fill('Bahari Logistics')
  await page.getByLabel('Email').first().fill('accounts@bahari.example')
  await page.getByLabel('Phone').first().fill('+255 712 345 678')
  await page.getByLabel('Segment').fill('Enterprise')
  await page.getByLabel('Name of the contact').fill('Salma Juma')
  await page.getByLabel('Street and number').fill('Nyerere Road 211')
  await page.getByRole('combobox', { name: 'Country' }).fill('Tanz')
  await page.getByRole('option', { name: 'Tanzania' }).click()
  await page.getByLabel('Payment terms').fill('30')
  await page.getByText('Every invoice needs a purchase-order number').click()
  await page.getByRole('button', { name: 'Add a value' }).click()
  await page.getByLabel('Name 1').fill('fleet_size')
  await page.getByLabel('Value 1').fill('14')
  await check()
  await page.keyboard.press('Control+Enter')

  await page.getByRole('heading', { name: 'Bahari Logistics', level: 1 }).waitFor()
  await page.getByText(/^CL-/).first().waitFor()
  await page.getByRole('link', { name: 'Call +255 712 345 678' }).waitFor()
  const facts = page.getByRole('definition')
  await facts.filter({ hasText: '30 days' }).waitFor()
  await facts.filter({ hasText: 'Needed on every invoice' }).waitFor()
  await page.getByText('fleet_size').waitFor()
  await page.getByText('Salma Juma').first().waitFor()
  await check()

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click()
  await page.getByRole('table', { name: 'Clients' }).getByRole('link', { name: 'Bahari Logistics' }).waitFor()
  await check()
})

test('a likely duplicate is named while typing, and a taken address is refused beside its field with everything kept [CLI-25] [CLI-60] [UX-23]', async () => {
  await client('Mwanza Lake Hospital', { email: 'procurement@mlh.example', tax_number: '133-410-008' })
  const { page, check, expectRefusal } = await on.enter('/clients/new')
  expectRefusal(409)
  await page.getByLabel('Name of the company').fill('Mwanza Lake Hospitl')
  await page.getByText('This client may be here already').waitFor()
  await page.getByRole('link', { name: 'Mwanza Lake Hospital' }).waitFor()
  await page.getByText(/similar name/).waitFor()
  await check()
  await page.getByLabel('Email').first().fill('Procurement@MLH.example')
  await page.getByText(/same email/).waitFor()
  await page.getByLabel('City').fill('Mwanza')
  await page.getByRole('button', { name: 'Add client' }).click()
  await page.getByRole('alert').filter({ hasText: 'Duplicate email' }).waitFor()
  expect(await page.getByLabel('Email').first().getAttribute('aria-invalid')).toBe('true')
  expect(await page.getByLabel('City').inputValue()).toBe('Mwanza')
  await check()
})

test('unsaved changes are guarded, and a change that somebody else overtook is explained [CLI-02] [CLI-22]', async () => {
  const id = await client('Pwani Fresh Foods', { phone: '+255 700 000 001' })
  const { page, check, expectRefusal } = await on.enter(`/clients/${id}`)
  expectRefusal(412)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await page.getByLabel('Phone').fill('+255 700 000 777')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click()
  await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor()
  await check()
  await page.getByRole('button', { name: 'Stay' }).click()

  const path = { client_id: id }
  const now = await unwrap(on.agency.api.GET('/v1/clients/{client_id}', { params: { path } }))
  await unwrap(
    on.agency.api.PATCH('/v1/clients/{client_id}', {
      params: { path, header: ifMatch(now.version) },
      body: { phone: '+255 700 000 555', website: 'https://pwani.example' },
    }),
  )
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Somebody changed this in the meantime').waitFor()
  await page.getByText('now +255 700 000 555, yours +255 700 000 777').waitFor()
  await check()
  await page.getByRole('button', { name: 'Save mine' }).click()
  await page.getByRole('heading', { name: 'Pwani Fresh Foods', level: 1 }).waitFor()
  await page.getByRole('link', { name: 'Call +255 700 000 777' }).waitFor()
  // What only they changed is still theirs.
  await page.getByRole('link', { name: 'pwani.example' }).waitFor()
})

test('a client moves only along its states, with a reason that stands in the history [CLI-16] [CLI-17] [CLI-18] [CLI-19] [CLI-56]', async () => {
  const id = await client('Kigamboni Ferry Traders')
  const { page, check } = await on.enter(`/clients/${id}`)
  await page.getByRole('button', { name: 'More actions' }).click()
  const deeds = await page.getByRole('menuitem').allTextContents()
  expect(deeds).toContain('Suspend')
  expect(deeds).toContain('Deactivate')
  expect(deeds).not.toContain('Activate')
  await page.getByRole('menuitem', { name: 'Suspend' }).click()
  await page.getByRole('dialog', { name: 'Suspend Kigamboni Ferry Traders?' }).waitFor()
  await page.getByLabel('Reason').fill('Two invoices overdue')
  await check()
  await page.getByRole('button', { name: 'Suspend' }).click()
  await page.getByText('Suspended', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Activate' }).waitFor()
  await page.getByRole('tab', { name: 'History' }).click()
  await page.getByText('Amina Mushi suspended the client').waitFor()
  await page.getByText('Reason: Two invoices overdue').waitFor()
  await check()
  await page.getByRole('button', { name: 'Activate' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Activate' }).click()
  await page.getByText('Amina Mushi activated the client').first().waitFor()
})

test('a deleted client comes back with one click [CLI-03] [UX-29]', async () => {
  const id = await client('Gone And Back Ltd')
  const { page, check, expectRefusal } = await on.enter(`/clients/${id}`)
  // The open page may be told of the deletion before it is left, and asks once more.
  expectRefusal(404)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('heading', { name: 'Clients', level: 1 }).waitFor()
  await page.getByText('Deleted Gone And Back Ltd').waitFor()
  expect(await page.getByRole('link', { name: 'Gone And Back Ltd' }).count()).toBe(0)
  await check()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('heading', { name: 'Gone And Back Ltd', level: 1 }).waitFor()
})

test('the list keeps its filters in the address and searches while typing [CLI-36] [CLI-38] [CLI-23] [UX-22]', async () => {
  await client('Tumaini Academy', { metadata: { segment: 'Education' } })
  const suspended = await client('Sleepy Hollow Ltd')
  await on.agency.setStatus(suspended, 'suspended')
  const { page, check } = await on.enter('/clients')
  const list = page.getByRole('table', { name: 'Clients' })
  await page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: 'Suspended' }).click()
  await list.getByRole('link', { name: 'Sleepy Hollow Ltd' }).waitFor()
  await soon(() => list.getByRole('link', { name: 'Tumaini Academy' }).count()).toBe(0)
  expect(new URL(page.url()).searchParams.get('status')).toBe('suspended')
  await page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: 'All' }).click()
  await page.getByRole('searchbox').fill('tumaini')
  await soon(() => new URL(page.url()).searchParams.get('q')).toBe('tumaini')
  await list.getByRole('link', { name: 'Tumaini Academy' }).waitFor()
  await soon(() => list.getByRole('link', { name: 'Sleepy Hollow Ltd' }).count()).toBe(0)
  await page.reload()
  await list.getByRole('link', { name: 'Tumaini Academy' }).waitFor()
  await check()
  await page.getByRole('searchbox').fill('no such client anywhere')
  await page.getByText('Nothing matches these filters').waitFor()
  await check()
})

test('people at a client are added, get documents, and enter the portal with rights of their own [CLI-59] [CLI-64]', async () => {
  const id = await client('Dodoma Solar')
  const { page, check } = await on.enter(`/clients/${id}`)
  await page.getByText('Nobody yet. Add the person you talk to.').waitFor()
  await page.getByRole('button', { name: 'Add contact' }).click()
  await page.getByLabel('Name').first().fill('Hassan Mwinyi')
  await page.getByRole('dialog').getByLabel('Email').fill('hassan@dodoma.example')
  await page.getByRole('combobox', { name: 'Invoices and receipts' }).click()
  await page.getByRole('option', { name: 'Gets them (To)' }).click()
  await check()
  await page.getByRole('dialog').getByRole('button', { name: 'Add contact' }).click()
  await page.getByText('Main contact').waitFor()
  await page.getByRole('definition').filter({ hasText: 'hassan@dodoma.example' }).waitFor()

  await page.getByRole('button', { name: 'Actions for Hassan Mwinyi' }).click()
  await page.getByRole('menuitem', { name: 'Open portal' }).click()
  await page.getByRole('radio', { name: 'Pay', exact: true }).waitFor()
  expect(await page.getByRole('checkbox', { name: 'Pay: upload proofs and use credit' }).isChecked()).toBe(
    true,
  )
  await page.getByRole('checkbox', { name: 'Open and answer tickets' }).check()
  expect(await page.getByRole('radio', { name: 'Chosen one by one' }).isChecked()).toBe(true)
  await check()
  await page.getByRole('button', { name: 'Open portal' }).click()
  await page.getByText('Portal open, not visited yet').waitFor()
  const contacts = await unwrap(
    on.agency.api.GET('/v1/clients/{client_id}/contacts', { params: { path: { client_id: id } } }),
  )
  expect(contacts.data[0]).toMatchObject({
    portal_access: true,
    rights_preset: 'custom',
    rights: ['invoices.read', 'invoices.pay', 'company.edit', 'tickets.open'],
  })
})

test('a contact that two people change at once keeps what each of them wrote [CLI-59]', async () => {
  const id = await client('Kigoma Palm Oil')
  const params = { path: { client_id: id } }
  const person = await unwrap(
    on.agency.api.POST('/v1/clients/{client_id}/contacts', { params, body: { name: 'Rehema Ally' } }),
  )
  const { page, expectRefusal } = await on.enter(`/clients/${id}`)
  expectRefusal(412)
  await page.getByRole('button', { name: 'Actions for Rehema Ally' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByLabel('Role there').fill('Head of purchasing')
  await unwrap(
    on.agency.api.PATCH('/v1/clients/{client_id}/contacts/{contact_id}', {
      params: { path: { ...params.path, contact_id: person.id }, header: ifMatch(person.version) },
      body: { phone: '+255 700 111 222' },
    }),
  )
  await panel.getByRole('button', { name: 'Save' }).click()
  await panel.getByText(/Somebody changed this contact in the meantime/).waitFor()
  await panel.getByRole('button', { name: 'Save' }).click()
  await soon(() => panel.count()).toBe(0)
  const { data } = await unwrap(on.agency.api.GET('/v1/clients/{client_id}/contacts', { params }))
  expect(data[0]).toMatchObject({ job_title: 'Head of purchasing', phone: '+255 700 111 222' })
})

test('a balance opens the entries that explain it, and they add up to the figure [PAY-21] [CLI-07]', async () => {
  const { id } = await on.agency.client({ name: 'Moshi Coffee Exporters', email: 'ap@moshi.example' })
  const invoice = await on.agency.invoice(id, { lines: [{ description: 'Website', unit_price: '1000000' }] })
  await on.agency.pay(id, { amount: 250_000_00, currency: 'TZS' }, invoice.id)
  const { page, check } = await on.enter(`/clients/${id}`)
  await page.getByRole('region', { name: 'What Moshi Coffee Exporters owes' }).waitFor()
  await page.getByRole('region').getByRole('button').first().click()
  await page.getByText(/= 1 invoice − 1 payment/).waitFor()
  await page.getByText(/The sum equals the figure on the page/).waitFor()
  await page.getByRole('switch', { name: 'Accountant’s view' }).press('Space')
  await page.getByText('Debit').first().waitFor()
  await check()
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Payments' }).click()
  await page.getByRole('table', { name: 'Payments' }).waitFor()
  await page.getByRole('tab', { name: 'Receipts' }).click()
  await page.getByRole('table', { name: 'Receipts' }).waitFor()
  await page.getByRole('tab', { name: 'Payment references' }).click()
  await page.getByRole('table', { name: 'Payment references' }).getByText(/^PAY-/).waitFor()
  await check()
  await page.getByRole('tab', { name: 'Invoices' }).click()
  await page.getByRole('link', { name: invoice.number ?? '' }).waitFor()
  await check()
})

test('an overdue client is reminded with one mail per chosen invoice [CLI-05]', async () => {
  const { id } = await on.agency.client({ name: 'Late Payers Ltd', email: 'late@payers.example' })
  await on.agency.invoice(id, { issue_date: '2026-01-05', due_date: '2026-01-19' })
  const { page, check } = await on.enter(`/clients/${id}`)
  await page.getByRole('button', { name: 'Send reminder' }).click()
  await page.getByRole('button', { name: 'Send 1 reminder' }).waitFor()
  await check()
  await page.getByRole('button', { name: 'Send 1 reminder' }).click()
  await page.getByText('Sent 1 reminder to Late Payers Ltd').waitFor()
})

test('clients work on a phone in the dark [UX-01] [UX-06] [UX-25] [UX-30]', async () => {
  const long =
    'Zanzibar Spice & Tea Cooperative Society for the Northern Districts of Unguja and Pemba Limited'
  const id = await client(long, {
    email: 'a-very-long-address-for-the-accounts-office@spice-cooperative.example',
  })
  const { page, check } = await on.enter('/clients', undefined, PHONE_IN_THE_DARK)
  await page.getByRole('link', { name: long }).waitFor()
  await check()
  for (const path of [
    `/clients/${id}`,
    `/clients/${id}?tab=history`,
    `/clients/${id}/edit`,
    '/clients/new',
  ]) {
    await page.goto(base() + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await check()
  }
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).waitFor()
  await check()
})

test('a statement of account shows how the balance came about, is sent, and stands in the portal’s language of figures [CLI-61]', async () => {
  const { id } = await on.agency.client({ name: 'Iringa Timber Works', email: 'books@iringa.example' })
  const invoice = await on.agency.invoice(id, { lines: [{ description: 'Website', unit_price: '1000000' }] })
  await on.agency.pay(id, { amount: 250_000_00, currency: 'TZS' }, invoice.id)
  const { page, check } = await on.enter(`/clients/${id}`)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Statement of account' }).click()
  const lines = page.getByRole('table', { name: 'Movements in TZS' })
  await lines.getByRole('link', { name: `Invoice ${invoice.number}` }).waitFor()
  await lines.getByText(/Payment received, receipt/).waitFor()
  await page.getByText('Owed in all').waitFor()
  await check()
  const pdf = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download PDF' }).click()
  expect((await pdf).suggestedFilename()).toMatch(/^Statement CL-.*\.pdf$/)
  await page.getByRole('button', { name: 'Send statement' }).click()
  await check()
  await page.getByRole('dialog').getByRole('button', { name: 'Send statement' }).click()
  await page.getByText('Sent the statement to books@iringa.example').waitFor()
})

test('two entries for one client are merged after a look at what that does, and the old address leads to the one that stays [CLI-60]', async () => {
  const { id: stays } = await on.agency.client({ name: 'Kilwa Fisheries', email: 'info@kilwa.example' })
  const { id: goes } = await on.agency.client({ name: 'Kilwa Fisheries Ltd', email: 'pay@kilwa.example' })
  const invoice = await on.agency.invoice(goes, { lines: [{ description: 'Website', unit_price: '500000' }] })
  const { page, check } = await on.enter(`/clients/${stays}`)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Merge with another client' }).click()
  await page.getByRole('combobox', { name: 'The other entry' }).fill('kilwa fisheries l')
  await page.getByRole('option', { name: /Kilwa Fisheries Ltd/ }).click()
  await page.getByText('1 invoice', { exact: false }).first().waitFor()
  await page.getByRole('radiogroup', { name: 'Name' }).getByLabel('Kilwa Fisheries Ltd').check()
  await check()
  await page.getByRole('button', { name: 'Merge, keep Kilwa Fisheries' }).click()
  await page.getByRole('heading', { name: 'Kilwa Fisheries Ltd', level: 1 }).waitFor()
  await page.getByRole('tab', { name: 'Invoices' }).click()
  await page.getByRole('link', { name: invoice.number ?? '' }).waitFor()
  await check()
  await page.goto(`${base()}/clients/${goes}`)
  await page.getByRole('heading', { name: 'Kilwa Fisheries Ltd', level: 1 }).waitFor()
})
