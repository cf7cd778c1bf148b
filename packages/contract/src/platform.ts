import { z } from 'zod'
import { id } from './ids.ts'
import { operation, platformAdmin } from './operation.ts'
import { Done, Instant, line, listOf, pageQuery, paragraph, Version } from './pieces.ts'

/**
 * What the people who run the installation may do. They see that organizations exist and how large they are, never what is in them:
 * none of these operations reads a tenant's rows. Every deed is written down, and an organization reads in its own log what was done to it.
 */
export const PlatformOrganization = z
  .strictObject({
    id: id('organization'),
    slug: z.string(),
    name: z.string(),
    mode: z.enum(['live', 'test']),
    status: z.enum(['active', 'suspended', 'deleted']),
    status_reason: z.string().nullable(),
    status_changed_at: Instant.nullable(),
    plan: z.strictObject({ key: z.string(), name: z.string() }),
    created_at: Instant,
    size: z
      .strictObject({
        members: z.number().int(),
        clients: z.number().int(),
        invoices: z.number().int(),
        file_bytes: z.number().int(),
        counted_at: Instant,
      })
      .nullable()
      .meta({ description: 'Counted by a job every few minutes; null until the first count' }),
  })
  .meta({ id: 'PlatformOrganization' })

const search = z
  .string()
  .trim()
  .max(100)
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'This text holds characters that cannot be printed')

export const listPlatformOrganizations = operation({
  id: 'platform.list_organizations',
  method: 'GET',
  path: '/v1/platform/organizations',
  access: platformAdmin,
  summary: 'Organizations of the installation, newest first',
  query: z.strictObject({
    ...pageQuery,
    search: search.optional().meta({ description: 'Part of the name or of the address' }),
    status: z.enum(['active', 'suspended']).optional(),
  }),
  answer: listOf(PlatformOrganization),
})
export const suspendOrganization = operation({
  id: 'platform.suspend_organization',
  method: 'POST',
  path: '/v1/platform/organizations/{organization_id}/suspension',
  access: platformAdmin,
  summary: 'Close an organization for its members, its clients and its links',
  description:
    'At once and on every session. Nothing is deleted; members see that it is suspended, and why. Written into the organization’s own log.',
  params: z.strictObject({ organization_id: id('organization') }),
  body: z.strictObject({ reason: line(300, 3) }),
  answer: PlatformOrganization,
  problems: ['status_transition_denied'],
})
export const reactivateOrganization = operation({
  id: 'platform.reactivate_organization',
  method: 'POST',
  path: '/v1/platform/organizations/{organization_id}/reactivation',
  access: platformAdmin,
  summary: 'Open a suspended organization again',
  params: z.strictObject({ organization_id: id('organization') }),
  body: z.strictObject({ reason: line(300, 3) }),
  answer: PlatformOrganization,
  problems: ['status_transition_denied'],
})

export const PlatformPerson = z
  .strictObject({
    id: id('user'),
    name: z.string(),
    email: z.string(),
    is_platform_admin: z.boolean(),
    is_email_verified: z.boolean(),
    is_locked: z.boolean().meta({ description: 'By a platform admin; nobody signs in with this account' }),
    paused_until: Instant.nullable().meta({ description: 'After too many failed attempts' }),
    open_sessions: z.number().int(),
    organizations: z.number().int(),
    last_login_at: Instant.nullable(),
    created_at: Instant,
  })
  .meta({ id: 'PlatformPerson' })
