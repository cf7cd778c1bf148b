import { z } from 'zod'
import { member, operation } from './operation.ts'

export const onboardingSteps = [
  'identity',
  'brand',
  'money',
  'account',
  'client',
  'invoice',
  'profile',
  'see_clients',
  'see_invoices',
  'see_review',
] as const
export type OnboardingStep = (typeof onboardingSteps)[number]

export const Onboarding = z
  .strictObject({
    path: z.enum(['starting', 'joining']).meta({
      description: 'Setting an organization up, or finding one’s way in one that works already',
    }),
    steps: z.array(
      z.strictObject({
        key: z.enum(onboardingSteps),
        state: z.enum(['open', 'done', 'skipped']),
      }),
    ),
    is_shown: z
      .boolean()
      .meta({ description: 'While something is open, in the first month, and not put away' }),
  })
  .meta({ id: 'Onboarding' })

export const getOnboarding = operation({
  id: 'onboarding.get',
  method: 'GET',
  path: '/v1/onboarding',
  access: member(null),
  answer: Onboarding,
  summary: 'The first steps of this member in this organization, and how far they are',
})
export const updateOnboarding = operation({
  id: 'onboarding.update',
  method: 'PATCH',
  path: '/v1/onboarding',
  access: member(null),
  summary: 'Skip a step, take it up again, say that it was seen, or put the list away',
  body: z.strictObject({
    skip: z.array(z.enum(onboardingSteps)).max(20).optional(),
    take_up: z.array(z.enum(onboardingSteps)).max(20).optional(),
    seen: z.array(z.enum(onboardingSteps)).max(20).optional(),
    is_hidden: z.boolean().optional(),
  }),
  answer: Onboarding,
})
