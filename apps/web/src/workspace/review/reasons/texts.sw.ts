import { translate } from '@portico/ui'
import type { reasonTexts } from './texts.ts'

translate<typeof reasonTexts>('reject-reasons', 'sw', {
  unreadable: 'Picha haisomeki. Tuma iliyo wazi zaidi, au bandika ujumbe wa malipo.',
  not_found: 'Hatuyaoni malipo haya kwenye akaunti yetu. Angalia akaunti uliyotumia, au uliza benki yako.',
  amount: 'Kiasi kilicho kwenye uthibitisho si kile ulichotuambia. Tuma uthibitisho wa malipo haya.',
  used: 'Uthibitisho huu umeshatumika kwa malipo mengine. Tuma ulio wa ankara hii.',
  wrong_payment: 'Uthibitisho huu ni wa malipo mengine. Tuma ulio wa ankara hii.',
  title: 'Uthibitisho wako wa malipo ya {{number}} haukukubaliwa',
  end: 'Unaweza kutuma mwingine kwa kiungo kilekile.',
})
