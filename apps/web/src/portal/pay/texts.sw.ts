import { translate } from '@portico/ui'
import type { portalPayTexts } from './texts.ts'

translate<typeof portalPayTexts>('portal-pay', 'sw', {
  title: 'Lipa',
  titleSeveral_one: 'Lipa ankara {{count}}',
  titleSeveral_other: 'Lipa ankara {{count}}',
  lookUpTitle: 'Una kumbukumbu ya malipo?',
  reference: 'Kumbukumbu ya malipo',
  referenceHint: 'Namba iliyo kwenye ankara, kama {{example}}',
  lookUp: 'Tafuta ankara',
  notFound: 'Hakuna ankara yako yenye kumbukumbu hii. Ilinganishe na iliyo kwenye ankara.',
  referenceWrong: 'Kumbukumbu hii imeandikwa vibaya. Ilinganishe na iliyo kwenye ankara.',
  nothing: 'Hakuna cha kulipa',
  nothingDetail: 'Kumbukumbu ya ankara iliyolipwa bado inafungua risiti yake.',
  oneByOne: 'Kila ankara inalipwa kwa kumbukumbu yake, na inapata risiti yake.',
  steps: 'Ankara za kulipa',
  next: 'Inayofuata: {{number}}',
  stateChecking: 'Inakaguliwa',
  statePaid: 'Imelipwa',
  stateRejected: 'Uthibitisho haukukubaliwa',
  stateGone: 'Si yako',
  allDone: 'Hizo ndizo zote. Utaziona hapa kila moja mpaka iidhinishwe.',
  toHome: 'Nenda mwanzo',
  seeInvoice: 'Angalia ankara yote',
})
