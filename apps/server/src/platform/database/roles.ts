import type pg from 'pg'

/** The roles that the program logs in as where it made them itself (level a); elsewhere one login takes them on with `set role`. */
export const loginRoles = ['portico_migrator', 'portico_app', 'portico_worker', 'portico_jobs'] as const
export type LoginRole = (typeof loginRoles)[number]

/**
 * Makes the roles that are missing. Needs a superuser or CREATEROLE; a login with neither can go on if an administrator made them
 * (the statements are printed by `portico doctor`). Nothing gets SUPERUSER or BYPASSRLS, which managed hosts would refuse anyway.
 */
export async function ensureRoles(
  client: pg.Client,
  database: string,
  passwords?: Record<LoginRole, string>,
): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    `select rolname from pg_roles where rolname like 'portico\\_%'`,
  )
  const existing = new Set(rows.map((row) => row.rolname))
  for (const role of ['portico_owner', 'portico_search']) {
    if (!existing.has(role)) await client.query(`create role ${role} nologin nosuperuser nobypassrls`)
  }
  for (const role of loginRoles) {
    if (!existing.has(role))
      await client.query(`create role ${role} ${passwords ? 'login' : 'nologin'} nosuperuser nobypassrls`)
    if (passwords)
      await client.query(`alter role ${role} login password ${client.escapeLiteral(passwords[role])}`)
  }
  const { rows: who } = await client.query<{ name: string; is_superuser: boolean }>(
    `select current_user as name, rolsuper as is_superuser from pg_roles where rolname = current_user`,
  )
  const login = who[0]
  const quoted = client.escapeIdentifier(database)
  await client.query('grant portico_owner to portico_migrator')
  await client.query('grant portico_search to portico_owner')
  if (login && !login.is_superuser) {
    for (const role of ['portico_owner', 'portico_app', 'portico_worker', 'portico_jobs'])
      await client.query(`grant ${role} to ${client.escapeIdentifier(login.name)}`)
  }
  await client.query(`grant create, connect, temporary on database ${quoted} to portico_owner`)
  await client.query(`grant create on schema public to portico_owner`)
  await client.query(`revoke create on schema public from public`)
  await client.query(
    `grant connect on database ${quoted} to portico_app, portico_worker, portico_jobs, portico_migrator`,
  )
  // graphile-worker makes its own tables, and asks for its schema even where it exists: that needs the right to make one.
  await client.query(`grant create on database ${quoted} to portico_jobs`)
  await client.query(`create schema if not exists graphile_worker`)
  await client.query(`grant portico_jobs to ${client.escapeIdentifier(login?.name ?? 'postgres')}`)
  await client.query(`alter schema graphile_worker owner to portico_jobs`)
}
