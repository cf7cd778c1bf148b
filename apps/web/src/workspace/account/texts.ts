import { defineTexts } from '@portico/ui'

export const accountTexts = defineTexts('account', {
  title: 'Your account',
  you: 'You',
  youDetail:
    'Your name as colleagues and clients see it. The language decides how dates and figures are written, and mails to you; the workspace itself is in English.',
  name: 'Name',
  language: 'Language',
  save: 'Save',
  discard: 'Discard',
  saved: 'Saved',
  facts: 'Signing in',
  email: 'Email',
  lastSignIn: 'Last sign-in before this one',
  firstSignIn: 'This is your first sign-in',
  organization: 'Organization',
  role: 'Role',
  password: 'Password',
  passwordDetail: 'Changing it ends your sessions on all other devices.',
  currentPassword: 'Current password',
  newPassword: 'New password',
  changePassword: 'Change password',
  passwordChanged: 'The password is changed. Other devices are signed out.',
})
