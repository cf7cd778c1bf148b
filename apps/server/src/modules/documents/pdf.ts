import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { AppParts } from '../../app-parts.ts'
import { sha256 } from '../../platform/crypto/tokens.ts'
import { openOrganization, statement } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import type { FileAnswer } from '../../platform/http/call.ts'
import { newId } from '../../platform/ids.ts'
import { renderPaper, type PaperDocument } from '../../platform/paper/index.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { FileStoreError, newFileKey } from '../../platform/storage/index.ts'
import { frozenContent, thaw, type FrozenContent } from './frozen.ts'
import type { DocumentKind } from './numbers.ts'

export type DocumentFile = Omit<FileAnswer['file'], 'disposition'>
type Parts = Pick<AppParts, 'database' | 'files'>
type StoredRow = { storage_key: string; size: number; sha256: Buffer }
type VoidRow = { on: string; reason: string }

const system = systemPrincipal('documents')
/** Renders in progress, so that ten people who open a new invoice at once cost one rendering in this process. */
const rendering = new Map<string, Promise<void>>()

/**
 * The PDF of an issued document. Rendered once from the frozen content, on first demand, stored with its hash and served from there for
 * ever: the same bytes each time. Nothing is rendered or stored inside a transaction; where two processes render at once, one row
 * wins and both serve it. A void invoice is served as a copy marked void, made of the same frozen content.
 *
 * The caller has decided that the reader may see it.
 * @throws notFound where nothing is issued under this id
 */
export async function documentPdf(
  parts: Parts,
  organizationId: string,
  kind: DocumentKind,
  documentId: string,
): Promise<DocumentFile> {
  const { stored, frozen, voided } = await load(parts, organizationId, kind, documentId)
  if (!frozen) throw notFound(kind)
  const name = `${frozen.paper.number.replaceAll(/[^\p{L}\p{Nd} ._#-]/gu, '-')}.pdf`
  if (voided && frozen.paper.kind === 'invoice') {
    return inMemory(
      await render(parts, organizationId, {
        logo: frozen.logo,
        paper: { ...frozen.paper, void: { date: voided.on, reason: voided.reason } },
      }),
      name,
    )
  }
  if (stored) return fromStore(parts, stored, name)
  const key = `${organizationId}/${kind}/${documentId}`
  const started =
    rendering.get(key) ??
    renderAndStore(parts, organizationId, kind, documentId, frozen, name).finally(() => rendering.delete(key))
  rendering.set(key, started)
  await started
  const again = await load(parts, organizationId, kind, documentId)
  if (!again.stored) throw new Error('The rendered document was not stored')
  return fromStore(parts, again.stored, name)
}

/** A document that is not issued, as it would look: watermarked, made anew each time, never stored. */
export async function previewPdf(
  parts: Parts,
  organizationId: string,
  content: FrozenContent,
  name: string,
): Promise<DocumentFile> {
  return inMemory(await render(parts, organizationId, content), name)
}

async function load(
  parts: Parts,
  organizationId: string,
  kind: DocumentKind,
  documentId: string,
): Promise<{ stored: StoredRow | null; frozen: FrozenContent | null; voided: VoidRow | null }> {
  const { rows } = await parts.database.read(openOrganization(organizationId, system), [
    storedFile(organizationId, kind, documentId),
    frozenContent(organizationId, kind, documentId),
    ...(kind === 'invoice' ? [voidedInvoice(organizationId, documentId)] : []),
  ])
  const content = rows[1]?.[0] as { content: string } | undefined
  return {
    stored: (rows[0]?.[0] as StoredRow | undefined) ?? null,
    frozen: content ? thaw(content.content) : null,
    voided: (rows[2]?.[0] as VoidRow | undefined) ?? null,
  }
}

async function render(parts: Parts, organizationId: string, { logo, paper }: FrozenContent): Promise<Buffer> {
  const logoPng = logo ? await readLogo(parts, organizationId, logo) : null
  return renderPaper(paper satisfies PaperDocument, logoPng ? { logoPng } : {})
}

