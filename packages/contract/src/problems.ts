import { z } from 'zod'

/**
 * Every refusal that a caller can meet, with its HTTP status and its title. The code is stable and part of the contract; the
 * sentence beside it (`detail`) is for people and may change. `type` is `/problems/<code with dashes>` (RFC 9457).
 */
export const problems = {
  validation_failed: [422, 'Some values are not right'],
  malformed_request: [400, 'The request cannot be read'],
  unknown_parameter: [400, 'The request has a parameter that this operation does not know'],
  not_signed_in: [401, 'Sign in first'],
  wrong_credentials: [401, 'Email or password is not right'],
  account_locked: [429, 'Too many failed attempts'],
  email_not_verified: [403, 'The email address is not verified yet'],
  token_invalid: [410, 'This link is no longer valid'],
  code_invalid: [422, 'The code is not right'],
  permission_denied: [403, 'You may not do this'],
  client_suspended: [403, 'This account is suspended'],
  csrf_refused: [403, 'The request did not come from this site'],
  not_found: [404, 'Not found'],
  operation_not_found: [404, 'There is no such operation'],
  version_mismatch: [412, 'Somebody changed this in the meantime'],
  version_required: [428, 'Say which version this change was made from'],
  idempotency_key_required: [400, 'This operation needs an Idempotency-Key'],
  idempotency_key_invalid: [400, 'The Idempotency-Key cannot be read'],
  idempotency_key_reused: [422, 'The Idempotency-Key was used for another request'],
  idempotency_in_flight: [409, 'The same request is being worked on'],
  rate_limited: [429, 'Too many requests'],
  payload_too_large: [413, 'The request is too large'],
  file_too_large: [413, 'The file is too large'],
  file_type_not_allowed: [415, 'This kind of file is not accepted'],
  file_empty: [422, 'The file is empty'],
  set_up_done: [409, 'This installation is set up already'],
  registration_closed: [403, 'Registration is closed'],
  slug_taken: [409, 'This address is taken'],
  password_too_weak: [422, 'The password is not strong enough'],
  last_owner: [409, 'An organization needs an owner'],
  already_member: [409, 'This person is a member already'],
  invitation_for_another: [403, 'This invitation is for another address'],
  duplicate_email: [409, 'Duplicate email'],
  invalid_reseller: [422, 'Invalid reseller'],
  status_transition_denied: [409, 'Status transition denied'],
  client_has_documents: [409, 'This client has documents'],
  contact_needs_email: [422, 'This contact has no email address'],
  external_id_taken: [409, 'This external id is taken'],
  duplicate_code: [409, 'This code is taken'],
  rate_period_taken: [409, 'There is a rate from this date already'],
  exchange_rate_missing: [422, 'There is no exchange rate for this date'],
  invoice_not_draft: [409, 'This invoice is issued and cannot be changed'],
  invoice_not_open: [409, 'This invoice is not open'],
  invoice_has_payments: [409, 'This invoice has payments'],
  invoice_incomplete: [422, 'The invoice cannot be issued yet'],
  purchase_order_required: [422, 'This client requires a purchase-order number'],
  no_recipient: [422, 'Nobody to send it to'],
  currency_mismatch: [422, 'The currencies differ'],
  amount_too_large: [422, 'The amount is too large'],
  insufficient_credit: [409, 'There is not enough credit'],
  allocation_exceeds_payment: [422, 'More is allocated than was paid'],
  receiving_account_in_use: [409, 'This account is in use'],
  proof_decided: [409, 'This proof is decided already'],
  proof_pending: [409, 'A proof for this invoice is being checked'],
  not_yourself: [409, 'Not on your own account'],
  job_is_running: [409, 'This job is running'],
  demo_is_here: [409, 'The demo is here already'],
  import_not_ready: [409, 'The import is not ready for this'],
  duplicate_file: [409, 'This file is in the import already'],
  unreadable_file: [422, 'The file cannot be read as a table'],
  plan_limit_reached: [402, 'The plan does not reach that far'],
  not_configured: [503, 'This is not set up'],
  busy: [503, 'The server is busy'],
  internal_error: [500, 'Something went wrong on our side'],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemCode = keyof typeof problems

export const FieldProblem = z
  .strictObject({
    pointer: z
      .string()
      .meta({ description: 'JSON Pointer into the request body', example: '/lines/0/unit_price' }),
    code: z.string(),
    detail: z.string(),
  })
  .meta({ id: 'FieldProblem' })
export type FieldProblem = z.infer<typeof FieldProblem>

export const Problem = z
  .object({
    type: z.string().meta({ example: '/problems/duplicate-email' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string().optional(),
    code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
    request_id: z.string(),
    errors: z.array(FieldProblem).optional(),
    retry_after: z.number().int().optional().meta({ description: 'Seconds' }),
    current_version: z.number().int().optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
