import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import { FileStoreError } from './file-store.ts'
import type { FileFacts } from './file-store.ts'

/** Passes bytes through and fails at the first one too many, or at the end if size or hash are not as announced. */
export function checkedStream(facts: Pick<FileFacts, 'size' | 'sha256'>): Transform {
  const hash = createHash('sha256')
  let seen = 0
  const damaged = () => new FileStoreError('file_damaged', 'The file changed on its way to the store.')
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      if (seen > facts.size) return done(damaged())
      hash.update(chunk)
      done(null, chunk)
    },
    flush(done) {
      const sound = seen === facts.size && hash.digest('hex') === facts.sha256
      done(sound ? null : damaged())
    },
  })
}
