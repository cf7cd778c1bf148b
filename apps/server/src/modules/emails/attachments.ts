import type { Readable } from 'node:stream'
import type { AppParts } from '../../app-parts.ts'
import { documentPdf } from '../documents/index.ts'
import type { EmailAttachment, StatementAttachment } from './queue.ts'

type File = { open(): Promise<unknown> }
type StatementMaker = (
  parts: AppParts,
  organizationId: string,
  statement: Omit<StatementAttachment, 'documentKind' | 'name'>,
) => Promise<File>

let makeStatement: StatementMaker | undefined
/** Statements are read by a module that sends mail itself; it says here how one is made. */
export function provideStatements(maker: StatementMaker): void {
  makeStatement = maker
}

/** The content of an attachment, made or fetched when the mail goes out. */
export async function openAttachment(
  parts: AppParts,
  organizationId: string,
  attachment: EmailAttachment,
): Promise<Readable> {
  if (attachment.documentKind !== 'statement')
    return openOf(await documentPdf(parts, organizationId, attachment.documentKind, attachment.documentId))
  if (!makeStatement) throw new Error('Nobody makes statements')
  return openOf(await makeStatement(parts, organizationId, attachment))
}

const openOf = async (file: File): Promise<Readable> => (await file.open()) as Readable
