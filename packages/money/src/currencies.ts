import { MoneyError } from './money-error.ts'

/** A currency as people meet it on a document. */
export type Currency = {
  /** ISO 4217 alphabetic code. */
  code: string
  /** Digits after the decimal point of the major unit: 2 for USD, 0 for JPY, 3 for KWD. */
  exponent: number
  /** What people customarily write beside an amount; null where they write the code. */
  symbol: string | null
}

/**
 * The currencies of ISO 4217 "List One", by the maintenance agency (SIX, www.six-group.com, list of
 * 2026-01-01): code and minor unit exponent. Fund codes and index units (CLF, UYW, XDR…),
 * metals and test codes are left out, because nothing can be paid in them. The exponents are those of
 * the standard, which differ from what `Intl` shows by default for some (IQD, for one). Names are
 * not here: `Intl.DisplayNames` knows them in every language. Symbols are local custom.
 */
const ROWS: ReadonlyArray<readonly [code: string, exponent: number, symbol?: string]> = [
  ['AED', 2, 'د.إ'],
  ['AFN', 2, '؋'],
  ['ALL', 2, 'L'],
  ['AMD', 2, '֏'],
  ['AOA', 2, 'Kz'],
  ['ARS', 2, '$'],
  ['AUD', 2, '$'],
  ['AWG', 2, 'ƒ'],
  ['AZN', 2, '₼'],
  ['BAM', 2, 'KM'],
  ['BBD', 2, '$'],
  ['BDT', 2, '৳'],
  ['BHD', 3, 'BD'],
  ['BIF', 0, 'FBu'],
  ['BMD', 2, '$'],
  ['BND', 2, '$'],
  ['BOB', 2, 'Bs'],
  ['BRL', 2, 'R$'],
  ['BSD', 2, '$'],
  ['BTN', 2, 'Nu.'],
  ['BWP', 2, 'P'],
  ['BYN', 2, 'Br'],
  ['BZD', 2, 'BZ$'],
  ['CAD', 2, '$'],
  ['CDF', 2, 'FC'],
  ['CHF', 2, 'Fr.'],
  ['CLP', 0, '$'],
  ['CNY', 2, '¥'],
  ['COP', 2, '$'],
  ['CRC', 2, '₡'],
  ['CUP', 2, '$'],
  ['CVE', 2],
  ['CZK', 2, 'Kč'],
  ['DJF', 0, 'Fdj'],
  ['DKK', 2, 'kr'],
  ['DOP', 2, 'RD$'],
  ['DZD', 2, 'DA'],
  ['EGP', 2, 'E£'],
  ['ERN', 2, 'Nfk'],
  ['ETB', 2, 'Br'],
  ['EUR', 2, '€'],
  ['FJD', 2, '$'],
  ['FKP', 2, '£'],
  ['GBP', 2, '£'],
  ['GEL', 2, '₾'],
  ['GHS', 2, 'GH₵'],
  ['GIP', 2, '£'],
  ['GMD', 2, 'D'],
  ['GNF', 0, 'FG'],
  ['GTQ', 2, 'Q'],
  ['GYD', 2, '$'],
  ['HKD', 2, '$'],
  ['HNL', 2, 'L'],
  ['HTG', 2, 'G'],
  ['HUF', 2, 'Ft'],
  ['IDR', 2, 'Rp'],
  ['ILS', 2, '₪'],
  ['INR', 2, '₹'],
  ['IQD', 3, 'ID'],
  ['IRR', 2, '﷼'],
  ['ISK', 0, 'kr'],
  ['JMD', 2, 'J$'],
  ['JOD', 3, 'JD'],
  ['JPY', 0, '¥'],
  ['KES', 2, 'KSh'],
  ['KGS', 2],
  ['KHR', 2, '៛'],
  ['KMF', 0, 'CF'],
  ['KPW', 2],
  ['KRW', 0, '₩'],
  ['KWD', 3, 'KD'],
  ['KYD', 2, '$'],
  ['KZT', 2, '₸'],
  ['LAK', 2, '₭'],
  ['LBP', 2, 'LL'],
  ['LKR', 2, 'Rs'],
  ['LRD', 2, '$'],
  ['LSL', 2, 'L'],
  ['LYD', 3, 'LD'],
  ['MAD', 2, 'DH'],
  ['MDL', 2, 'L'],
  ['MGA', 2, 'Ar'],
  ['MKD', 2, 'den'],
  ['MMK', 2, 'K'],
  ['MNT', 2, '₮'],
  ['MOP', 2, 'MOP$'],
  ['MRU', 2],
  ['MUR', 2, '₨'],
  ['MVR', 2, 'Rf'],
  ['MWK', 2, 'MK'],
  ['MXN', 2, '$'],
  ['MYR', 2, 'RM'],
  ['MZN', 2, 'MT'],
  ['NAD', 2, '$'],
  ['NGN', 2, '₦'],
  ['NIO', 2, 'C$'],
  ['NOK', 2, 'kr'],
  ['NPR', 2, 'Rs'],
  ['NZD', 2, '$'],
  ['OMR', 3, '﷼'],
  ['PAB', 2, 'B/.'],
  ['PEN', 2, 'S/'],
  ['PGK', 2, 'K'],
  ['PHP', 2, '₱'],
  ['PKR', 2, 'Rs'],
  ['PLN', 2, 'zł'],
  ['PYG', 0, '₲'],
  ['QAR', 2, '﷼'],
  ['RON', 2, 'lei'],
  ['RSD', 2, 'din.'],
  ['RUB', 2, '₽'],
  ['RWF', 0, 'FRw'],
  ['SAR', 2, '﷼'],
  ['SBD', 2, '$'],
  ['SCR', 2, '₨'],
  ['SDG', 2, 'LS'],
  ['SEK', 2, 'kr'],
  ['SGD', 2, '$'],
  ['SHP', 2, '£'],
  ['SLE', 2, 'Le'],
  ['SOS', 2, 'Sh.So.'],
  ['SRD', 2, '$'],
  ['SSP', 2, '£'],
  ['STN', 2],
  ['SVC', 2, '₡'],
  ['SYP', 2, 'LS'],
  ['SZL', 2, 'E'],
  ['THB', 2, '฿'],
  ['TJS', 2],
  ['TMT', 2],
  ['TND', 3, 'DT'],
  ['TOP', 2, 'T$'],
  ['TRY', 2, '₺'],
  ['TTD', 2, 'TT$'],
  ['TWD', 2, 'NT$'],
  ['TZS', 2, 'TSh'],
  ['UAH', 2, '₴'],
  ['UGX', 0, 'USh'],
  ['USD', 2, '$'],
  ['UYU', 2, '$U'],
  ['UZS', 2],
  ['VED', 2],
  ['VES', 2, 'Bs.'],
  ['VND', 0, '₫'],
  ['VUV', 0, 'VT'],
  ['WST', 2, 'WS$'],
  ['XAF', 0, 'FCFA'],
  ['XCD', 2, 'EC$'],
  ['XCG', 2, 'Cg'],
  ['XOF', 0, 'CFA'],
  ['XPF', 0, '₣'],
  ['YER', 2, '﷼'],
  ['ZAR', 2, 'R'],
  ['ZMW', 2, 'ZK'],
  ['ZWG', 2, 'ZiG'],
]

/** All currencies, in the order of their codes. */
export const CURRENCIES: readonly Currency[] = ROWS.map(([code, exponent, symbol]) => ({
  code,
  exponent,
  symbol: symbol ?? null,
}))

const BY_CODE: ReadonlyMap<string, Currency> = new Map(
  CURRENCIES.map((currency) => [currency.code, currency]),
)

/** True for the code of a currency in use, in capitals as ISO 4217 writes it. */
export function isCurrency(code: string): boolean {
  return BY_CODE.has(code)
}

/** The currency with this code. Throws `unknown_currency`. */
export function currencyOf(code: string): Currency {
  const currency = BY_CODE.get(code)
  if (!currency) throw new MoneyError('unknown_currency', `${code} is not a currency in use.`)
  return currency
}

/** How many digits of an amount in minor units stand after the decimal point. Throws `unknown_currency`. */
export function exponentOf(code: string): number {
  return currencyOf(code).exponent
}
