export type { Currency } from './currencies.ts'
export { CURRENCIES, currencyOf, exponentOf, isCurrency } from './currencies.ts'
export {
  convert,
  convertByInverse,
  DECIMAL_PLACES,
  formatDecimal,
  multiplyToMinor,
  parseDecimal,
  percentOf,
  percentWithin,
} from './decimal.ts'
export type { PaymentTerms, PlainDate } from './due-date.ts'
export { addDays, daysBetween, dueDateOf, endOfMonth, isOverdue, isPlainDate, todayIn } from './due-date.ts'
export type { CurrencyDisplay } from './format-money.ts'
export { formatMoney } from './format-money.ts'
export type {
  DeliveryState,
  DocumentState,
  InvoiceBadge,
  InvoiceFacts,
  SettlementState,
} from './invoice-status.ts'
export { badgeOf, INVOICE_BADGES } from './invoice-status.ts'
export type { MoneyErrorCode } from './money-error.ts'
export { MoneyError } from './money-error.ts'
export type { Money } from './money.ts'
export {
  add,
  allocate,
  compare,
  fromDecimalString,
  isZero,
  money,
  negate,
  subtract,
  sum,
  toDecimalString,
} from './money.ts'
export type { NumberPatternProblem, NumberReset } from './number-pattern.ts'
export { formatDocumentNumber, validateNumberPattern } from './number-pattern.ts'
export type { ParsedAmount, ParsedDecimal, ParseRefusal } from './parse-amount.ts'
export { parseAmount, parseTypedDecimal } from './parse-amount.ts'
export {
  isValidPaymentReference,
  makePaymentReference,
  normalizePaymentReference,
  paymentReferencePart,
} from './payment-reference.ts'
export type { RandomBytes } from './readable-code.ts'
export type { PaymentTax } from './receipt-tax.ts'
export { taxShareOfPayment } from './receipt-tax.ts'
export { isRefidPrefix, makeRefid } from './refid.ts'
export type { StepKind, StepOperand, TotalsStep } from './totals-steps.ts'
export type {
  LineTotals,
  TaxCategory,
  TaxGroup,
  TaxRate,
  Totals,
  TotalsInput,
  TotalsLineInput,
} from './totals.ts'
export { computeTotals } from './totals.ts'
