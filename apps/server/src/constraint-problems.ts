import type { ProblemCode } from '@portico/contract'

/** What a violated constraint means to a caller: the one place where names of constraints become codes. */
export const constraintProblems: Record<string, { code: ProblemCode; detail: string; pointer?: string }> = {
  users__email: {
    code: 'duplicate_email',
    detail: 'There is an account with this address already.',
    pointer: '/email',
  },
  organizations__slug: {
    code: 'slug_taken',
    detail: 'This address is taken. Choose another.',
    pointer: '/slug',
  },
  memberships__user: { code: 'already_member', detail: 'This person is a member already.' },
  clients__email: {
    code: 'duplicate_email',
    detail: 'Another client has this email address.',
    pointer: '/email',
  },
  contacts__email_in_client: {
    code: 'duplicate_email',
    detail: 'Another contact of this client has this email address.',
    pointer: '/email',
  },
  price_items__code: { code: 'duplicate_code', detail: 'Another item has this code.', pointer: '/code' },
  tax_rates__start: {
    code: 'rate_period_taken',
    detail: 'There is a rate of this key from this date already.',
    pointer: '/valid_from',
  },
  tax_rates__no_overlap: {
    code: 'rate_period_taken',
    detail: 'Another rate of this key covers some of these days.',
    pointer: '/valid_to',
  },
  payment_proofs__one_waiting: {
    code: 'proof_pending',
    detail: 'A proof for this invoice is being checked. Wait for the answer before sending another.',
  },
  invoices__number: {
    code: 'invoice_incomplete',
    detail:
      'The next number of the series is taken by another invoice. Change the number pattern in the settings.',
  },
  client_balances__exact: {
    code: 'amount_too_large',
    detail: 'With this the client’s balance would be more than can be kept exactly.',
  },
  client_balances__credit: { code: 'insufficient_credit', detail: 'There is not enough credit left.' },
}
