import { MoneyError } from './money-error.ts'

/**
 * Divides and rounds half away from zero, so that a negated figure rounds to the negated result
 * and a credit note mirrors its invoice. The divisor must be positive.
 */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const magnitude = dividend < 0n ? -dividend : dividend
  const quotient = (magnitude * 2n + divisor) / (divisor * 2n)
  return dividend < 0n ? -quotient : quotient
}

/** A bigint as a number, refused beyond ±(2^53 − 1), where JSON and JavaScript stop being exact. */
export function toSafeNumber(value: bigint): number {
  const result = Number(value)
  if (!Number.isSafeInteger(result)) {
    throw new MoneyError('amount_out_of_range', `${value} is beyond the largest exact amount.`)
  }
  return result
}

/**
 * Rounds exact shares (`numerators[i] / denominator`) to integers that sum to `total`: each is cut
 * towards zero, then the units still missing go to the largest remainders, earlier ones first.
 * Negating all shares and the total negates the result. Throws `totals_disagree` if the total is not the
 * rounded sum of the shares.
 */
export function roundToTotal(numerators: readonly bigint[], denominator: bigint, total: bigint): bigint[] {
  const shares = numerators.map((numerator) => numerator / denominator)
  let missing = total - shares.reduce((sum, share) => sum + share, 0n)
  if (missing === 0n) return shares

  // Cutting loses less than a unit a share, and rounding the total at most one more.
  const most = BigInt(shares.length) * 2n
  if (missing > most || missing < -most) {
    throw new MoneyError('totals_disagree', `Shares cannot be rounded to ${total}: ${missing} is left over.`)
  }
  const unit = missing > 0n ? 1n : -1n
  const byRemainder = numerators
    .map((numerator, index) => ({ index, remainder: (numerator % denominator) * unit }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  for (let turn = 0; missing !== 0n; turn = (turn + 1) % byRemainder.length) {
    const next = byRemainder[turn]
    if (!next) break
    shares[next.index] = (shares[next.index] ?? 0n) + unit
    missing -= unit
  }
  return shares
}
