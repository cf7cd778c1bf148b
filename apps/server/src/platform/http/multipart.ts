import type { Operation } from '@portico/contract'
import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { Refusal } from '../errors.ts'
import { receiveUpload, type ReceivedFile } from '../uploads/index.ts'

/** Reads a multipart body: fields as text, the file streamed to a temporary place and checked by content. Empty fields count as absent. */
export async function receiveMultipart(
  request: FastifyRequest,
  rules: NonNullable<Operation['upload']>,
  config: Config,
): Promise<{ fields: Record<string, string>; file: ReceivedFile | null }> {
  if (!request.isMultipart()) {
    if (rules.isRequired)
      throw new Refusal('malformed_request', 'Send multipart/form-data with the file in the part `file`.')
    return { fields: (request.body ?? {}) as Record<string, string>, file: null }
  }
  const fields: Record<string, string> = {}
  let file: ReceivedFile | null = null
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        if (part.fieldnameTruncated || part.valueTruncated) throw new Refusal('payload_too_large')
        if (String(part.value).includes('\0'))
          throw new Refusal('malformed_request', 'A field holds a character that no text can hold.')
        if (part.value !== '') fields[part.fieldname] = String(part.value)
      } else if (part.fieldname === 'file' && part.filename && !file) {
        file = await receiveUpload(part.file, {
          limitBytes: config.uploadLimits[rules.limit],
          accept: rules.accept,
          originalName: part.filename,
        })
      } else {
        part.file.resume()
      }
    }
  } catch (error) {
    await file?.dispose()
    throw error
  }
  if (rules.isRequired && !file)
    throw new Refusal('validation_failed', 'Choose a file.', {
      errors: [{ pointer: '/file', code: 'required', detail: 'Choose a file' }],
    })
  return { fields, file }
}
