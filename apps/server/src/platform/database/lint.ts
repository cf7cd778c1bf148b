import type { Database } from './database.ts'
import { statement } from './statement.ts'
import { systemPrincipal } from '../principal.ts'

/** Tables that belong to no organization: few, and each with its reason. */
export const globalTables: Record<string, string> = {
  users: 'people exist beside organizations',
  sessions: 'belong to people',
  one_time_tokens: 'looked up before an organization is known',
  login_attempts: 'counted before anybody is known',
  known_devices: 'belong to people',
  plans: 'catalogue',
  organizations: 'the tenants themselves; only what may be known before signing in',
  directory: 'says where to look for a person’s organizations',
  permissions: 'catalogue',
  system_emails: 'mail of the installation',
  due_work: 'says which organizations have work that is due, without saying what',
  identity_idempotency_keys: 'retries of requests that belong to no organization',
  installation: 'who runs it, and what its site says',
  contact_messages: 'what visitors of the site wrote',
  platform_deeds: 'what platform admins did',
  organization_sizes: 'numbers for the platform pages; no content of an organization',
  worker_leases: 'processes of the installation',
  recurring_work: 'work of the installation',
  installation_marks: 'which secret and files belong to the installation, one row',
  account_events: 'sign-ins and the like belong to people',
}

/** Functions that run with rights of their owner, each reviewed: they filter by app.organization() themselves. */
export const definerFunctions: readonly string[] = [
  'app.search_clients',
  'app.search_invoices',
  'app.search_price_items',
  'app.search_contacts',
  'app.search_payments',
  'app.search_receipts',
  'app.search_payment_references',
]

/** Lists of what waits in which organization, ids only: the worker's policy shows it all of them. */
const listsForTheWorker: readonly string[] = ['domain_events', 'audit_unsealed']

/** Columns of tables that else only grow, each reviewed: they say that a row no longer counts and leave what it says alone. */
export const changingColumns: readonly string[] = ['payments.withdrawn_at', 'allocations.withdrawn_at']

export type Finding = { rule: string; object: string; detail: string }

const findingsOf = statement<Finding>(`
with tables as (
  select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p')
), tenant as (select * from tables where not relname = any ($1::text[])),
column_of as (select t.oid, t.relname, a.attnum, a.attnotnull, format_type(a.atttypid, a.atttypmod) as type from tenant t
  left join pg_attribute a on a.attrelid = t.oid and a.attname = 'organization_id' and not a.attisdropped),
-- From the catalogue itself: the information schema shows a role its own grants only, and those to PUBLIC nowhere. Columns have rights of their own.
rights as (select t.relname, null::name as attname, c.relacl as acl from tables t join pg_class c on c.oid = t.oid
  union all select t.relname, a.attname, a.attacl from tables t join pg_attribute a on a.attrelid = t.oid),
granted as (select distinct r.relname::text as name, coalesce(r.relname || '.' || r.attname, r.relname)::text as object, coalesce(g.rolname::text, 'PUBLIC') as grantee, x.privilege_type::text as privilege
  from rights r cross join lateral aclexplode(r.acl) x left join pg_roles g on g.oid = x.grantee
  where x.grantee = 0 or g.rolname in ('portico_app', 'portico_worker'))
select 'organization_id' as rule, relname as object, 'has no organization_id uuid not null' as detail from column_of where attnum is null or not attnotnull or type <> 'uuid'
union all
select 'rls', relname, 'row-level security is not enabled and forced' from tenant where not (relrowsecurity and relforcerowsecurity)
union all
select 'policy', t.relname, 'needs a restrictive policy that pins organization_id for portico_app' from tenant t
  where not exists (select 1 from pg_policies p where p.schemaname = 'public' and p.tablename = t.relname and p.permissive = 'RESTRICTIVE' and p.cmd = 'ALL'
    and 'portico_app' = any (p.roles) and p.qual like '%organization_id = %app.organization()%' and p.with_check like '%organization_id = %app.organization()%')
union all
select 'policy role', p.tablename || '.' || p.policyname, 'a policy for a role that has no business here: ' || array_to_string(p.roles, ', ') from pg_policies p
  where p.schemaname = 'public' and not (p.roles <@ '{portico_app,portico_worker}'::name[] or (p.roles = '{portico_search}'::name[] and p.cmd = 'SELECT'))
union all
select 'unique', i.indexrelid::regclass::text, 'does not begin with organization_id' from pg_index i join tenant t on t.oid = i.indrelid
  join column_of k on k.oid = t.oid where i.indisunique and i.indkey[0] <> k.attnum
union all
select 'foreign key', c.conname::text, 'to a tenant table without organization_id first' from pg_constraint c join tenant t on t.oid = c.conrelid
  join tenant target on target.oid = c.confrelid join column_of k on k.oid = t.oid join column_of tk on tk.oid = target.oid
  where c.contype = 'f' and (c.conkey[1] <> k.attnum or c.confkey[1] <> tk.attnum or cardinality(c.conkey) < 2)
union all
select 'foreign key', c.conname::text, 'from a global table to a tenant table' from pg_constraint c join tables t on t.oid = c.conrelid join tenant target on target.oid = c.confrelid
  where c.contype = 'f' and t.relname = any ($1::text[])
union all
select 'foreign key', c.conname::text, 'on delete set null, set default or on update cascade' from pg_constraint c join tenant t on t.oid = c.conrelid
  where c.contype = 'f' and (c.confdeltype in ('n', 'd') or c.confupdtype not in ('a', 'r'))
union all
select 'trigger', g.tgname::text, 'triggers on tenant tables do not distribute' from pg_trigger g join tenant t on t.oid = g.tgrelid where not g.tgisinternal
union all
select 'view', n.nspname || '.' || c.relname, 'views run with the rights of their owner' from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'app') and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions::text like '%security_invoker=true%', false)))
union all
select 'definer', n.nspname || '.' || p.proname, 'a security definer function that was not reviewed' from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname in ('public', 'app') and p.prosecdef and not (n.nspname || '.' || p.proname = any ($2::text[])) and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
union all
select 'role', r.rolname::text, 'superuser or BYPASSRLS' from pg_roles r where r.rolname like 'portico\\_%' and (r.rolsuper or r.rolbypassrls)
union all
select 'owner', t.relname::text, 'owned by a role that serves requests' from pg_class c join tables t on t.oid = c.oid join pg_roles r on r.oid = c.relowner where r.rolname in ('portico_app', 'portico_worker', 'portico_jobs')
union all
select 'grant', g.object, g.grantee || ' has ' || g.privilege from granted g
  where g.privilege in ('TRUNCATE', 'REFERENCES', 'TRIGGER') or g.grantee = 'PUBLIC'
union all
select 'append-only', g.object, g.grantee || ' has ' || g.privilege from granted g
  where g.name in ('postings', 'journal_entries', 'ledger_accounts', 'audit_entries', 'audit_seals', 'document_contents', 'document_files', 'payments', 'allocations', 'receipts', 'invoice_taxes', 'platform_deeds') and g.privilege in ('UPDATE', 'DELETE')
    and not g.object = any ($3::text[])
`)

