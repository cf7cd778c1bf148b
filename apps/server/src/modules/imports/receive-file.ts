import { Refusal } from '../../platform/errors.ts'
import type { Kind } from './fields.ts'
import type { Source } from './sources/definitions.ts'
import { foreignFileDetail, recognise, type Recognised } from './sources/recognise.ts'
import { decodeHead, detectEncoding, type Encoding } from './tables/decode.ts'

/**
 * What a file on the disk is: its encoding, its delimiter, its header and whose it is.
 * @throws Refusal unreadable_file, in words that say what to do
 */
export async function examineFile(
  path: string,
  given: { source?: Source | null; kind?: Kind | null },
): Promise<{ encoding: Encoding; found: Recognised }> {
  const encoding = await detectEncoding(path)
  if (!encoding) throw unreadable('This is not a text file. Save the table as CSV and add that.')
  const { text, isWhole } = await decodeHead(path, encoding)
  if (text.trim() === '') throw unreadable('The file holds no text.')
  const found = recognise(text, isWhole, given)
  if (!found)
    throw unreadable(
      'No header was found: no line among the first 30 names the columns. Put the names of the columns into the first line.',
    )
  const foreign = foreignFileDetail(found.columns)
  if (foreign) throw unreadable(foreign)
  return { encoding, found }
}

const unreadable = (detail: string): Refusal =>
  new Refusal('unreadable_file', detail, { errors: [{ pointer: '/file', code: 'unreadable_file', detail }] })
