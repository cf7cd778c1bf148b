import { defineTexts } from '@portico/ui'

export const mailTexts = defineTexts('mails', {
  system: 'Mail of the installation',
  systemDetail:
    'Confirming addresses, new passwords, signing in to portals. What it says is kept only while no mail provider is set up.',
  systemEmpty: 'No mail of the installation yet',
  template: 'What',
  to: 'To',
  written: 'Written',
  status: 'Status',
  queued: 'Waiting',
  sent: 'Sent',
  kept: 'Kept here',
  failed: 'Failed',
  notKept: 'What this mail said is not kept.',
  template_verify_email: 'Confirm the address',
  template_password_reset: 'Set a new password',
  template_portal_sign_in: 'Sign in to the portal',
  template_sign_up_existing_account: 'Account exists already',
  template_account_locked: 'Sign-in paused',
  template_contact_received: 'Your message arrived',
  template_contact_message: 'Message from the site',
})
