import { v7 } from 'uuid'

/** A new UUIDv7: ordered by time, so that it is also the default order of lists. */
export const newId: () => string = v7

/** An id as if made at an instant: what is noted late takes its place among what was noted in time. */
export const newIdAt = (instant: string): string => v7({ msecs: Math.max(0, Date.parse(instant)) })

/** An id as if made on a day (`YYYY-MM-DD`): what is brought in from elsewhere takes its place among what was made here. */
export const newIdOfDay = (day: string): string => newIdAt(`${day}T12:00:00Z`)
