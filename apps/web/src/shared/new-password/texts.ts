import { defineTexts } from '@portico/ui'

export const newPasswordTexts = defineTexts('new-password', {
  newPassword: 'Password',
  ruleBreached: 'not one that leaks have made known',
  rulePersonal: 'not your name or address',
})
