import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { callbackify } from 'node:util'
import PostalMime from 'postal-mime'
import type { Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  /** As a mail reader sees it. */
  mail: Email
  raw: string
  envelope: { from: string; to: string[]; user: string | undefined }
}

export interface TestSmtpServer {
  /** With its login. */
  url: string
  port: number
  received: ReceivedMail[]
  /** How many connections were opened. */
  connections(): number
  /** Answers `RCPT TO` of this address with a reply such as 550 or 451, until it is set to undefined. */
  answerRecipient(address: string, code: number | undefined): void
  answerSender(code: number | undefined): void
  answerContent(code: number | undefined): void
  close(): Promise<void>
}

const user = 'portico'
const password = 'p@ss/word'

function reply(code: number): Error {
  const text = code >= 500 ? '5.1.1 mailbox unavailable' : '4.2.0 try again later'
  return Object.assign(new Error(text), { responseCode: code })
}

/** A real SMTP server on loopback: it wants a login, keeps what it accepts, and refuses what it is told to refuse. */
export async function startSmtpServer(): Promise<TestSmtpServer> {
  const received: ReceivedMail[] = []
  const recipients = new Map<string, number>()
  let senderCode: number | undefined
  let contentCode: number | undefined
  let connections = 0

  const server = new SMTPServer({
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onConnect(_session, done) {
      connections += 1
      done()
    },
    onAuth(auth, _session, done) {
      if (auth.username === user && auth.password === password) done(null, { user })
      else done(Object.assign(new Error('5.7.8 authentication failed'), { responseCode: 535 }))
    },
    onMailFrom(_address, _session, done) {
      done(senderCode === undefined ? null : reply(senderCode))
    },
    onRcptTo({ address }, _session, done) {
      const code = recipients.get(address)
      done(code === undefined ? null : reply(code))
    },
    onData(stream, session, done) {
      const take = async (): Promise<Error | null> => {
        const content = await buffer(stream)
        if (contentCode !== undefined) return reply(contentCode)
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          mail: await PostalMime.parse(content),
          raw: content.toString('utf8'),
          envelope: {
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            user: session.user,
          },
        })
        return null
      }
      callbackify(take)((broken: Error | null, refusal) => done(broken ?? refusal))
    },
  })
  // Clients that hang up in the middle are part of the tests.
  server.on('error', () => undefined)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo

  return {
    url: `smtp://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}?tls.rejectUnauthorized=false`,
    port,
    received,
    connections: () => connections,
    answerRecipient(address, code) {
      if (code === undefined) recipients.delete(address)
      else recipients.set(address, code)
    },
    answerSender(code) {
      senderCode = code
    },
    answerContent(code) {
      contentCode = code
    },
    close: () => new Promise<void>((closed) => server.close(closed)),
  }
}
