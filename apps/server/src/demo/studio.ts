import type { Story } from './story.ts'

/** A digital studio in Dar es Salaam: shillings and dollars, mobile money. All people and companies are invented. */
export const studio: Story = {
  name: 'Kilimo Studio',
  slug: 'kilimo-studio',
  country: 'TZ',
  currency: 'TZS',
  timezone: 'Africa/Dar_es_Salaam',
  color: '#0f766e',
  settings: {
    legal_name: 'Kilimo Studio Limited', email: 'billing@kilimo-studio.example', phone: '+255 22 211 0450', website: 'https://kilimo-studio.example', tin: '142-558-903', vrn: '40-017762-K', registration_number: '158842301',
    address: { line1: '14 Ohio Street', line2: 'Upanga', city: 'Dar es Salaam', postal_code: '11102' }, reference_label: 'Payment reference', invoice_note: 'Asante sana. Thank you for working with us.', payment_terms_days: 14, default_client_status: 'active',
    invoice_terms: 'Payment within the terms stated above. Work continues once an overdue invoice is settled.',
  },
  people: [
    { name: 'Amina Mushi', email: 'amina@kilimo-studio.example', role: 'owner' },
    { name: 'Joseph Kimaro', email: 'joseph@kilimo-studio.example', role: 'admin' },
    { name: 'Neema Swai', email: 'neema@kilimo-studio.example', role: 'finance' },
    { name: 'Baraka Lyimo', email: 'baraka@kilimo-studio.example', role: 'manager' },
    { name: 'Zawadi Mrema', email: 'zawadi@kilimo-studio.example', role: 'member' },
    { name: 'Rehema Shayo', email: 'rehema@kilimo-studio.example', role: 'support' },
  ],
  taxRates: [
    { key: 'vat', name: 'VAT', category: 'standard', percent: '18', valid_from: '2020-01-01' },
    { key: 'zero', name: 'VAT zero-rated', category: 'zero', percent: '0', valid_from: '2020-01-01', exemption_reason: 'Export of services' },
    { key: 'exempt', name: 'VAT exempt', category: 'exempt', percent: '0', valid_from: '2020-01-01', exemption_reason: 'Education' },
  ],
  defaultTax: 'vat',
  rates: [{ currency: 'USD', rate: 2520 }, { currency: 'EUR', rate: 2740 }, { currency: 'JPY', rate: 16.9 }],
  accounts: [
    { kind: 'mobile_money', name: 'M-Pesa', currency: 'TZS', details: [{ label: 'Business number', value: '5544 210' }, { label: 'Name', value: 'Kilimo Studio' }], steps: ['Dial *150*00# and choose Pay by M-Pesa.', 'Enter business number 5544210.', 'Enter the payment reference as the account number.', 'Enter the amount and confirm with your PIN.'] },
    { kind: 'bank', name: 'CRDB, shillings', currency: 'TZS', details: [{ label: 'Account', value: '0150 4427 8810 0' }, { label: 'Branch', value: 'Holland House' }, { label: 'SWIFT', value: 'CORUTZTZ' }], steps: [] },
    { kind: 'bank', name: 'CRDB, dollars', currency: 'USD', details: [{ label: 'Account', value: '0250 4427 8810 1' }, { label: 'SWIFT', value: 'CORUTZTZ' }], steps: [] },
    { kind: 'bank', name: 'Wise', currency: 'JPY', details: [{ label: 'Account', value: '110 4471 220' }], steps: [] },
  ],
  items: [
    { code: 'WEB-DAY', name: 'Design and development', unit: 'day', prices: [{ currency: 'TZS', price: '650000' }, { currency: 'USD', price: '280' }] },
    { code: 'CARE-M', name: 'Website care', description: 'Updates, backups and two hours of changes', unit: 'month', prices: [{ currency: 'TZS', price: '350000' }, { currency: 'USD', price: '150' }] },
    { code: 'HOST-Y', name: 'Hosting', unit: 'year', prices: [{ currency: 'TZS', price: '480000' }, { currency: 'USD', price: '200' }, { currency: 'JPY', price: '30000' }] },
    { code: 'DOM-TZ', name: 'Domain .co.tz', unit: 'year', prices: [{ currency: 'TZS', price: '45000' }] },
    { code: 'PHOTO', name: 'Product photography', unit: 'shot', prices: [{ currency: 'TZS', price: '28500' }, { currency: 'JPY', price: '1800' }] },
    { code: 'ADS-M', name: 'Campaign management', unit: 'month', prices: [{ currency: 'TZS', price: '900000' }, { currency: 'USD', price: '390' }] },
  ],
  clients: [
    { name: 'Pwani Fresh Foods', email: 'accounts@pwanifresh.example', phone: '+255 754 220 118', country: 'TZ', city: 'Dar es Salaam', street: 'Nyerere Road 211', tax_number: '118-204-771', segment: 'Retail', contact: 'Salma Juma', title: 'Accountant', habit: 'proof', invoices: 9 },
    { name: 'Serengeti Sky Safaris', email: 'finance@serengetisky.example', phone: '+255 768 410 992', country: 'TZ', city: 'Arusha', street: 'Sokoine Road 8', currency: 'USD', tax_number: '127-551-300', segment: 'Tourism', contact: 'Daniel Laizer', title: 'Finance manager', habit: 'prompt', invoices: 11 },
    { name: 'Mwanza Lake Hospital', email: 'procurement@mlh.example', country: 'TZ', city: 'Mwanza', street: 'Balewa Road', tax_number: '109-877-214', segment: 'Enterprise', requires_purchase_order: true, terms: 45, contact: 'Dr Grace Masanja', title: 'Head of procurement', habit: 'late', invoices: 7 },
    { name: 'Zanzibar Spice & Tea Cooperative Society for the Northern Districts of Unguja and Pemba Limited', email: 'office@spice-coop.example', country: 'TZ', city: 'Zanzibar', street: 'Darajani Street 3', tax_number: '133-410-008', segment: 'Retail', contact: 'Fatma Abdalla', title: 'Secretary', habit: 'parts', invoices: 6 },
    { name: 'Tumaini Academy', email: 'bursar@tumaini.example', country: 'TZ', city: 'Morogoro', street: 'Boma Road', segment: 'Education', contact: 'Peter Mbwambo', title: 'Bursar', habit: 'over', invoices: 5 },
    { name: 'Bongo Beats Records', email: 'hello@bongobeats.example', country: 'TZ', city: 'Dar es Salaam', street: 'Msasani Peninsula', segment: 'Media', contact: 'Ally Ramadhani', title: 'Manager', habit: 'never', invoices: 3 },
    { name: 'Yamato Trading 大和商事', email: 'keiri@yamato.example', country: 'JP', city: 'Osaka', street: '2-4-1 Umeda', currency: 'JPY', segment: 'Export', contact: 'Haruka Ito', title: 'Accounting', habit: 'prompt', invoices: 4 },
    { name: 'Moshi Coffee Exporters', email: 'ap@moshicoffee.example', country: 'TZ', city: 'Moshi', street: 'Kibo Road 44', currency: 'USD', tax_number: '120-334-981', segment: 'Export', contact: 'Elia Mushi', title: 'Director', habit: 'prompt', invoices: 8 },
    { name: 'Kigamboni Ferry Traders', email: 'kft@traders.example', country: 'TZ', city: 'Dar es Salaam', street: 'Ferry Road', contact: 'Hassan Mwinyi', title: 'Chairman', habit: 'suspended', invoices: 2 },
    { name: 'Dodoma Solar', email: 'info@dodomasolar.example', country: 'TZ', city: 'Dodoma', street: 'Jamatini Road', segment: 'Enterprise', contact: 'Anna Chilongola', title: 'Operations', habit: 'late', invoices: 5 },
    { name: 'Fatuma Said', kind: 'person', email: 'fatuma.said@mail.example', country: 'TZ', city: 'Tanga', street: 'Independence Avenue 9', contact: 'Fatuma Said', title: 'Photographer', habit: 'prompt', invoices: 2 },
    { name: 'Uhuru Logistics', email: 'uhuru@logistics.example', country: 'TZ', city: 'Dar es Salaam', street: 'Mandela Road 102', contact: 'Juma Kessy', title: 'Owner', habit: 'pending', invoices: 0 },
  ],
}
