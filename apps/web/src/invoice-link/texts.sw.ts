import { translate } from '@portico/ui'
import type { invoiceLinkTexts } from './texts.ts'

translate<typeof invoiceLinkTexts>('invoice-link', 'sw', {
  endedTitle: 'Kiungo hiki hakifanyi kazi tena',
  endedDetail:
    'Kimebadilishwa na kipya au muda wake umeisha. Kiungo kinachofanya kazi kiko kwenye barua pepe ya karibuni kuhusu ankara hii.',
  endedAsk: 'Hujapata barua pepe mpya? Waombe {{name}} wakutumie ankara tena.',
  endedAskUnnamed: 'Hujapata barua pepe mpya? Mwombe aliyekutumia ankara akutumie tena.',
  signIn: 'Ingia',
  allInvoices: 'Angalia ankara zako zote',
  toPortal: 'Ingia uone ankara na risiti zote za kampuni yako.',
  privateNote: 'Yeyote mwenye kiungo hiki anaweza kuona ankara hii. Mpe anayeilipa tu.',
})
