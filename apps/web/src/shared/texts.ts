import { defineTexts } from '@portico/ui'

export const sharedTexts = defineTexts('shared', {
  notFoundTitle: 'There is nothing here',
  notFoundDetail: 'The address may be mistyped, or what stood here was removed.',
  notFoundHome: 'Go to the start',
  figuresOnly: '{{language}} (dates and figures; words in English)',
  needed: 'This is needed',
  notAnEmail: 'An address such as name@example.com',
  notAPhone: 'A phone number such as +255 712 345 678',
  notAWebsite: 'An address such as https://example.com',
})

/** Apart, because the private link shows the switch and nothing else of the words above. */
export const languageTexts = defineTexts('language', {
  switch: 'Language',
})