export const listPeople = operation({
  id: 'platform.list_people',
  method: 'GET',
  path: '/v1/platform/people',
  access: platformAdmin,
  summary: 'Accounts of the installation, newest first',
  query: z.strictObject({
    ...pageQuery,
    search: search.optional().meta({ description: 'Part of the name or of the address' }),
    only: z.enum(['locked', 'admins']).optional(),
  }),
  answer: listOf(PlatformPerson),
})
export const lockPerson = operation({
  id: 'platform.lock_person',
  method: 'POST',
  path: '/v1/platform/people/{user_id}/lock',
  access: platformAdmin,
  summary: 'Lock an account and end its sessions',
  params: z.strictObject({ user_id: id('user') }),
  body: z.strictObject({ reason: line(300, 3) }),
  answer: PlatformPerson,
  problems: ['not_yourself'],
})
export const unlockPerson = operation({
  id: 'platform.unlock_person',
  method: 'POST',
  path: '/v1/platform/people/{user_id}/unlock',
  access: platformAdmin,
  summary: 'Unlock an account, and forget its failed attempts',
  params: z.strictObject({ user_id: id('user') }),
  answer: PlatformPerson,
})
export const endPersonSessions = operation({
  id: 'platform.end_sessions',
  method: 'POST',
  path: '/v1/platform/people/{user_id}/sign-outs',
  access: platformAdmin,
  summary: 'End all sessions of an account, in the workspace and in portals',
  params: z.strictObject({ user_id: id('user') }),
  answer: PlatformPerson,
})

const JobId = z
  .string()
  .regex(/^\d{1,18}$/, 'The number of a job')
  .meta({ example: '4711' })
export const PlatformJob = z
  .strictObject({
    id: JobId,
    task: z.string().meta({ example: 'emails.send' }),
    state: z.enum(['queued', 'running', 'retrying', 'failed']),
    attempts: z.number().int(),
    max_attempts: z.number().int(),
    run_at: Instant,
    created_at: Instant,
    last_error: z.string().nullable(),
    organization: z.strictObject({ id: id('organization'), name: z.string() }).nullable(),
  })
  .meta({ id: 'PlatformJob' })
export const listJobs = operation({
  id: 'platform.list_jobs',
  method: 'GET',
  path: '/v1/platform/jobs',
  access: platformAdmin,
  summary: 'Background jobs that wait, run or failed, newest first',
  query: z.strictObject({
    ...pageQuery,
    state: z.enum(['queued', 'running', 'retrying', 'failed']).optional(),
  }),
  answer: listOf(PlatformJob),
  problems: ['not_configured'],
})
export const retryJob = operation({
  id: 'platform.retry_job',
  method: 'POST',
  path: '/v1/platform/jobs/{job_id}/retry',
  access: platformAdmin,
  summary: 'Try a job again now, with all its attempts',
  params: z.strictObject({ job_id: JobId }),
  answer: PlatformJob,
  problems: ['job_is_running', 'not_configured'],
})
export const removeJob = operation({
  id: 'platform.remove_job',
  method: 'DELETE',
  path: '/v1/platform/jobs/{job_id}',
  access: platformAdmin,
  summary: 'Remove a job that nobody needs any more',
  params: z.strictObject({ job_id: JobId }),
  answer: Done,
  problems: ['job_is_running', 'not_configured'],
})

export const ContactMessage = z
  .strictObject({
    id: id('contactMessage'),
    name: z.string(),
    email: z.string(),
    company: z.string().nullable(),
    topic: z.enum(['question', 'hosting', 'security', 'other']),
    message: z.string(),
    state: z.enum(['new', 'done', 'spam']),
    created_at: Instant,
    handled_at: Instant.nullable(),
    handled_by: z.string().nullable(),
  })
  .meta({ id: 'ContactMessage' })
export const listContactMessages = operation({
  id: 'platform.list_contact_messages',
  method: 'GET',
  path: '/v1/platform/contact-messages',
  access: platformAdmin,
  summary: 'What visitors wrote in the contact form, newest first',
  query: z.strictObject({ ...pageQuery, state: z.enum(['new', 'done', 'spam']).optional() }),
  answer: listOf(ContactMessage),
})
export const updateContactMessage = operation({
  id: 'platform.update_contact_message',
  method: 'PATCH',
  path: '/v1/platform/contact-messages/{contact_message_id}',
  access: platformAdmin,
  summary: 'Say that a message is done with, or spam',
  params: z.strictObject({ contact_message_id: id('contactMessage') }),
  body: z.strictObject({ state: z.enum(['new', 'done', 'spam']) }),
  answer: ContactMessage,
})

