import { sha256 } from '../../platform/crypto/tokens.ts'
import { insertMany, statement, type Statement, type Tx } from '../../platform/database/index.ts'
import type { PaperDocument } from '../../platform/paper/index.ts'
import type { DocumentKind } from './numbers.ts'

/** What an issued document says, for ever: everything that is printed, and the logo it is printed with. */
export type FrozenContent<Paper extends PaperDocument = PaperDocument> = { logo: string | null; paper: Paper }

/**
 * Keeps the content of a document that is being issued, with the commit. Canonical JSON (RFC 8785 in essence: keys in order, no white
 * space), so that the same content has one hash. There is no way to change or remove it.
 * @returns SHA-256 of the content, for the document's own row
 */
export function freeze(
  tx: Tx,
  kind: DocumentKind,
  documentId: string,
  paper: PaperDocument,
  logoFileId: string | null = null,
): Buffer {
  const content = canonicalJson({ logo: logoFileId, paper })
  const hash = sha256(content)
  tx.later(insertContent(tx.organizationId, kind, documentId, content, hash, tx.now))
  return hash
}

/** The same for many documents at once, written with one statement of the caller's batch. */
export function freezeMany(
  tx: Tx,
  kind: DocumentKind,
  documents: readonly { id: string; paper: PaperDocument; logo: string | null }[],
): { hashes: ReadonlyMap<string, Buffer>; statement: Statement } {
  const rows = documents.map(({ id, paper, logo }) => {
    const content = canonicalJson({ logo, paper })
    return { document_kind: kind, document_id: id, content, sha256: sha256(content), created_at: tx.now }
  })
  return {
    hashes: new Map(rows.map((row) => [row.document_id, row.sha256])),
    statement: insertContents(tx.organizationId, rows),
  }
}

/** Reads what `freeze` wrote: `frozenContent('…', 'invoice', id)`, then `thaw(row.content)`. */
export const frozenContent = statement<{ content: string; sha256: Buffer }>(
  'select content, sha256 from document_contents where organization_id = $1 and document_kind = $2 and document_id = $3',
)

export function thaw<Paper extends PaperDocument>(content: string): FrozenContent<Paper> {
  return JSON.parse(content) as FrozenContent<Paper>
}

export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
    return `{${entries
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`)
      .join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

const insertContent = statement(
  'insert into document_contents (organization_id, document_kind, document_id, content, sha256, created_at) values ($1, $2, $3, $4, $5, $6)',
)
const insertContents = insertMany('document_contents', {
  document_kind: 'text',
  document_id: 'uuid',
  content: 'text',
  sha256: 'bytea',
  created_at: 'timestamptz',
})
