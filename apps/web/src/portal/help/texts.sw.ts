import { translate } from '@portico/ui'
import type { helpTexts } from './texts.ts'

translate<typeof helpTexts>('portal-help', 'sw', {
  title: 'Msaada',
  subtitle: 'Jinsi mambo yanavyofanya kazi hapa',
  readTitle: 'Jinsi ya kusoma ankara',
  readWhat: 'Kiasi cha kulipa kiko juu, pamoja na siku ambayo {{name}} wanaitarajia.',
  readLines: 'Chini yake kuna mistari, kila mmoja na maelezo yake; kisha kodi, na jumla.',
  readParts: 'Ikiwa sehemu imelipwa, “Inayobaki kulipwa” ndiyo iliyobaki.',
  readNumber: 'Tunza namba ya ankara na kumbukumbu ya malipo: zote ziko kwenye PDF pia.',
  payTitle: 'Jinsi ya kulipa',
  payChoose: 'Fungua ankara, chagua njia moja ya kulipa.',
  paySteps: 'Fuata hatua. Kiasi, akaunti na kumbukumbu vina kitufe cha kunakili.',
  payReference: 'Taja kumbukumbu ya malipo, ili malipo yako yafike kwenye ankara yake.',
  paySeveral: 'Ankara kadhaa kwa pamoja: ziweke alama kwenye ukurasa wa kwanza, kisha lipa.',
  payCredit: 'Ikiwa ulilipa zaidi hapo awali, una salio, na unaweza kulipa kwa salio hilo.',
  proofTitle: 'Jinsi ya kutuma uthibitisho wa malipo',
  proofSay: 'Baada ya kulipa, bonyeza “Nimelipa” kwenye ankara.',
  proofFile: 'Piga picha ya stakabadhi, chagua faili au PDF, au bandika ujumbe wa benki au simu yako.',
  proofLost: 'Mtandao ukikatika, ulichochagua kimehifadhiwa. Jaribu tena: hakiwezi kutumwa mara mbili.',
  proofWait: '{{name}} wanaukagua. Ankara inaonyesha umefika wapi, na barua pepe inaleta jibu.',
  proofAgain: 'Usipokubaliwa, utasoma sababu, na utatuma mwingine kwa kitufe kimoja.',
  receiptsTitle: 'Risiti ziko wapi',
  receiptsWhere:
    'Malipo yakikubaliwa unapata risiti kwa barua pepe, na utaikuta kwenye “Malipo”, pamoja na PDF yake.',
  signInTitle: 'Kuingia',
  signInCode:
    'Andika anwani yako ya barua pepe; kiungo na tarakimu sita zitakuja kwa barua pepe. Msimbo mpya zaidi ndio unaokubalika, kwa dakika 20.',
  signInPassword: 'Ukipenda nenosiri, weka moja kwenye mipangilio.',
  signInLink:
    'Kiungo kilicho kwenye barua pepe ya ankara hufungua ankara hiyo bila kuingia. Usimpe mtu mwingine.',
  signInDevice: 'Kwenye kifaa kinachotumiwa na wengine, toka ukimaliza.',
  askTitle: 'Jambo jingine?',
  askInvoice: 'Kila ankara ina kitufe cha kuuliza, kinachowaandikia {{name}} pamoja na namba yake.',
  toInvoices: 'Ona ankara zako',
  toPayments: 'Ona malipo na risiti zako',
  toSettings: 'Fungua mipangilio yako',
})
