import {
  addImportFile,
  analyseImport,
  commitImport,
  createImport,
  fromPublicId,
  getImport,
  listImportRows,
  previewImportUndo,
  undoImport,
} from '@portico/contract'
import { expect } from 'vitest'
import type { TestAnswer, TestApp } from './app.ts'
import type { BuiltOrganization } from './fixtures.ts'
import { verifyLedger } from '../src/modules/ledger/index.ts'
import { advanceImport } from '../src/modules/imports/index.ts'

export const ok = async <Body>(answer: Promise<TestAnswer<Body>>): Promise<Body> => {
  const { status, body } = await answer
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}

/** A batch as a person works on it; the worker is this process. */
export class Books {
  readonly app: TestApp
  readonly organization: BuiltOrganization
  readonly params: { import_id: string }

  constructor(app: TestApp, organization: BuiltOrganization, importId: string) {
    this.app = app
    this.organization = organization
    this.params = { import_id: importId }
  }
  static async of(
    app: TestApp,
    organization: BuiltOrganization,
    files: Record<string, string | Buffer>,
    body: object = {},
  ): Promise<Books> {
    const books = new Books(
      app,
      organization,
      (await ok(app.call(createImport, organization.owner, { body }))).id,
    )
    for (const [name, content] of Object.entries(files)) await ok(books.add(name, content))
    return books
  }
  add(name: string, content: string | Buffer) {
    return this.app.call(addImportFile, this.organization.owner, {
      params: this.params,
      body: {},
      file: { name, content },
    })
  }
  async work() {
    await advanceImport(
      this.app.parts,
      this.organization.id,
      fromPublicId('importBatch', this.params.import_id) as string,
    )
    return this.show()
  }
  show() {
    return ok(this.app.call(getImport, this.organization.owner, { params: this.params }))
  }
  async analyse() {
    await ok(this.app.call(analyseImport, this.organization.owner, { params: this.params }))
    return this.work()
  }
  async commit() {
    await ok(this.app.call(commitImport, this.organization.owner, { params: this.params, body: {} }))
    return this.work()
  }
  async undo() {
    await ok(this.app.call(undoImport, this.organization.owner, { params: this.params }))
    return this.work()
  }
  /** What an undo would do. */
  foreseen() {
    return ok(this.app.call(previewImportUndo, this.organization.owner, { params: this.params }))
  }
  async rows(outcome: string) {
    const query = { outcome } as never
    return (await ok(this.app.call(listImportRows, this.organization.owner, { params: this.params, query })))
      .data
  }
}

export const figure = (batch: Awaited<ReturnType<Books['show']>>, measure: string) => {
  const found = batch.sheet?.figures.find((one) => one.measure === measure)
  return found && [found.source, found.portico, found.unexplained]
}
export const cause = (batch: Awaited<ReturnType<Books['show']>>, code: string) =>
  batch.sheet?.causes.find((one) => one.code === code)
export const expectSound = async (app: TestApp, organization: BuiltOrganization): Promise<void> => {
  expect((await verifyLedger(app.parts.database, organization.id)).findings).toEqual([])
}
