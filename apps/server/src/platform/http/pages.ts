import type { Keyring } from '../crypto/keyring.ts'
import { Refusal } from '../errors.ts'
import { sha256 } from '../crypto/tokens.ts'

/** Where a page starts: the values of the sort columns and the id of the row beside it. */
export type Position = readonly (string | number | null)[]

/** A page as a list's query understands it. `isBackwards`: rows before the position, to be read in reverse order. */
export type PageRequest = { limit: number; position: Position | null; isBackwards: boolean; list: string }

export type ListAnswer<Item> = {
  object: 'list'
  data: Item[]
  has_more: boolean
  next_cursor: string | null
  previous_cursor: string | null
  total?: { count: number; is_capped: boolean }
}

const rowCounts = [11, 26, 51, 101] as const

/**
 * How many rows a list reads for a page: at least one more than it shows, which says whether there are more. It stands in the statement's
 * text: a limit that is bound is unknown to a plan for every page, so that PostgreSQL plans each page anew, which costs several times what
 * reading it does. One of a few figures, so that there are a few texts.
 */
export const rowsToRead = ({ limit }: Pick<PageRequest, 'limit'>): number =>
  rowCounts.find((count) => count > limit) ?? limit + 1

/** Lists show at most this many as an exact count. */
export const totalCap = 10_000

/**
 * Keyset pages. A cursor holds the sort values and the id of a row, signed and bound to the list and its filters, so that it is
 * opaque and cannot be carried over to another list, organization or filter.
 */
export class Pages {
  readonly #keyring: Keyring

  constructor(keyring: Keyring) {
    this.#keyring = keyring
  }

  /** @param list the operation, organization and client of the list; with the filters it makes the cursor's scope */
  read(
    list: string,
    query: { limit?: number | undefined; after?: string | undefined; before?: string | undefined },
  ): PageRequest {
    const { limit = 50, after, before, ...filters } = query
    const scope = sha256(
      `${list}\n${JSON.stringify(
        Object.entries(filters)
          .filter(([, value]) => value !== undefined)
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      )}`,
    )
      .toString('base64url')
      .slice(0, 12)
    const cursor = after ?? before
    return {
      limit,
      position: cursor ? this.#open(cursor, scope) : null,
      isBackwards: after === undefined && before !== undefined,
      list: scope,
    }
  }

  /** @param rows up to `limit + 1` rows in the order in which they were read */
  answer<Row, Item>(
    page: PageRequest,
    rows: readonly Row[],
    positionOf: (row: Row) => Position,
    present: (row: Row) => Item,
  ): ListAnswer<Item> {
    const isMore = rows.length > page.limit
    const read = isMore ? rows.slice(0, page.limit) : rows
    const shown = page.isBackwards ? read.toReversed() : read
    const first = shown[0]
    const last = shown.at(-1)
    const hasNext = page.isBackwards ? page.position !== null : isMore
    const hasPrevious = page.isBackwards ? isMore : page.position !== null
    return {
      object: 'list',
      data: shown.map(present),
      has_more: hasNext,
      next_cursor: hasNext && last !== undefined ? this.#seal(positionOf(last), page.list) : null,
      previous_cursor: hasPrevious && first !== undefined ? this.#seal(positionOf(first), page.list) : null,
    }
  }

  #seal(position: Position, scope: string): string {
    const text = Buffer.from(JSON.stringify(position)).toString('base64url')
    return `${text}.${this.#keyring.sign('cursor', `${scope}.${text}`)}`
  }

  #open(cursor: string, scope: string): Position {
    const [text = '', signature = ''] = cursor.split('.')
    if (!this.#keyring.verify('cursor', `${scope}.${text}`, signature)) {
      throw new Refusal(
        'validation_failed',
        'This cursor belongs to another list or other filters. Start from the first page.',
        { errors: [{ pointer: '/after', code: 'invalid_cursor', detail: 'Start from the first page' }] },
      )
    }
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Position
  }
}