/** The organization's logo as it is drawn on paper; null where it is lost. */
export async function readLogo(parts: Parts, organizationId: string, fileId: string): Promise<Buffer | null> {
  const { rows } = await parts.database.read(openOrganization(organizationId, system), [
    fileKey(organizationId, fileId),
  ])
  const file = rows[0]?.[0] as { storage_key: string } | undefined
  if (!file) return null
  try {
    return await buffer((await parts.files.get(file.storage_key)).stream)
  } catch (error) {
    // A lost logo must not keep a client from the invoice; the seller's name takes its place.
    if (error instanceof FileStoreError && error.code === 'file_not_found') return null
    throw error
  }
}

async function renderAndStore(
  parts: Parts,
  organizationId: string,
  kind: DocumentKind,
  documentId: string,
  frozen: FrozenContent,
  name: string,
): Promise<void> {
  const pdf = await render(parts, organizationId, frozen)
  const hash = sha256(pdf)
  const storageKey = newFileKey(`${organizationId}/${kind}_pdf`)
  await parts.files.put(storageKey, Readable.from([pdf]), {
    size: pdf.length,
    contentType: 'application/pdf',
    sha256: hash.toString('hex'),
  })
  const isOurs = await parts.database
    .withOrganization(organizationId, system, async (tx) => {
      const fileId = newId()
      const [, won] = await tx.batch([
        insertFile(organizationId, fileId, storageKey, name, pdf.length, hash, `${kind}_pdf`, tx.now),
        insertDocumentFile(organizationId, kind, documentId, fileId, hash, tx.now),
      ])
      if (won.length === 0) throw new AlreadyRendered()
      return true
    })
    .catch((error: unknown) => {
      if (error instanceof AlreadyRendered) return false
      throw error
    })
  if (!isOurs) await parts.files.delete(storageKey)
}

/** Somebody else's rendering was stored first; ours is withdrawn with its transaction. */
class AlreadyRendered extends Error {}

function fromStore(parts: Parts, { storage_key, size, sha256: hash }: StoredRow, name: string): DocumentFile {
  return {
    name,
    mediaType: 'application/pdf',
    size,
    sha256: hash.toString('hex'),
    open: async (range) => (await parts.files.get(storage_key, range)).stream,
  }
}

function inMemory(pdf: Buffer, name: string): DocumentFile {
  return {
    name,
    mediaType: 'application/pdf',
    size: pdf.length,
    sha256: sha256(pdf).toString('hex'),
    open: async (range) => Readable.from([range ? pdf.subarray(range.start, range.end + 1) : pdf]),
  }
}

const storedFile = statement<StoredRow>(
  `select f.storage_key, f.size, f.sha256 from document_files d join files f on f.organization_id = d.organization_id and f.id = d.file_id
   where d.organization_id = $1 and d.document_kind = $2 and d.document_id = $3`,
)
const voidedInvoice = statement<VoidRow>(
  `select (i.voided_at at time zone s.timezone)::date as on, coalesce(i.void_reason, '') as reason
   from invoices i join organization_settings s on s.organization_id = i.organization_id
   where i.organization_id = $1 and i.id = $2 and i.document_state = 'void'`,
)
const fileKey = statement<{ storage_key: string }>(
  'select storage_key from files where organization_id = $1 and id = $2',
)
const insertFile = statement(
  `insert into files (organization_id, id, storage_key, name, media_type, size, sha256, purpose, created_at, created_by)
   values ($1, $2, $3, $4, 'application/pdf', $5, $6, $7, $8, 'system')`,
)
const insertDocumentFile = statement<{ file_id: string }>(
  `insert into document_files (organization_id, document_kind, document_id, file_id, sha256, created_at) values ($1, $2, $3, $4, $5, $6)
   on conflict (organization_id, document_kind, document_id) do nothing returning file_id`,
)
