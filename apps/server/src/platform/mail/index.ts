export type { MailBrand } from './brand.ts'
export { mailConfigFrom, openMailTransport } from './open-mail-transport.ts'
export type { MailConfig } from './open-mail-transport.ts'
export { renderMail } from './render-mail.ts'
export type { MailReader, RenderedMail } from './render-mail.ts'
export type { MailTemplateName, MailTemplates } from './templates/index.ts'
export { notificationSubject } from './templates/notifications.ts'
export { isMailAddress } from './transport.ts'
export type {
  MailAddress,
  MailAttachment,
  MailMessage,
  MailOutcome,
  MailRefusal,
  MailTransport,
} from './transport.ts'
