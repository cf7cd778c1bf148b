import { v7 } from 'uuid'

/** A new UUIDv7: ordered by time, so that it is also the default order of lists. */
export const newId: () => string = v7
