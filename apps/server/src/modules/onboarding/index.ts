import { getOnboarding, updateOnboarding } from '@portico/contract'
import type { Module } from '../../app.ts'
import { statement } from '../../platform/database/index.ts'
import type { MemberPrincipal, Principal } from '../../platform/principal.ts'
import { onboardingOf, type Facts } from './rules.ts'

// The membership is found by the person, whose session the prelude has judged: so it is one round trip.
const facts = statement<Facts>(
  `select s.legal_name is not null or s.email is not null as has_identity,
     s.logo_file_id is not null or s.brand_color <> '#0f766e' as has_brand,
     exists (select 1 from tax_rates where organization_id = $1) as has_tax,
     exists (select 1 from receiving_accounts where organization_id = $1) as has_account,
     exists (select 1 from clients where organization_id = $1 and deleted_at is null) as has_client,
     exists (select 1 from invoices where organization_id = $1 and document_state <> 'draft') as has_invoice,
     m.created_at as joined_at,
     coalesce(o.skipped, '{}') as skipped, coalesce(o.seen, '{}') as seen, coalesce(o.is_hidden, false) as is_hidden
   from memberships m
     join organization_settings s on s.organization_id = $1
     left join onboarding o on o.organization_id = $1 and o.membership_id = m.id
   where m.organization_id = $1 and 'staff:' || m.user_id = app.caller()`,
)
const keep = statement(
  `insert into onboarding as o (organization_id, membership_id, skipped, seen, is_hidden, updated_at)
   values ($1, $2, $3::text[], $4::text[], coalesce($6, false), $7)
   on conflict (organization_id, membership_id) do update set
     skipped = array(select distinct s from unnest(o.skipped || $3::text[]) s where s <> all ($5::text[])),
     seen = array(select distinct s from unnest(o.seen || $4::text[]) s), is_hidden = coalesce($6, o.is_hidden), updated_at = $7`,
)

/** The first steps of whoever came in for the first time: never in the way, each can be skipped, and what was skipped is remembered. */
export const onboarding: Module = {
  name: 'onboarding',
  register(edge) {
    edge.handle(getOnboarding, async (call) => {
      const { principal, rows } = await call.read(facts(call.organizationId))
      return onboardingOf(rows[0]?.[0] as Facts, memberOf(principal).permissions, call.now)
    })
    edge.handle(updateOnboarding, (call) =>
      call.command(async (tx) => {
        const member = memberOf(tx.principal)
        const { skip = [], take_up = [], seen = [], is_hidden = null } = call.body
        tx.later(keep(tx.organizationId, member.membershipId, skip, seen, take_up, is_hidden, tx.now))
        const [rows] = await tx.readBack([facts(tx.organizationId)])
        return onboardingOf(rows?.[0] as Facts, member.permissions, tx.now)
      }),
    )
  },
}

function memberOf(principal: Principal): MemberPrincipal {
  if (principal.kind !== 'member') throw new Error(`${principal.kind} is no member`)
  return principal
}
