import { z } from 'zod'
import { anyone, operation } from './operation.ts'
import { Done, Email, line, paragraph } from './pieces.ts'

export const contactTopics = ['question', 'hosting', 'security', 'other'] as const

/** The contact form of the site. */
export const sendContactMessage = operation({
  id: 'contact.send',
  method: 'POST',
  path: '/v1/contact-messages',
  access: anyone,
  limit: 'auth',
  status: 202,
  summary: 'Write to the people who run this installation',
  description:
    'Both sides get a mail. What looks like a machine’s work is answered alike and put aside: the hidden field `website` was filled in, or the form came back sooner than a person types.',
  body: z.strictObject({
    name: line(120),
    email: Email,
    company: line(160, 0).optional(),
    topic: z.enum(contactTopics).optional(),
    message: paragraph(5000).refine((text) => text.length >= 10, 'A sentence or two'),
    website: z.string().max(300).optional().meta({ description: 'Left empty by people' }),
    opened: z.string().max(200).optional().meta({ description: 'The mark that the form carried' }),
  }),
  answer: Done,
})
