import { Readable } from 'node:stream'
import type { AppParts } from '../../app-parts.ts'
import { sha256 } from '../../platform/crypto/tokens.ts'
import { openOrganization } from '../../platform/database/index.ts'
import { renderStatement } from '../../platform/paper/index.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { readLogo, type DocumentFile } from '../documents/index.ts'
import { statementFileName, statementPaper } from './pdf.ts'
import { presentStatement, type PresentedStatement } from './present.ts'
import { statementReads, type Asked, type StatementHead, type StatementRows } from './reads.ts'
import { mostLines } from './send-statement.ts'

const system = systemPrincipal('statements')

/** The PDF of a statement that has been read; the caller has decided that the reader may see it. */
export async function statementPdf(
  parts: Pick<AppParts, 'database' | 'files'>,
  organizationId: string,
  statement: PresentedStatement,
  head: StatementHead,
): Promise<DocumentFile> {
  const logoPng = head.logo_file_id ? await readLogo(parts, organizationId, head.logo_file_id) : null
  const pdf = await renderStatement(statementPaper(statement, head), logoPng ? { logoPng } : {})
  return inMemory(pdf, statementFileName(statement, 'pdf'), 'application/pdf')
}

/** The same for a mail that goes out: read again, as of the day that the mail names. */
export async function statementForMail(
  parts: Pick<AppParts, 'database' | 'files'>,
  organizationId: string,
  asked: Asked & { client: string },
): Promise<DocumentFile> {
  const { rows } = await parts.database.read(
    openOrganization(organizationId, system),
    statementReads(organizationId, asked, parts.database.now(), mostLines),
  )
  const { statement, head } = presentStatement(rows as unknown as StatementRows, asked, mostLines)
  return statementPdf(parts, organizationId, statement, head)
}

export function inMemory(content: Buffer, name: string, mediaType: string): DocumentFile {
  return {
    name,
    mediaType,
    size: content.length,
    sha256: sha256(content).toString('hex'),
    open: async (range) => Readable.from([range ? content.subarray(range.start, range.end + 1) : content]),
  }
}
