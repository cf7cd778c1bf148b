import { translate } from '@portico/ui'
import type { newPasswordTexts } from './texts.ts'

translate<typeof newPasswordTexts>('new-password', 'sw', {
  newPassword: 'Nenosiri',
  ruleBreached: 'lisiwe miongoni mwa yaliyovuja',
  rulePersonal: 'lisiwe na jina lako au anwani yako',
})
