import { formatMoney, parseAmount, todayIn, type ParseRefusal } from '@portico/money'
import type { AppParts } from '../../app-parts.ts'
import { statement, type Statement, type Tx } from '../../platform/database/index.ts'
import { fieldRefusal, notFound, Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { lockClient } from '../clients/index.ts'
import { fileRow, type StoredUpload } from '../files/index.ts'
import { openInvoicesForUpdate, requireOpen, setReferenceState, type OpenInvoice } from '../invoices/index.ts'
import { accountById, type ReceivingAccountRow } from '../receiving-accounts/index.ts'
import { mailingStatements, mailingFrom, queueProofMail } from './mail.ts'

export type NewProof = {
  invoiceId: string
  /** The submitter's client: the invoice must be its own. */
  clientId: string
  /** In the store already; its row is written here. */
  file: StoredUpload | null
  pasted_text?: string | undefined
  /** As typed. */
  amount?: string | undefined
  paid_on?: string | undefined
  payer?: string | undefined
  reference?: string | undefined
  receiving_account_id?: string | undefined
  note?: string | undefined
}

type ReferenceRow = { id: string }
const referenceOf = statement<ReferenceRow>(
  'select id from payment_references where organization_id = $1 and invoice_id = $2',
)
const waitingProof = statement<{ id: string }>(
  `select id from payment_proofs where organization_id = $1 and invoice_id = $2 and state = 'submitted'`,
)

/**
 * Takes what a client sends as evidence of a payment, for an invoice on which something is due. One proof waits at a time. `answer` are
 * reads to run behind the writes, for the page that the submitter sees next.
 * The caller has decided that the principal, a contact or the holder of a private link, may send one for this client.
 * @throws notFound, Refusal invoice_not_open, proof_pending, and fields that cannot be understood
 */
export async function submitProof(
  parts: Pick<AppParts, 'keyring' | 'config'>,
  tx: Tx,
  given: NewProof,
  answer: readonly Statement[],
): Promise<Record<string, unknown>[][]> {
  const { organizationId } = tx
  const { invoiceId, file } = given
  const [, invoices, references, waiting, accounts, ...mailing] = (await tx.batch([
    // Before the invoice, as everybody does: whoever voids it at the same time then sees the proof, or the proof sees it void.
    lockClient(organizationId, given.clientId),
    openInvoicesForUpdate(organizationId, [invoiceId]),
    referenceOf(organizationId, invoiceId),
    waitingProof(organizationId, invoiceId),
    accountById(organizationId, given.receiving_account_id ?? null),
    ...mailingStatements(organizationId, given.clientId, invoiceId, tx.principal),
  ] as Statement[])) as [
    unknown[],
    OpenInvoice[],
    ReferenceRow[],
    unknown[],
    ReceivingAccountRow[],
    ...unknown[][],
  ]
  const own = invoices.filter((invoice) => invoice.client_id === given.clientId)
  const reference = references[0]
  if (!own[0] || !reference) throw notFound('invoice')
  const invoice = requireOpen(own, [invoiceId])[0] as OpenInvoice
  if (waiting.length > 0)
    throw new Refusal(
      'proof_pending',
      `A proof for ${invoice.number} is being checked. Wait for the answer before sending another.`,
    )
  if (!file && !given.pasted_text)
    throw fieldRefusal('/file', 'required', 'Choose a file or paste the message that confirms the payment.')
  refuseUnusableAccount(accounts[0], given.receiving_account_id, invoice)
  const amount = readAmount(
    given.amount,
    invoice,
    tx.principal.kind === 'contact' ? tx.principal.locale : invoice.locale,
  )

  const { parties, recipients, url } = mailingFrom(parts, organizationId, mailing)
  const proofId = newId()
  const { principal } = tx
  const submittedBy =
    principal.kind === 'contact' ? principal.contactId : principal.kind === 'link' ? principal.linkId : null
  const submitterName = principal.kind === 'contact' || principal.kind === 'link' ? principal.name : null
  if (file) tx.later(fileRow(tx, file))
  tx.later(
    insertProof(
      organizationId,
      proofId,
      given.clientId,
      invoiceId,
      reference.id,
      file?.id ?? null,
      given.pasted_text || null,
      amount,
      amount === null ? null : invoice.currency,
      given.paid_on ?? null,
      given.payer || null,
      given.reference || null,
      given.receiving_account_id ?? null,
      given.note || null,
      principal.kind === 'link' ? 'link' : 'contact',
      submittedBy,
      submitterName,
      tx.now,
    ),
  )
  setReferenceState(tx, invoiceId, 'submitted')
  tx.record({
    action: 'proofs.submitted',
    entityKind: 'payment_proof',
    entityId: proofId,
    clientId: given.clientId,
    after: { invoice_id: invoiceId, amount, currency: invoice.currency, has_file: file !== null },
  })
  tx.announce('proof.submitted', {
    payment_proof_id: proofId,
    invoice_id: invoiceId,
    client_id: given.clientId,
  })
  queueProofMail(parts, tx, {
    template: 'proof-received',
    recipients,
    locale: invoice.locale,
    subject: `Proof received for ${invoice.number}`,
    clientId: given.clientId,
    proofId,
    props: {
      invoices: [invoice.number],
      ...(amount !== null && { amount: { amount, currency: invoice.currency } }),
      receivedOn: todayIn(parties.timezone, new Date(tx.now)),
      usualMinutes: parties.proof_review_hours * 60,
      url,
    },
  })
  return tx.readBack(answer)
}

function refuseUnusableAccount(
  account: ReceivingAccountRow | undefined,
  givenId: string | undefined,
  invoice: OpenInvoice,
): void {
  if (givenId === undefined) return
  if (!account || account.currency !== invoice.currency)
    throw fieldRefusal(
      '/receiving_account_id',
      'unknown_id',
      `There is no such account for ${invoice.currency}.`,
    )
}

const refusals: Record<ParseRefusal, (currency: string) => string> = {
  empty: () => 'Type the amount, or leave it out.',
  not_a_number: () => 'This is not an amount. Type it as it stands on the slip, such as 1,200.50.',
  ambiguous: () => 'This can be read in two ways. Write the decimals too, such as 1,234.00.',
  too_many_decimals: (currency) => `${currency} does not have that many decimals.`,
  other_currency: (currency) => `The invoice is in ${currency}. Type the amount in ${currency}.`,
  out_of_range: () => 'This amount is too large.',
}

/** In minor units of the invoice's currency; null where nothing was typed. */
function readAmount(typed: string | undefined, invoice: OpenInvoice, locale: string): number | null {
  if (typed === undefined || typed.trim() === '') return null
  const parsed = parseAmount(typed, invoice.currency, { locale })
  if (!parsed.ok) throw fieldRefusal('/amount', parsed.code, refusals[parsed.code](invoice.currency))
  if (parsed.money.amount < 1)
    throw fieldRefusal(
      '/amount',
      'not_positive',
      `An amount above ${formatMoney({ amount: 0, currency: invoice.currency }, locale)}.`,
    )
  return parsed.money.amount
}

const insertProof = statement(
  `insert into payment_proofs (organization_id, id, client_id, invoice_id, payment_reference_id, file_id, pasted_text, claimed_amount, claimed_currency, claimed_on, claimed_payer,
     claimed_reference, receiving_account_id, note, submitted_by_kind, submitted_by, submitter_name, submitted_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
)
