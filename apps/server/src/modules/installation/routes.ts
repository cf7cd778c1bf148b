import {
  endPersonSessions,
  getHealth,
  getInstallation,
  listContactMessages,
  listJobs,
  listPeople,
  listPlatformDeeds,
  listPlatformOrganizations,
  loadDemo,
  lockPerson,
  type PlatformDeed,
  type PlatformJob,
  reactivateOrganization,
  removeJob,
  retryJob,
  suspendOrganization,
  unlockPerson,
  updateContactMessage,
  updateInstallation,
} from '@portico/contract'
import type { z } from 'zod'
import type { AppParts } from '../../app-parts.ts'
import { fromCompiled, statement } from '../../platform/database/index.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import type { Edge } from '../../platform/http/edge.ts'
import type { JobQueue, QueuedJob } from '../../platform/jobs/job-queue.ts'
import { throughTheDoor } from './door.ts'
import { checkHealth } from './health.ts'
import { handleMessage, messagePage, type MessageRow } from './messages.ts'
import {
  changeOrganizationStatus,
  organizationPage,
  presentOrganization,
  type OrganizationRow,
} from './organizations.ts'
import { changePerson, peoplePage, type PersonRow } from './people.ts'
import {
  beginDemo,
  changeInstallation,
  presentInstallation,
  theInstallation,
  type InstallationRow,
} from './settings.ts'

type Job = z.output<typeof PlatformJob>
type DeedRow = z.output<typeof PlatformDeed>

const names = statement<{ id: string; name: string }>(
  'select id, name from organizations where id = any ($1::uuid[])',
)
const deeds = statement<DeedRow>(
  `select id, at, actor_name as by, action, subject_name as subject, reason from platform_deeds
   where ($1::timestamptz is null or (at, id) < ($1, $2::uuid)) order by at desc, id desc limit $3`,
)

export function registerRoutes(edge: Edge, parts: AppParts): void {
  edge.handle(listPlatformOrganizations, async (call) => {
    const page = call.page(call.query)
    const { rows } = await call.read(fromCompiled(organizationPage(page, call.query)))
    return edge.pages.answer(
      page,
      rows[0] as OrganizationRow[],
      (row) => [row.created_at, row.id],
      presentOrganization,
    )
  })
  edge.handle(suspendOrganization, (call) =>
    call.command((tx) =>
      changeOrganizationStatus(tx, call.params.organization_id, 'suspended', call.body.reason),
    ),
  )
  edge.handle(reactivateOrganization, (call) =>
    call.command((tx) =>
      changeOrganizationStatus(tx, call.params.organization_id, 'active', call.body.reason),
    ),
  )

  edge.handle(listPeople, async (call) => {
    const page = call.page(call.query)
    const { rows } = await call.read(fromCompiled(peoplePage(page, call.query, call.now)))
    return edge.pages.answer(
      page,
      rows[0] as PersonRow[],
      (row) => [row.created_at, row.id],
      (row) => row,
    )
  })
  edge.handle(lockPerson, (call) =>
    call.command((tx) => changePerson(tx, call.params.user_id, 'locked', call.body.reason)),
  )
  edge.handle(unlockPerson, (call) => call.command((tx) => changePerson(tx, call.params.user_id, 'unlocked')))
  edge.handle(endPersonSessions, (call) =>
    call.command((tx) => changePerson(tx, call.params.user_id, 'signed_out')),
  )

  registerJobs(edge, parts)

  edge.handle(listContactMessages, async (call) => {
    const page = call.page(call.query)
    const { rows } = await call.read(fromCompiled(messagePage(page, call.query.state)))
    return edge.pages.answer(
      page,
      rows[0] as MessageRow[],
      (row) => [row.created_at, row.id],
      (row) => row,
    )
  })
  edge.handle(updateContactMessage, (call) =>
    call.command((tx) => handleMessage(tx, call.params.contact_message_id, call.body.state)),
  )

  edge.handle(listPlatformDeeds, async (call) => {
    const page = call.page(call.query)
    const [at = null, id = null] = (page.position ?? []) as string[]
    const { rows } = await call.read(deeds(at, id, page.limit + 1))
    return edge.pages.answer(
      page,
      rows[0] as DeedRow[],
      (row) => [row.at, row.id],
      (row) => row,
    )
  })

  edge.handle(getHealth, async (call) => {
    await call.read()
    return checkHealth(parts)
  })
  edge.handle(getInstallation, async (call) => {
    const { rows } = await call.read(theInstallation())
    return presentInstallation(rows[0]?.[0] as InstallationRow, call.now)
  })
  edge.handle(updateInstallation, (call) =>
    call.command((tx) => changeInstallation(tx, call.body, call.expectedVersion)),
  )
  edge.handle(loadDemo, (call) =>
    call.command(async (tx) => {
      const admin = await throughTheDoor(tx, {
        action: 'installation.demo_loaded',
        subject: { kind: 'installation', id: 'installation', name: null },
      })
      await beginDemo(parts, tx, admin.userId)
      return presentInstallation((await tx.first(theInstallation())) as InstallationRow, tx.now)
    }),
  )
}

