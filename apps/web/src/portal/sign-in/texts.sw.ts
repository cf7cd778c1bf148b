import { translate } from '@portico/ui'
import type { portalSignInTexts } from './texts.ts'

translate<typeof portalSignInTexts>('portal-sign-in', 'sw', {
  title: 'Ingia',
  titleTo: 'Ingia {{name}}',
  detail: 'Angalia ankara zako, zilipe na upate risiti zako.',
  email: 'Barua pepe',
  emailHint: 'Anwani ambayo ankara zako hutumwa',
  sendCode: 'Nitumie kiungo na msimbo',
  usePassword: 'Tumia nenosiri badala yake',
  useMail: 'Nitumie kiungo na msimbo badala yake',
  noMail:
    'Barua pepe bado haijawekwa hapa, kwa hiyo msimbo hauwezi kufika. Ingia kwa nenosiri, au omba kiungo binafsi cha ankara yako.',
  sentTitle: 'Angalia barua pepe yako',
  sentDetail:
    'Kama {{email}} ni ya mteja wa {{name}}, kiungo na msimbo wa tarakimu sita viko njiani. Bonyeza kiungo, au andika msimbo hapa.',
  code: 'Msimbo ulio kwenye barua pepe',
  codeWrong: 'Msimbo huu si sahihi.',
  codeTriesLeft_one: 'Umebakiwa na jaribio moja.',
  codeTriesLeft_other: 'Umebakiwa na majaribio {{count}}.',
  codeUsedUp: 'Msimbo huu haufai tena. Jitumie mpya.',
  signIn: 'Ingia',
  sendAgain: 'Tuma tena',
  sendAgainIn: 'Tuma tena baada ya sek {{count}}',
  sentAgain: 'Kiungo na msimbo mpya viko njiani. Msimbo mpya pekee ndio unaofanya kazi.',
  anotherAddress: 'Tumia anwani nyingine',
  notArrived:
    'Hakuna kilichofika baada ya dakika moja? Angalia folda ya barua taka, na uhakikishe kuwa anwani ndiyo iliyo kwenye ankara zako.',
  password: 'Nenosiri',
  linkTitle: 'Karibu tena',
  linkDetail: 'Bonyeza kitufe uingie {{name}}.',
  linkEndedTitle: 'Kiungo hiki hakifanyi kazi tena',
  linkEndedDetail: 'Kimeshatumika, au muda wake umepita. Jitumie kipya.',
  locked:
    'Umekosea mara nyingi mno. Jaribu tena baada ya {{time}}, au bonyeza kiungo kwenye barua pepe: hicho bado kinafanya kazi.',
  lockedPassword: 'Umekosea mara nyingi mno. Jaribu tena baada ya {{time}}, au utumiwe kiungo.',
  minutes_one: 'dakika {{count}}',
  minutes_other: 'dakika {{count}}',
  notFoundTitle: 'Hakuna lango la wateja kwenye anwani hii',
  notFoundDetail: 'Angalia anwani iliyo kwenye barua pepe au kwenye ankara.',
})
