import { defineTexts } from '@portico/ui'

export const portalTexts = defineTexts('portal', {
  home: 'Home',
})
