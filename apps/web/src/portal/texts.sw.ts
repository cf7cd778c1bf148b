import { translate } from '@portico/ui'
import type { portalTexts } from './texts.ts'

translate<typeof portalTexts>('portal', 'sw', {
  home: 'Mwanzo',
  invoices: 'Ankara',
  pay: 'Lipa',
  payments: 'Malipo',
  settings: 'Mipangilio',
  help: 'Msaada',
  signOut: 'Toka',
  switchClient: 'Unamwakilisha',
  suspendedTitle: 'Akaunti hii imesimamishwa',
  suspendedDetail: 'Bado unaweza kuona na kulipa ankara zako. Mengine yatafunguka {{name}} wakiirejesha.',
  noAccessTitle: 'Hakuna kilichoshirikiwa nawe hapa',
  noAccessDetail:
    '{{email}} si mwasiliani wa mteja yeyote hapa. Omba uongezwe, au ingia kwa anwani nyingine.',
  otherAddress: 'Tumia anwani nyingine',
  yourPlaces: 'Unaweza kwenda',
  notFound: 'Haipo',
  ended: 'Umetolewa. Ulichoanza kimehifadhiwa; ingia uendelee.',
})
