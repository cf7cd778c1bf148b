/** Why money arithmetic refused. Stable: callers turn these codes into field errors. */
export type MoneyErrorCode =
  | 'not_an_amount'
  | 'amount_out_of_range'
  | 'currency_mismatch'
  | 'unknown_currency'
  | 'not_a_decimal'
  | 'too_many_decimals'
  | 'percent_out_of_range'
  | 'rate_not_positive'
  | 'nothing_to_allocate'
  | 'unknown_tax_code'
  | 'duplicate_tax_code'
  | 'totals_disagree'

/** A refusal of the money rules. The message is for developers; people see words chosen by `code`. */
export class MoneyError extends Error {
  readonly code: MoneyErrorCode

  constructor(code: MoneyErrorCode, message: string) {
    super(message)
    this.name = 'MoneyError'
    this.code = code
  }
}