export const Health = z
  .strictObject({
    checks: z.array(
      z.strictObject({
        key: z.enum(['database', 'migrations', 'locks', 'disk', 'queue', 'mail', 'address', 'backup']),
        state: z.enum(['good', 'warning', 'problem', 'unknown']),
        finding: z.string(),
        fix: z.string().nullable(),
      }),
    ),
    versions: z.strictObject({
      portico: z.string(),
      node: z.string(),
      postgresql: z.string(),
      schema: z.string().meta({ description: 'The newest migration' }),
    }),
    figures: z.strictObject({
      organizations: z.number().int(),
      people: z.number().int(),
      database_bytes: z.number().int(),
      jobs_waiting: z.number().int(),
      jobs_failed: z.number().int(),
      oldest_job_seconds: z.number().int().nullable(),
      mails_waiting: z.number().int(),
      mails_failed: z.number().int(),
      new_contact_messages: z.number().int(),
    }),
    started_at: Instant,
  })
  .meta({ id: 'Health' })
export const getHealth = operation({
  id: 'platform.health',
  method: 'GET',
  path: '/v1/platform/health',
  access: platformAdmin,
  summary: 'How the installation is: database, disk, queue, mail, versions',
  answer: Health,
})

export const PlatformDeed = z
  .strictObject({
    id: z.string(),
    at: Instant,
    by: z.string().nullable(),
    action: z.string().meta({ example: 'organization.suspended' }),
    subject: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'PlatformDeed' })
export const listPlatformDeeds = operation({
  id: 'platform.list_deeds',
  method: 'GET',
  path: '/v1/platform/deeds',
  access: platformAdmin,
  summary: 'What platform admins did, newest first; it cannot be changed',
  query: z.strictObject({ limit: pageQuery.limit, after: pageQuery.after }),
  answer: listOf(PlatformDeed),
})

export const Installation = z
  .strictObject({
    is_site_on: z.boolean().meta({ description: 'Whether visitors who are not signed in see the site at /' }),
    operator_name: z.string().nullable(),
    operator_address: z.string().nullable(),
    contact_email: z.string().nullable().meta({ description: 'Where the contact form is told' }),
    terms: z.string().nullable(),
    privacy: z.string().nullable(),
    imprint: z.string().nullable(),
    demo: z.strictObject({
      state: z.enum(['none', 'loading', 'loaded', 'failed']),
      detail: z.string().nullable(),
    }),
    version: Version,
  })
  .meta({ id: 'Installation' })
export const getInstallation = operation({
  id: 'platform.get_installation',
  method: 'GET',
  path: '/v1/platform/installation',
  access: platformAdmin,
  summary: 'The site, who operates it, and its legal texts',
  answer: Installation,
})
export const updateInstallation = operation({
  id: 'platform.update_installation',
  method: 'PATCH',
  path: '/v1/platform/installation',
  access: platformAdmin,
  versioned: true,
  summary: 'Change the site, who operates it, and its legal texts',
  body: z.strictObject({
    is_site_on: z.boolean().optional(),
    operator_name: line(200).nullable().optional(),
    operator_address: paragraph(600).nullable().optional(),
    contact_email: z.email('An address such as name@example.com').max(254).nullable().optional(),
    terms: paragraph(40_000).nullable().optional(),
    privacy: paragraph(40_000).nullable().optional(),
    imprint: paragraph(10_000).nullable().optional(),
  }),
  answer: Installation,
})
export const loadDemo = operation({
  id: 'platform.load_demo',
  method: 'POST',
  path: '/v1/platform/demo',
  access: platformAdmin,
  summary: 'Add two organizations with a year of lifelike work; the caller becomes a member of both',
  description: 'Answers at once; the installation’s `demo` says how far it is. Sends no mail to anybody.',
  status: 202,
  answer: Installation,
  problems: ['demo_is_here', 'not_configured'],
})
