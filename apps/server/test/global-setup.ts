import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/platform/database/migrate.ts'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'
import type { TestServer } from './database.ts'
import { runStatements, templateName } from './database.ts'

/**
 * One PostgreSQL for all tests of the server, with a migrated database that each test file clones. It does not wait
 * for the disk, which changes nothing about logic; what a crash leaves is tested on real ones (see crash.db.test.ts).
 */
export default async function setUpDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const said: string[] = []
  const dataFolder = mkdtempSync(join(tmpdir(), 'portico-test-'))
  const scratchFolder = join(dataFolder, 'scratch')
  mkdirSync(scratchFolder)
  const postgres = await startEmbedded({
    dataFolder,
    log: (line) => said.push(line),
    temporary: true,
  })
  try {
    const server: TestServer = {
      adminUrl: postgres.adminUrl,
      rolePasswords: postgres.rolePasswords,
      scratchFolder,
    }
    await runStatements(postgres.adminUrl, [`create database ${templateName}`])
    const template = new URL(postgres.adminUrl)
    template.pathname = templateName
    await migrate({
      adminUrl: template.href,
      passwords: postgres.rolePasswords,
      log: (line: string) => said.push(line),
    })
    project.provide('testServer', server)
  } catch (error) {
    console.error(said.join('\n'))
    await postgres.stop()
    throw error
  }
  return () => postgres.stop()
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer
  }
}
