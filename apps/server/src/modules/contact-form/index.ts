import { sendContactMessage } from '@portico/contract'
import type { Module } from '../../app.ts'
import { receiveMessage } from './receive-message.ts'

export { newMark, receiveMessage } from './receive-message.ts'

export const contactForm: Module = {
  name: 'contact-form',
  register(edge, parts) {
    edge.handle(sendContactMessage, async (call) => {
      await receiveMessage(parts, call.origin, call.body)
      return { done: true as const }
    })
  },
}
