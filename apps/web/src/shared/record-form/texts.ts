import { defineTexts } from '@portico/ui'

export const recordFormTexts = defineTexts('record-form', {
  title: 'Somebody changed this in the meantime',
  detail: 'Your words are kept. Look at what stands there now, then save again.',
  load: 'Show what stands there now',
  keep: 'Keep mine and save',
})
