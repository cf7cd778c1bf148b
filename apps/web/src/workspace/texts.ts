import { defineTexts } from '@portico/ui'

export const workspaceTexts = defineTexts('workspace', {
  home: 'Home',
})