/** What is wrong with the schema's locks (TRUST.md, section 3); an empty list is the promise. */
export async function lintSchema(database: Database): Promise<Finding[]> {
  return database.global(systemPrincipal('lint'), (tx) =>
    tx.all(findingsOf(Object.keys(globalTables), definerFunctions, changingColumns)),
  )
}

const whoAmI = statement<{ name: string; is_powerful: boolean }>(
  'select current_user as name, rolsuper or rolbypassrls as is_powerful from pg_roles where rolname = current_user',
)
const leaks = statement<{ table_name: string }>(`
select t.table_name::text from information_schema.tables t where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and not t.table_name = any ($1::text[])
  and has_table_privilege(quote_ident(t.table_name), 'select')
  and (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from (select 1 from %I limit 1) sample', t.table_name), false, true, '')))[1]::text <> '0'`)

/**
 * Refuses to serve where the locks do not hold: a role that bypasses them, a finding of the lint, or a tenant table that shows a row
 * to somebody who works for no organization.
 * @throws Error for the operator
 */
export async function refuseUnsafeDatabase(
  database: Database,
  level: 'separate' | 'role' | 'owner',
): Promise<void> {
  await database.global(systemPrincipal('start'), async (tx) => {
    const me = await tx.first(whoAmI())
    if (me?.is_powerful) {
      throw new Error(
        `Portico would work as ${me.name}, which bypasses row-level security. Use a login without SUPERUSER and BYPASSRLS (see "npx portico doctor").`,
      )
    }
    // The worker may see what waits in all organizations, as a list of ids; nobody else sees anything.
    const open = (await tx.all(leaks(Object.keys(globalTables)))).filter(
      (row) => !listsForTheWorker.includes(row.table_name),
    )
    if (open.length > 0)
      throw new Error(
        `Rows can be read without an organization in: ${open.map((row) => row.table_name).join(', ')}. Portico does not start.`,
      )
  })
  if (level === 'separate') {
    const findings = await lintSchema(database)
    if (findings.length > 0)
      throw new Error(
        `The schema's locks are not whole:\n${findings.map((finding) => `  ${finding.rule}: ${finding.object} ${finding.detail}`).join('\n')}`,
      )
  }
}
