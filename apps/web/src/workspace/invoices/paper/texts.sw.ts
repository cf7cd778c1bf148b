import { translate } from '@portico/ui'
import type { ownPaperTexts } from './texts.ts'

translate<typeof ownPaperTexts>('own-invoice-paper', 'sw', {
  draftInvoice: 'Rasimu ya ankara',
  numberWhenIssued: 'Namba hutolewa ankara inapotolewa',
  amountDue: 'Kiasi cha kulipa',
  paidInFull: 'Imelipwa yote',
  total: 'Jumla',
  by: 'ifikapo {{date}}',
  paidOf: '{{paid}} kati ya {{gross}} imelipwa',
  voidSince: 'Batili tangu {{date}}: {{reason}}',
  draftNotice: 'Rasimu ya kukaguliwa. Hakuna cha kulipa bado.',
  whenIssued: 'inapotolewa',
  inBase: 'Jumla kwa {{currency}}',
  rate: '1 {{currency}} = {{rate}} {{base}}, {{date}}',
  markDraft: 'Rasimu',
})
