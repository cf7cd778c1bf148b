import { MoneyError } from './money-error.ts'

/** A currency as people meet it on a document. */
export type Currency = {
  /** ISO 4217 alphabetic code. */
  code: string
  /** Digits after the decimal point of the major unit: 2 for USD, 0 for JPY, 3 for KWD. */
  exponent: number
  name: string
  /** What people customarily write beside an amount; null where they write the code. */
  symbol: string | null
}

/**
 * The currencies of ISO 4217 "List One", by the maintenance agency (SIX, www.six-group.com, list of
 * 2026-01-01): code, minor unit exponent, English name. Fund codes and index units (CLF, UYW, XDR…),
 * metals and test codes are left out, because nothing can be paid in them. The exponents are those of
 * the standard, which differ from what `Intl` shows by default for some (IQD, for one). Names follow
 * Unicode CLDR, which puts the country in front ("Malawian Kwacha"); symbols are local custom.
 */
const ROWS: ReadonlyArray<readonly [code: string, exponent: number, name: string, symbol?: string]> = [
  ['AED', 2, 'United Arab Emirates Dirham', 'د.إ'],
  ['AFN', 2, 'Afghan Afghani', '؋'],
  ['ALL', 2, 'Albanian Lek', 'L'],
  ['AMD', 2, 'Armenian Dram', '֏'],
  ['AOA', 2, 'Angolan Kwanza', 'Kz'],
  ['ARS', 2, 'Argentine Peso', '$'],
  ['AUD', 2, 'Australian Dollar', '$'],
  ['AWG', 2, 'Aruban Florin', 'ƒ'],
  ['AZN', 2, 'Azerbaijani Manat', '₼'],
  ['BAM', 2, 'Bosnia-Herzegovina Convertible Mark', 'KM'],
  ['BBD', 2, 'Barbadian Dollar', '$'],
  ['BDT', 2, 'Bangladeshi Taka', '৳'],
  ['BHD', 3, 'Bahraini Dinar', 'BD'],
  ['BIF', 0, 'Burundian Franc', 'FBu'],
  ['BMD', 2, 'Bermudian Dollar', '$'],
  ['BND', 2, 'Brunei Dollar', '$'],
  ['BOB', 2, 'Bolivian Boliviano', 'Bs'],
  ['BRL', 2, 'Brazilian Real', 'R$'],
  ['BSD', 2, 'Bahamian Dollar', '$'],
  ['BTN', 2, 'Bhutanese Ngultrum', 'Nu.'],
  ['BWP', 2, 'Botswanan Pula', 'P'],
  ['BYN', 2, 'Belarusian Ruble', 'Br'],
  ['BZD', 2, 'Belize Dollar', 'BZ$'],
  ['CAD', 2, 'Canadian Dollar', '$'],
  ['CDF', 2, 'Congolese Franc', 'FC'],
  ['CHF', 2, 'Swiss Franc', 'Fr.'],
  ['CLP', 0, 'Chilean Peso', '$'],
  ['CNY', 2, 'Chinese Yuan', '¥'],
  ['COP', 2, 'Colombian Peso', '$'],
  ['CRC', 2, 'Costa Rican Colón', '₡'],
  ['CUP', 2, 'Cuban Peso', '$'],
  ['CVE', 2, 'Cabo Verde Escudo'],
  ['CZK', 2, 'Czech Koruna', 'Kč'],
  ['DJF', 0, 'Djiboutian Franc', 'Fdj'],
  ['DKK', 2, 'Danish Krone', 'kr'],
  ['DOP', 2, 'Dominican Peso', 'RD$'],
  ['DZD', 2, 'Algerian Dinar', 'DA'],
  ['EGP', 2, 'Egyptian Pound', 'E£'],
  ['ERN', 2, 'Eritrean Nakfa', 'Nfk'],
  ['ETB', 2, 'Ethiopian Birr', 'Br'],
  ['EUR', 2, 'Euro', '€'],
  ['FJD', 2, 'Fijian Dollar', '$'],
  ['FKP', 2, 'Falkland Islands Pound', '£'],
  ['GBP', 2, 'Pound Sterling', '£'],
  ['GEL', 2, 'Georgian Lari', '₾'],
  ['GHS', 2, 'Ghanaian Cedi', 'GH₵'],
  ['GIP', 2, 'Gibraltar Pound', '£'],
  ['GMD', 2, 'Gambian Dalasi', 'D'],
  ['GNF', 0, 'Guinean Franc', 'FG'],
  ['GTQ', 2, 'Guatemalan Quetzal', 'Q'],
  ['GYD', 2, 'Guyanese Dollar', '$'],
  ['HKD', 2, 'Hong Kong Dollar', '$'],
  ['HNL', 2, 'Honduran Lempira', 'L'],
  ['HTG', 2, 'Haitian Gourde', 'G'],
  ['HUF', 2, 'Hungarian Forint', 'Ft'],
  ['IDR', 2, 'Indonesian Rupiah', 'Rp'],
  ['ILS', 2, 'Israeli New Shekel', '₪'],
  ['INR', 2, 'Indian Rupee', '₹'],
  ['IQD', 3, 'Iraqi Dinar', 'ID'],
  ['IRR', 2, 'Iranian Rial', '﷼'],
  ['ISK', 0, 'Icelandic Króna', 'kr'],
  ['JMD', 2, 'Jamaican Dollar', 'J$'],
  ['JOD', 3, 'Jordanian Dinar', 'JD'],
  ['JPY', 0, 'Japanese Yen', '¥'],
  ['KES', 2, 'Kenyan Shilling', 'KSh'],
  ['KGS', 2, 'Kyrgyz Som'],
  ['KHR', 2, 'Cambodian Riel', '៛'],
  ['KMF', 0, 'Comorian Franc', 'CF'],
  ['KPW', 2, 'North Korean Won'],
  ['KRW', 0, 'South Korean Won', '₩'],
  ['KWD', 3, 'Kuwaiti Dinar', 'KD'],
  ['KYD', 2, 'Cayman Islands Dollar', '$'],
  ['KZT', 2, 'Kazakhstani Tenge', '₸'],
  ['LAK', 2, 'Laotian Kip', '₭'],
  ['LBP', 2, 'Lebanese Pound', 'LL'],
  ['LKR', 2, 'Sri Lankan Rupee', 'Rs'],
  ['LRD', 2, 'Liberian Dollar', '$'],
  ['LSL', 2, 'Lesotho Loti', 'L'],
  ['LYD', 3, 'Libyan Dinar', 'LD'],
  ['MAD', 2, 'Moroccan Dirham', 'DH'],
  ['MDL', 2, 'Moldovan Leu', 'L'],
  ['MGA', 2, 'Malagasy Ariary', 'Ar'],
  ['MKD', 2, 'Macedonian Denar', 'den'],
  ['MMK', 2, 'Myanmar Kyat', 'K'],
  ['MNT', 2, 'Mongolian Tugrik', '₮'],
  ['MOP', 2, 'Macanese Pataca', 'MOP$'],
  ['MRU', 2, 'Mauritanian Ouguiya'],
  ['MUR', 2, 'Mauritian Rupee', '₨'],
  ['MVR', 2, 'Maldivian Rufiyaa', 'Rf'],
  ['MWK', 2, 'Malawian Kwacha', 'MK'],
  ['MXN', 2, 'Mexican Peso', '$'],
  ['MYR', 2, 'Malaysian Ringgit', 'RM'],
  ['MZN', 2, 'Mozambican Metical', 'MT'],
  ['NAD', 2, 'Namibian Dollar', '$'],
  ['NGN', 2, 'Nigerian Naira', '₦'],
  ['NIO', 2, 'Nicaraguan Córdoba', 'C$'],
  ['NOK', 2, 'Norwegian Krone', 'kr'],
  ['NPR', 2, 'Nepalese Rupee', 'Rs'],
  ['NZD', 2, 'New Zealand Dollar', '$'],
  ['OMR', 3, 'Omani Rial', '﷼'],
  ['PAB', 2, 'Panamanian Balboa', 'B/.'],
  ['PEN', 2, 'Peruvian Sol', 'S/'],
  ['PGK', 2, 'Papua New Guinean Kina', 'K'],
  ['PHP', 2, 'Philippine Peso', '₱'],
  ['PKR', 2, 'Pakistani Rupee', 'Rs'],
  ['PLN', 2, 'Polish Zloty', 'zł'],
  ['PYG', 0, 'Paraguayan Guarani', '₲'],
  ['QAR', 2, 'Qatari Riyal', '﷼'],
  ['RON', 2, 'Romanian Leu', 'lei'],
  ['RSD', 2, 'Serbian Dinar', 'din.'],
  ['RUB', 2, 'Russian Ruble', '₽'],
  ['RWF', 0, 'Rwandan Franc', 'FRw'],
  ['SAR', 2, 'Saudi Riyal', '﷼'],
  ['SBD', 2, 'Solomon Islands Dollar', '$'],
  ['SCR', 2, 'Seychellois Rupee', '₨'],
  ['SDG', 2, 'Sudanese Pound', 'LS'],
  ['SEK', 2, 'Swedish Krona', 'kr'],
  ['SGD', 2, 'Singapore Dollar', '$'],
  ['SHP', 2, 'Saint Helena Pound', '£'],
  ['SLE', 2, 'Sierra Leonean Leone', 'Le'],
  ['SOS', 2, 'Somali Shilling', 'Sh.So.'],
  ['SRD', 2, 'Surinamese Dollar', '$'],
  ['SSP', 2, 'South Sudanese Pound', '£'],
  ['STN', 2, 'São Tomé and Príncipe Dobra'],
  ['SVC', 2, 'Salvadoran Colón', '₡'],
  ['SYP', 2, 'Syrian Pound', 'LS'],
  ['SZL', 2, 'Swazi Lilangeni', 'E'],
  ['THB', 2, 'Thai Baht', '฿'],
  ['TJS', 2, 'Tajikistani Somoni'],
  ['TMT', 2, 'Turkmenistani Manat'],
  ['TND', 3, 'Tunisian Dinar', 'DT'],
  ['TOP', 2, 'Tongan Paʻanga', 'T$'],
  ['TRY', 2, 'Turkish Lira', '₺'],
  ['TTD', 2, 'Trinidad and Tobago Dollar', 'TT$'],
  ['TWD', 2, 'New Taiwan Dollar', 'NT$'],
  ['TZS', 2, 'Tanzanian Shilling', 'TSh'],
  ['UAH', 2, 'Ukrainian Hryvnia', '₴'],
  ['UGX', 0, 'Ugandan Shilling', 'USh'],
  ['USD', 2, 'US Dollar', '$'],
  ['UYU', 2, 'Uruguayan Peso', '$U'],
  ['UZS', 2, 'Uzbekistani Som'],
  ['VED', 2, 'Venezuelan Digital Bolívar'],
  ['VES', 2, 'Venezuelan Bolívar', 'Bs.'],
  ['VND', 0, 'Vietnamese Dong', '₫'],
  ['VUV', 0, 'Vanuatu Vatu', 'VT'],
  ['WST', 2, 'Samoan Tala', 'WS$'],
  ['XAF', 0, 'Central African CFA Franc', 'FCFA'],
  ['XCD', 2, 'East Caribbean Dollar', 'EC$'],
  ['XCG', 2, 'Caribbean Guilder', 'Cg'],
  ['XOF', 0, 'West African CFA Franc', 'CFA'],
  ['XPF', 0, 'CFP Franc', '₣'],
  ['YER', 2, 'Yemeni Rial', '﷼'],
  ['ZAR', 2, 'South African Rand', 'R'],
  ['ZMW', 2, 'Zambian Kwacha', 'ZK'],
  ['ZWG', 2, 'Zimbabwe Gold', 'ZiG'],
]

/** All currencies, in the order of their codes. */
export const CURRENCIES: readonly Currency[] = ROWS.map(([code, exponent, name, symbol]) => ({
  code,
  exponent,
  name,
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
