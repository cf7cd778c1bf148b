import pg from 'pg'

/**
 * How column values arrive in JavaScript, per pool and never globally (other libraries share the `pg` module): bigint as a checked
 * number, numeric as a string, date as `YYYY-MM-DD`, timestamptz as an ISO instant in UTC with milliseconds.
 */
export const wireTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary') {
      if (oid === 20) return toSafeInteger
      if (oid === 1184) return toInstant
      if (oid === 1082 || oid === 1700) return asText
    }
    return pg.types.getTypeParser(oid, format as 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}

const asText = (text: string): string => text

function toSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${text} is beyond the integers that JavaScript and JSON hold exactly`)
  return value
}

/** `2026-11-20 09:30:00.12+00` → `2026-11-20T09:30:00.120Z`; sessions run in UTC. */
function toInstant(text: string): string {
  const [date, rest = ''] = text.split(' ')
  const time = rest.replace(/\+00(:00)?$/, '')
  const [whole = '', fraction = ''] = time.split('.')
  return `${date}T${whole}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
}
