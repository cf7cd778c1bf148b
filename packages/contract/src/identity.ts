import { z } from 'zod'
import { id } from './ids.ts'
import { anyone, operation, signedIn } from './operation.ts'
import { Currency, Country, Done, Email, Instant, line, Locale, TimeZone } from './pieces.ts'

/** A new password: 10 to 200 characters, any; the server also refuses what is on the list of breached passwords. */
export const NewPassword = z.string().min(10, 'At least 10 characters').max(200, 'At most 200 characters')
export const OrganizationSlug = z
  .string()
  .min(2)
  .max(48)
  .regex(/^[a-z0-9](-?[a-z0-9])*$/, 'Small letters, digits and single dashes')
  .meta({ example: 'kilimo-studio' })

export const SetUpState = z
  .strictObject({
    needs_set_up: z.boolean(),
    registration: z.enum(['open', 'invite']),
    is_mail_configured: z.boolean(),
    is_secure: z.boolean().meta({ description: 'Whether the public address is HTTPS' }),
  })
  .meta({ id: 'SetUpState' })

export const OrganizationEntry = z
  .strictObject({
    id: id('organization'),
    slug: z.string(),
    name: z.string(),
    mode: z.enum(['live', 'test']),
    role: z.strictObject({ key: z.string(), name: z.string() }),
    logo_url: z.string().nullable(),
    brand_color: z.string(),
    status: z
      .enum(['active', 'suspended'])
      .meta({ description: 'A suspended one cannot be entered; whoever runs the installation knows why' }),
    status_reason: z.string().nullable(),
  })
  .meta({ id: 'OrganizationEntry' })

export const Me = z
  .strictObject({
    id: id('user'),
    name: z.string(),
    email: z.string(),
    locale: Locale,
    is_platform_admin: z.boolean(),
    email_verified: z.boolean(),
    last_login_at: Instant.nullable().meta({ description: 'The sign-in before this one' }),
    organizations: z.array(OrganizationEntry),
  })
  .meta({ id: 'Me' })

export const getSetUp = operation({
  id: 'setup.get',
  method: 'GET',
  path: '/v1/setup',
  summary: 'Whether this installation still needs its owner',
  access: anyone,
  answer: SetUpState,
})
export const setUp = operation({
  id: 'setup.complete',
  method: 'POST',
  path: '/v1/setup',
  access: anyone,
  limit: 'auth',
  answer: Me,
  status: 201,
  summary: 'Create the platform admin and the first organization',
  description:
    'Needs the one-time token that the server prints when it starts, unless the visit comes from the machine itself. Signs in.',
  body: z.strictObject({
    token: z.string().max(200).optional(),
    name: line(120),
    email: Email,
    password: NewPassword,
    organization_name: line(120),
    country: Country.optional(),
    currency: Currency.optional(),
    timezone: TimeZone.optional(),
  }),
  problems: ['set_up_done', 'token_invalid', 'password_too_weak'],
})
export const signUp = operation({
  id: 'auth.sign_up',
  method: 'POST',
  path: '/v1/auth/sign-up',
  access: anyone,
  limit: 'auth',
  answer: Done,
  status: 202,
  summary: 'Ask for an account; the address is verified by mail',
  description:
    'The answer is the same whether or not the address is known: its owner learns the difference by mail.',
  body: z.strictObject({ name: line(120), email: Email, password: NewPassword, locale: Locale.optional() }),
  problems: ['registration_closed', 'password_too_weak'],
})
export const verifyEmail = operation({
  id: 'auth.verify_email',
  method: 'POST',
  path: '/v1/auth/email-verifications',
  access: anyone,
  limit: 'auth',
  answer: Me,
  summary: 'Verify the address with the token from the mail; signs in',
  body: z.strictObject({ token: z.string().max(200) }),
  problems: ['token_invalid'],
})
export const resendVerification = operation({
  id: 'auth.resend_verification',
  method: 'POST',
  path: '/v1/auth/verification-requests',
  access: anyone,
  limit: 'auth',
  answer: Done,
  status: 202,
  summary: 'Send the verification mail again',
  body: z.strictObject({ email: Email }),
})
export const signIn = operation({
  id: 'auth.sign_in',
  method: 'POST',
  path: '/v1/auth/sign-in',
  access: anyone,
  limit: 'auth',
  answer: Me,
  summary: 'Sign in to the workspace with email and password',
  body: z.strictObject({
    email: Email,
    password: z.string().min(1).max(200),
    keep_signed_in: z.boolean().optional(),
  }),
  problems: ['wrong_credentials', 'account_locked', 'email_not_verified'],
})
export const createToken = operation({
  id: 'auth.create_token',
  method: 'POST',
  path: '/v1/auth/tokens',
  access: anyone,
  limit: 'auth',
  status: 201,
  summary: 'A session for a program: a token to be sent as bearer for 12 hours',
  description:
    'Send it as `Authorization: Bearer …`. It may do what the person may do, and ends like any session: by signing out with it, or by a new password.',
  body: z.strictObject({ email: Email, password: z.string().min(1).max(200) }),
  answer: z.strictObject({ token: z.string(), expires_at: Instant }),
  problems: ['wrong_credentials', 'account_locked', 'email_not_verified'],
})
export const signOut = operation({
  id: 'auth.sign_out',
  method: 'POST',
  path: '/v1/auth/sign-out',
  access: anyone,
  answer: Done,
  summary: 'End the session at once',
})
export const requestPasswordReset = operation({
  id: 'auth.request_password_reset',
  method: 'POST',
  path: '/v1/auth/password-reset-requests',
  access: anyone,
  limit: 'auth',
  answer: Done,
  status: 202,
  summary: 'Send a link to set a new password',
  body: z.strictObject({ email: Email }),
})
export const resetPassword = operation({
  id: 'auth.reset_password',
  method: 'POST',
  path: '/v1/auth/password-resets',
  access: anyone,
  limit: 'auth',
  answer: Done,
  summary: 'Set a new password with the token from the mail; ends all sessions and any lock',
  body: z.strictObject({ token: z.string().max(200), password: NewPassword }),
  problems: ['token_invalid', 'password_too_weak'],
})
export const checkPassword = operation({
  id: 'auth.check_password',
  method: 'POST',
  path: '/v1/auth/password-checks',
  access: anyone,
  limit: 'auth',
  summary: 'Whether a new password would be accepted, and what is missing',
  body: z.strictObject({ password: z.string().max(200), email: z.string().max(254).optional() }),
  answer: z.strictObject({
    is_accepted: z.boolean(),
    requirements: z.array(
      z.strictObject({ key: z.enum(['length', 'not_breached', 'not_personal']), is_met: z.boolean() }),
    ),
  }),
})
export const getMe = operation({
  id: 'me.get',
  method: 'GET',
  path: '/v1/me',
  access: signedIn,
  answer: Me,
  summary: 'Who is signed in, and where they may go',
})
export const updateMe = operation({
  id: 'me.update',
  method: 'PATCH',
  path: '/v1/me',
  access: signedIn,
  answer: Me,
  summary: 'Change name or language',
  body: z.strictObject({ name: line(120).optional(), locale: Locale.optional() }),
})
export const changePassword = operation({
  id: 'me.change_password',
  method: 'POST',
  path: '/v1/me/password-changes',
  access: signedIn,
  limit: 'auth',
  answer: Done,
  summary: 'Change the password; ends the other sessions',
  body: z.strictObject({ current_password: z.string().min(1).max(200), new_password: NewPassword }),
  problems: ['wrong_credentials', 'password_too_weak', 'account_locked'],
})

