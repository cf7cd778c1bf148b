import { defineTexts } from '@portico/ui'

export const sharedTexts = defineTexts('shared', {
  notFoundTitle: 'There is nothing here',
  notFoundDetail: 'The address may be mistyped, or what stood here was removed.',
  notFoundHome: 'Go to the start',
})
