import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { LoginRole } from '../src/platform/postgres/embedded.ts'

/** What the global set-up hands to every test process. */
export interface TestServer {
  adminUrl: string
  /** For files of tests; removed with everything else, also when the tests are killed. */
  scratchFolder: string
  rolePasswords: Record<LoginRole, string>
}

export interface TestDatabase {
  name: string
  /** Superuser: for looking behind the locks and for arranging what the application may not. */
  adminUrl: string
  urlFor(role: LoginRole): string
  /** Drops the database, ending whoever is still connected. Call it in `afterAll`. */
  close(): Promise<void>
}

export const templateName = 'portico_template'

/** A migrated database of the caller's own, cloned from the template: about 60 ms. One per test file. */
export function testDatabase(): Promise<TestDatabase> {
  return createDatabase(`template ${templateName}`)
}

/** A database with nothing in it, for tests of the migration runner itself. */
export function emptyDatabase(): Promise<TestDatabase> {
  return createDatabase('')
}

async function createDatabase(options: string): Promise<TestDatabase> {
  const server = inject('testServer')
  const name = `test_${randomBytes(6).toString('hex')}`
  await runStatements(server.adminUrl, [`create database ${name} ${options}`])
  const urlOf = (user: string, password: string) => {
    const url = new URL(server.adminUrl)
    url.username = user
    url.password = password
    url.pathname = name
    return url.href
  }
  const admin = new URL(server.adminUrl)
  return {
    name,
    adminUrl: urlOf(admin.username, decodeURIComponent(admin.password)),
    urlFor: (role) => urlOf(role, server.rolePasswords[role]),
    close: () => runStatements(server.adminUrl, [`drop database if exists ${name} with (force)`]),
  }
}

/** Runs each statement by itself, outside of a transaction, as `create database` wants it. */
export async function runStatements(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
