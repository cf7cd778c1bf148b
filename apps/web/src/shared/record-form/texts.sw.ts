import { translate } from '@portico/ui'
import type { recordFormTexts } from './texts.ts'

translate<typeof recordFormTexts>('record-form', 'sw', {
  title: 'Mtu mwingine amebadilisha hapa wakati huohuo',
  detail: 'Ulichoandika kimehifadhiwa. Angalia kilichopo sasa, kisha hifadhi tena.',
  load: 'Onyesha kilichopo sasa',
  keep: 'Baki na changu na uhifadhi',
})
