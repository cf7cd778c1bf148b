import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Signer's side of nothing: these are the checks a store makes (AWS Signature Version 4, header form). */
export interface SignedRequest {
  method: string
  /** Path as it was sent, still encoded, without the query. */
  rawPath: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
}

export interface SigV4Keys {
  accessKeyId: string
  secretAccessKey: string
  region: string
}

export type SigV4Refusal =
  | 'AccessDenied'
  | 'InvalidAccessKeyId'
  | 'RequestTimeTooSkewed'
  | 'AuthorizationHeaderMalformed'
  | 'SignatureDoesNotMatch'

const allowedSkewMs = 15 * 60 * 1000
const authorizationShape =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** RFC 3986 encoding as the signature wants it: everything but unreserved characters, upper-case hex. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
}

function canonicalPath(rawPath: string): string {
  return rawPath
    .split('/')
    .map((part) => encode(decodeURIComponent(part)))
    .join('/')
}

function timeOf(amzDate: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(amzDate)
  if (!parts) return Number.NaN
  const [, year, month, day, hour, minute, second] = parts
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

function headerText(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name]
  return (Array.isArray(value) ? value.join(',') : (value ?? '')).trim().replace(/ +/g, ' ')
}

/** Recomputes the signature from what arrived; the payload hash itself is compared with the body by the caller. */
export function checkSigV4(request: SignedRequest, keys: SigV4Keys, now: Date): SigV4Refusal | undefined {
  const authorization = headerText(request.headers, 'authorization')
  if (authorization === '') return 'AccessDenied'
  const [, accessKeyId, day = '', region = '', signedHeaders = '', signature = ''] =
    authorizationShape.exec(authorization) ?? []
  if (accessKeyId === undefined) return 'AuthorizationHeaderMalformed'
  if (accessKeyId !== keys.accessKeyId) return 'InvalidAccessKeyId'
  if (region !== keys.region) return 'AuthorizationHeaderMalformed'

  const amzDate = headerText(request.headers, 'x-amz-date')
  const sentAt = timeOf(amzDate)
  if (Number.isNaN(sentAt) || amzDate.slice(0, 8) !== day) return 'AccessDenied'
  if (Math.abs(now.getTime() - sentAt) > allowedSkewMs) return 'RequestTimeTooSkewed'

  const names = signedHeaders.split(';')
  const mustBeSigned = Object.keys(request.headers).filter(
    (name) => name === 'host' || name.startsWith('x-amz-'),
  )
  if (!mustBeSigned.every((name) => names.includes(name))) return 'AccessDenied'

  const canonicalRequest = [
    request.method,
    canonicalPath(request.rawPath),
    canonicalQuery(request.query),
    ...names.map((name) => `${name}:${headerText(request.headers, name)}`),
    '',
    signedHeaders,
    headerText(request.headers, 'x-amz-content-sha256'),
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', amzDate, scope, sha256(canonicalRequest)].join('\n')
  const signingKey = hmac(hmac(hmac(hmac(`AWS4${keys.secretAccessKey}`, day), region), 's3'), 'aws4_request')
  const expected = hmac(signingKey, toSign)
  return timingSafeEqual(expected, Buffer.from(signature, 'hex')) ? undefined : 'SignatureDoesNotMatch'
}
