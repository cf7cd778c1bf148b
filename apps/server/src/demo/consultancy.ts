import type { Story } from './story.ts'

/** A consultancy in Oslo: kroner and euros, purchase orders, long terms. All people and companies are invented. */
export const consultancy: Story = {
  name: 'Nordlys Rådgivning',
  slug: 'nordlys',
  country: 'NO',
  currency: 'NOK',
  timezone: 'Europe/Oslo',
  color: '#4338ca',
  settings: {
    legal_name: 'Nordlys Rådgivning AS', email: 'faktura@nordlys.example', phone: '+47 22 41 50 60', website: 'https://nordlys.example', vrn: 'NO 998 112 445 MVA', registration_number: '998 112 445', address: { line1: 'Rådhusgata 24', city: 'Oslo', postal_code: '0151' },
    reference_label: 'KID', invoice_number_pattern: 'NR-{YYYY}-{NNNN}', payment_terms_days: 30, locale: 'en-GB', default_client_status: 'active',
  },
  people: [
    { name: 'Ingrid Haugen', email: 'ingrid@nordlys.example', role: 'owner' },
    { name: 'Ola Berg', email: 'ola@nordlys.example', role: 'finance' },
    { name: 'Silje Dahl', email: 'silje@nordlys.example', role: 'project_manager' },
  ],
  taxRates: [
    { key: 'mva', name: 'MVA', category: 'standard', percent: '25', valid_from: '2020-01-01' },
    { key: 'reverse', name: 'Reverse charge', category: 'reverse', percent: '0', valid_from: '2020-01-01', exemption_reason: 'VAT to be paid by the recipient' },
  ],
  defaultTax: 'mva',
  rates: [{ currency: 'EUR', rate: 11.62 }, { currency: 'USD', rate: 10.71 }],
  accounts: [
    { kind: 'bank', name: 'DNB', currency: 'NOK', details: [{ label: 'Account', value: '1506 44 27881' }], steps: [] },
    { kind: 'bank', name: 'DNB, euro', currency: 'EUR', details: [{ label: 'IBAN', value: 'NO93 8601 1117 947' }, { label: 'BIC', value: 'DNBANOKK' }], steps: [] },
  ],
  items: [
    { code: 'SENIOR', name: 'Senior consultant', unit: 'hour', prices: [{ currency: 'NOK', price: '1850' }, { currency: 'EUR', price: '165' }] },
    { code: 'PARTNER', name: 'Partner', unit: 'hour', prices: [{ currency: 'NOK', price: '2600' }, { currency: 'EUR', price: '230' }] },
    { code: 'RETAINER', name: 'Advisory retainer', unit: 'month', prices: [{ currency: 'NOK', price: '42000' }, { currency: 'EUR', price: '3800' }] },
  ],
  clients: [
    { name: 'Fjordkraft Drift AS', email: 'faktura@fjordkraft-drift.example', country: 'NO', city: 'Bergen', street: 'Strandgaten 18', tax_number: '912 445 118', segment: 'Enterprise', requires_purchase_order: true, terms: 45, contact: 'Marit Solheim', title: 'Controller', habit: 'prompt', invoices: 10 },
    { name: 'Baltic Grid OÜ', email: 'invoices@balticgrid.example', country: 'EE', city: 'Tallinn', street: 'Pärnu mnt 22', currency: 'EUR', tax_number: 'EE101552201', contact: 'Kadri Tamm', title: 'Finance', habit: 'late', invoices: 6 },
    { name: 'Lofoten Sjømat AS', email: 'post@lofotensjomat.example', country: 'NO', city: 'Svolvær', street: 'Torget 5', contact: 'Jon Eriksen', title: 'Daglig leder', habit: 'parts', invoices: 5 },
    { name: 'شركة النخيل للتجارة', email: 'ap@alnakheel.example', country: 'AE', city: 'Dubai', street: 'Sheikh Zayed Road', currency: 'EUR', contact: 'Layla Al Mansoori', title: 'Accounts payable', habit: 'proof', invoices: 3 },
    { name: 'Oslo Kommune, Byutvikling', email: 'efaktura@oslo-by.example', country: 'NO', city: 'Oslo', street: 'Vahls gate 1', segment: 'Public', requires_purchase_order: true, terms: 30, contact: 'Nina Moen', title: 'Rådgiver', habit: 'prompt', invoices: 8 },
    { name: 'Trondheim Robotics', email: 'hei@trd-robotics.example', country: 'NO', city: 'Trondheim', street: 'Olav Tryggvasons gate 40', contact: 'Erik Aas', title: 'CFO', habit: 'never', invoices: 2 },
  ],
}
