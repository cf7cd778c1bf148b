import { Redis } from 'iovalkey'

/**
 * A connection to the Redis or Valkey that `REDIS_URL` names. It is made again for ever; while it is away, a command fails at once, so that
 * whoever asks can do without.
 */
export function connectValkey(url: string, log: (line: string) => void): Redis {
  const connection = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 3_000,
    commandTimeout: 500,
    retryStrategy: (times) => Math.min(100 * 2 ** times, 5_000),
  })
  let isAway = false
  const gone = (why: string) => (): void => {
    if (!isAway && connection.status !== 'end')
      log(`Redis ${why}; each process counts for itself until it is back`)
    isAway = true
  }
  connection.on('error', gone('does not answer'))
  connection.on('close', gone('has gone away'))
  connection.on('ready', () => {
    if (isAway) log('Redis answers again')
    isAway = false
  })
  return connection
}
