import type { BenchOrganization } from '../data.ts'
import { runCommands, type CommandLoad } from '../command-load.ts'
import { median, type Round } from '../pairs.ts'
import { inMs, perSecond, type Report } from '../report.ts'
import { draftBody, headersOf, type Stage } from '../stage.ts'

/** G4: creating an invoice with everything that belongs to it, against one statement that writes its rows. */
export async function creating(stage: Stage, report: Report): Promise<void> {
  const { organizations, bare, options } = stage
  const portico = await stage.portico()
  const bareCreate: CommandLoad = {
    connections: 16,
    requests: organizations.map(({ id, clientId }) => ({
      url: `${bare.url}/create`,
      headers: {},
      body: JSON.stringify({ organization: id, client: clientId }),
    })),
  }
  const create: CommandLoad = {
    connections: 16,
    requests: organizations.map((organization) => ({
      url: `${portico.url}/v1/invoices`,
      headers: headersOf(organization),
      body: draftBody(organization),
    })),
  }
  await runCommands(bareCreate, 1)
  await runCommands(create, 2)
  const rounds: { base: Round; ours: Round }[] = []
  for (let round = 0; round < options.rounds; round++)
    rounds.push({
      base: await runCommands(bareCreate, options.seconds),
      ours: await runCommands(create, options.seconds),
    })
  const ratio = median(rounds.map(({ base, ours }) => ours.perSecond / base.perSecond))
  report.note(
    'G4',
    'create an invoice (tax, audit, outbox, idempotency key), durable, 16 connections',
    '>= 0.35',
    {
      bare: perSecond(median(rounds.map(({ base }) => base.perSecond))),
      figure: perSecond(median(rounds.map(({ ours }) => ours.perSecond))),
      ratio,
      isMet: ratio >= 0.35 && rounds.every(({ ours }) => ours.errors === 0),
    },
  )
}

/** G5: sixteen clients issue on one organization: the number's row is what they queue for. Beside the bare counter. */
export async function issuing(stage: Stage, report: Report): Promise<void> {
  const { bare, options } = stage
  const portico = await stage.portico()
  const [hot, quiet] = (await stage.more(2, 20)) as [BenchOrganization, BenchOrganization]
  await stage.asAdmin((admin) =>
    admin.query(
      `insert into number_series (organization_id, kind, series, year) values ($1, 'receipt', 'bare', 0)`,
      [hot.id],
    ),
  )
  const drafts = async (organization: BenchOrganization, count: number): Promise<CommandLoad['requests']> => {
    const made: CommandLoad['requests'] = []
    await Promise.all(
      Array.from({ length: 8 }, async (_, lane) => {
        for (let at = lane; at < count; at += 8) {
          const response = await fetch(`${portico.url}/v1/invoices`, {
            method: 'POST',
            headers: {
              ...headersOf(organization),
              'content-type': 'application/json',
              'idempotency-key': crypto.randomUUID(),
            },
            body: draftBody(organization, organization.clientIds[at % organization.clientIds.length]),
          })
          if (!response.ok) throw new Error(await response.text())
          const draft = (await response.json()) as { id: string; version: number }
          made.push({
            url: `${portico.url}/v1/invoices/${draft.id}/issue`,
            headers: { ...headersOf(organization), 'if-match': `"${draft.version}"` },
            body: '{}',
          })
        }
      }),
    )
    return made
  }
  const perRound = Math.round(options.seconds * 450)
  const bareIssue: CommandLoad = {
    connections: 16,
    requests: [
      {
        url: `${bare.url}/issue`,
        headers: {},
        body: JSON.stringify({ organization: hot.id, client: hot.clientId }),
      },
    ],
  }
  const rounds = Math.min(options.rounds, 5)
  const ratios: { base: Round; ours: Round }[] = []
  for (let round = 0; round < rounds; round++) {
    const once = { connections: 16, requests: await drafts(hot, perRound), isOnce: true }
    ratios.push({
      base: await runCommands(bareIssue, options.seconds),
      ours: await runCommands(once, options.seconds),
    })
  }
  const ratio = median(ratios.map(({ base, ours }) => ours.perSecond / base.perSecond))
  const { gaps } = await stage.asAdmin(async (admin) => {
    const { rows } = await admin.query<{ gaps: number }>(
      `select (max(substring(number from '\\d+$')::int) - count(*))::int as gaps from invoices where organization_id = $1 and number like 'INV-%' and payment_reference is not null`,
      [hot.id],
    )
    return rows[0] as { gaps: number }
  })
  report.note('G5', `issue with a gapless number, 16 clients on one organization (${gaps} gaps)`, '>= 0.50', {
    bare: perSecond(median(ratios.map(({ base }) => base.perSecond))),
    figure: perSecond(median(ratios.map(({ ours }) => ours.perSecond))),
    ratio,
    isMet: ratio >= 0.5 && gaps === 0 && ratios.every(({ ours }) => ours.errors === 0),
  })

  const one = async (): Promise<CommandLoad> => ({
    connections: 1,
    requests: await drafts(quiet, 200),
    isOnce: true,
  })
  const alone = await runCommands(await one(), options.seconds)
  const load = { connections: 16, requests: await drafts(hot, perRound), isOnce: true }
  const beside = await one()
  const [meanwhile] = await Promise.all([
    runCommands(beside, options.seconds),
    runCommands(load, options.seconds),
  ])
  report.note('G5', 'another organization’s p99 meanwhile, against its own when it is quiet', '<= 2.00', {
    bare: inMs(alone.p99),
    figure: inMs(meanwhile.p99),
    ratio: meanwhile.p99 / alone.p99,
    isMet: meanwhile.p99 <= 2 * alone.p99,
  })
}