// The portal: sessions of its own, so that a portal cookie can never be a staff session. -------------------------

export const PortalPlace = z
  .strictObject({
    organization: z.strictObject({
      id: id('organization'),
      slug: z.string(),
      name: z.string(),
      logo_url: z.string().nullable(),
      brand_color: z.string(),
    }),
    client: z.strictObject({
      id: id('client'),
      refid: z.string(),
      name: z.string(),
      status: z.enum(['pending', 'active', 'suspended']),
    }),
    contact_id: id('contact'),
    rights: z.array(z.string()),
  })
  .meta({ id: 'PortalPlace' })
export const PortalMe = z
  .strictObject({
    user_id: id('user'),
    name: z.string(),
    email: z.string(),
    locale: Locale,
    has_password: z.boolean(),
    last_login_at: Instant.nullable(),
    places: z
      .array(PortalPlace)
      .meta({ description: 'Every client this person may act for, in every organization' }),
  })
  .meta({ id: 'PortalMe' })

export const PortalSite = z
  .strictObject({
    organization: z.strictObject({
      id: id('organization'),
      slug: z.string(),
      name: z.string(),
      logo_url: z.string().nullable(),
      brand_color: z.string(),
      locale: Locale,
    }),
    is_mail_configured: z.boolean(),
  })
  .meta({ id: 'PortalSite' })
export const getPortalSite = operation({
  id: 'portal_site.get',
  method: 'GET',
  path: '/v1/portal-sites/{slug}',
  access: anyone,
  answer: PortalSite,
  summary: 'The public face of an organization’s portal',
  params: z.strictObject({ slug: OrganizationSlug }),
})
const ChosenLocale = Locale.optional().meta({
  description:
    'Chosen by the visitor on the page; without it the person’s own language counts, then the client’s',
})
export const requestPortalSignIn = operation({
  id: 'portal_auth.request',
  method: 'POST',
  path: '/v1/portal/auth/sign-in-requests',
  access: anyone,
  limit: 'auth',
  answer: Done,
  status: 202,
  summary: 'Mail a one-time link and code to a contact',
  description: 'The answer is the same whether or not the address is known.',
  body: z.strictObject({ organization_slug: OrganizationSlug, email: Email, locale: ChosenLocale }),
})
export const portalSignIn = operation({
  id: 'portal_auth.sign_in',
  method: 'POST',
  path: '/v1/portal/auth/sign-in',
  access: anyone,
  limit: 'auth',
  answer: PortalMe,
  summary: 'Sign in to the portal with the link’s token, the code, or a password',
  description: 'Only this call spends a link; opening the page does not, so a mail scanner cannot use it up.',
  body: z.union([
    z.strictObject({ token: z.string().min(1).max(200), locale: ChosenLocale }),
    z.strictObject({
      organization_slug: OrganizationSlug,
      email: Email,
      code: z.string().regex(/^\d{6}$/, 'Six digits'),
      locale: ChosenLocale,
    }),
    z.strictObject({
      organization_slug: OrganizationSlug,
      email: Email,
      password: z.string().min(1).max(200),
      locale: ChosenLocale,
    }),
  ]),
  problems: ['token_invalid', 'code_invalid', 'wrong_credentials', 'account_locked'],
})
export const portalSignOut = operation({
  id: 'portal_auth.sign_out',
  method: 'POST',
  path: '/v1/portal/auth/sign-out',
  access: anyone,
  answer: Done,
  summary: 'End the portal session at once',
})