/** The queue has a login of its own, so its rows are not part of the request's transaction: allowed first, then done, then written down. */
function registerJobs(edge: Edge, parts: AppParts): void {
  const queue = (): JobQueue => {
    if (!parts.jobQueue) throw new Refusal('not_configured', 'The queue cannot be reached from here.')
    return parts.jobQueue
  }
  const present = async (jobs: readonly QueuedJob[]): Promise<Job[]> => {
    const ids = [...new Set(jobs.flatMap((job) => job.organizationId ?? []))]
    const [rows] = await parts.database.look(names(ids))
    const known = new Map(rows.map((row) => [row.id, row.name]))
    return jobs.map(({ organizationId, runAt, createdAt, maxAttempts, lastError, ...job }) => ({
      ...job,
      max_attempts: maxAttempts,
      run_at: runAt,
      created_at: createdAt,
      last_error: lastError,
      organization:
        organizationId && known.has(organizationId)
          ? { id: organizationId, name: known.get(organizationId) as string }
          : null,
    }))
  }
  /** @throws not_found, job_is_running */
  const idle = async (id: string): Promise<QueuedJob> => {
    const job = await queue().find(id)
    if (!job) throw notFound('job')
    if (job.state === 'running')
      throw new Refusal('job_is_running', 'It runs just now. Look again in a moment.')
    return job
  }

  edge.handle(listJobs, async (call) => {
    await call.read()
    const page = call.page(call.query)
    const found = await queue().list({
      state: call.query.state ?? null,
      position: (page.position?.[0] as string | undefined) ?? null,
      isBackwards: page.isBackwards,
      limit: page.limit + 1,
    })
    const jobs = new Map((await present(found)).map((job) => [job.id, job]))
    return edge.pages.answer(
      page,
      found,
      (job) => [job.id],
      (job) => jobs.get(job.id) as Job,
    )
  })
  edge.handle(retryJob, async (call) => {
    await call.read()
    const job = await idle(call.params.job_id)
    return call.command(async (tx) => {
      await throughTheDoor(tx, {
        action: 'job.retried',
        subject: { kind: 'job', id: job.id, name: job.task },
      })
      if (!(await queue().retry(job.id))) throw new Refusal('job_is_running')
      // It may be done before anybody can look at it.
      const after = (await queue().find(job.id)) ?? { ...job, attempts: 0, state: 'queued' as const }
      return (await present([after]))[0] as Job
    })
  })
  edge.handle(removeJob, async (call) => {
    await call.read()
    const job = await idle(call.params.job_id)
    return call.command(async (tx) => {
      await throughTheDoor(tx, {
        action: 'job.removed',
        subject: { kind: 'job', id: job.id, name: job.task },
        reason: job.lastError?.slice(0, 300) ?? null,
      })
      if (!(await queue().remove(job.id))) throw new Refusal('job_is_running')
      return { done: true as const }
    })
  })
}
