import {
  addImportFile,
  analyseImport,
  commitImport,
  createClient,
  createImport,
  fromPublicId,
  mergeClients,
  putClient,
} from '@portico/contract'
import { addDays, todayIn } from '@portico/money'
import type { AppParts } from '../app-parts.ts'
import { advanceImport } from '../modules/imports/index.ts'
import type { ApiCaller } from './api-caller.ts'
import type { Story } from './story.ts'

/**
 * Books that the studio took over from a sister company: small, with the traps of real ones (a row twice, a number that is none, a payment
 * that disagrees), brought in and not woken; they can be withdrawn. Beside them a client that stood there twice and became one, and one that
 * another system knows by its own id.
 */
export async function takesBooksOver(
  parts: AppParts,
  api: ApiCaller,
  organizationId: string,
  story: Story,
): Promise<void> {
  const today = todayIn(story.timezone, parts.clock.now())
  const ago = (days: number): string => addDays(today, -days)
  const { id } = await api.call(createImport, { body: {} })
  for (const [name, lines] of Object.entries(booksOf(ago)))
    await api.call(addImportFile, {
      params: { import_id: id },
      body: {},
      file: { name, type: 'text/csv', content: Buffer.from(`${lines.join('\r\n')}\r\n`) },
    })
  const batchId = fromPublicId('importBatch', id) as string
  await api.call(analyseImport, { params: { import_id: id } })
  await advanceImport(parts, organizationId, batchId)
  await api.call(commitImport, { params: { import_id: id }, body: {} })
  await advanceImport(parts, organizationId, batchId)

  const body = {
    name: 'Usambara Honey Collective',
    email: 'orders@usambarahoney.example',
    country: 'TZ',
    tax_number: '139-460-218',
  }
  const kept = await api.call(putClient, { params: { key: 'crm-20417' }, body })
  const twice = await api.call(createClient, {
    body: { name: 'Usambara Honey (old)', phone: '+255 713 204 660', country: 'TZ' },
  })
  await api.call(mergeClients, {
    params: { client_id: twice.id },
    version: twice.version,
    body: { into_client_id: kept.id, into_version: kept.version, take: ['phone'] },
  })
}

const booksOf = (ago: (days: number) => string): Record<string, string[]> => ({
  'clients.csv': [
    'Name,Email,Phone,Street,City,Country,Balance',
    'Mwangaza Bookshop,office@mwangaza.example,+255 754 118 902,Samora Avenue 40,Dar es Salaam,Tanzania,"480,000"',
    'Kigoma Lake Ferries,accounts@lakeferries.example,+255 766 530 014,Harbour Road 3,Kigoma,Tanzania,"1,250,000"',
    'Rafiki Dental Clinic,frontdesk@rafikidental.example,+255 784 667 251,Haile Selassie Road 17,Dar es Salaam,Tanzania,0',
  ],
  'invoices.csv': [
    'Client,Email,Invoice Number,Amount,Paid,Status,Invoice Date,Due Date,Item,Price,Quantity',
    `Mwangaza Bookshop,office@mwangaza.example,B-118,"960,000","480,000",Partial,${ago(140)},${ago(110)},Online shop,"480,000",2`,
    `Mwangaza Bookshop,office@mwangaza.example,B-124,"350,000","350,000",Paid,${ago(96)},${ago(66)},Maintenance,"350,000",1`,
    `Kigoma Lake Ferries,accounts@lakeferries.example,B-121,"1,250,000",0,Sent,${ago(118)},${ago(88)},Timetable,"250,000",5`,
    `Kigoma Lake Ferries,accounts@lakeferries.example,B-127,about two million,0,Sent,${ago(70)},${ago(40)},Ticket office,"500,000",4`,
    `Rafiki Dental Clinic,frontdesk@rafikidental.example,B-119,"720,000","720,000",Paid,${ago(133)},${ago(103)},Booking page,"720,000",1`,
    `Rafiki Dental Clinic,frontdesk@rafikidental.example,B-119,"720,000","720,000",Paid,${ago(133)},${ago(103)},Booking page,"720,000",1`,
  ],
  'payments.csv': [
    'Client,Invoice Number,Amount,Date,Method',
    `Mwangaza Bookshop,B-118,"480,000",${ago(101)},M-Pesa`,
    `Mwangaza Bookshop,B-124,"350,000",${ago(60)},Bank transfer`,
    `Rafiki Dental Clinic,B-119,"720,000",${ago(99)},M-Pesa`,
  ],
})
