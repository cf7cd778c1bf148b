import { spawn } from 'node:child_process'
import { createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../running-portico.ts'

/** A Redis on loopback for tests: ours, which speaks the protocol (RESP2) and the commands that Portico uses, or the real one. */
export interface RespServer {
  url: string
  /** Every command that came, in capitals, such as INCR. */
  commands: string[]
  /** Ends all connections and takes no more until `resume()`: a store that is away. */
  interrupt(): Promise<void>
  resume(): Promise<void>
  close(): Promise<void>
}

type Entry = { value: string; expiresAt: number }

export async function startRespServer(): Promise<RespServer> {
  const entries = new Map<string, Entry>()
  const channels = new Map<string, Set<Socket>>()
  const sockets = new Set<Socket>()
  const commands: string[] = []
  const port = await freePort()

  const read = (key: string): string | null => {
    const entry = entries.get(key)
    return entry && entry.expiresAt > Date.now() ? entry.value : null
  }
  const add = (key: string, by: number): string => {
    const value = String(Number(read(key) ?? 0) + by)
    const expiresAt = read(key) === null ? Infinity : (entries.get(key) as Entry).expiresAt
    entries.set(key, { value, expiresAt })
    return integer(Number(value))
  }
  const answer = (socket: Socket, [name = '', ...given]: string[]): string => {
    const [key = '', value = ''] = given
    commands.push(name.toUpperCase())
    switch (name.toUpperCase()) {
      case 'PING':
        return '+PONG\r\n'
      case 'INFO':
        return bulk('redis_version:7.0.0\r\nloading:0\r\n')
      case 'GET':
        return bulk(read(key))
      case 'SET':
        entries.set(key, { value, expiresAt: Infinity })
        return ok
      case 'INCR':
        return add(key, 1)
      case 'DECR':
        return add(key, -1)
      case 'PEXPIRE': {
        const entry = entries.get(key)
        if (entry) entry.expiresAt = Date.now() + Number(value)
        return integer(entry ? 1 : 0)
      }
      case 'SUBSCRIBE':
        return given
          .map((channel, at) => {
            channels.set(channel, (channels.get(channel) ?? new Set()).add(socket))
            return `*3\r\n${bulk('subscribe')}${bulk(channel)}${integer(at + 1)}`
          })
          .join('')
      case 'UNSUBSCRIBE':
        return given
          .map((channel) => {
            channels.get(channel)?.delete(socket)
            return `*3\r\n${bulk('unsubscribe')}${bulk(channel)}${integer(0)}`
          })
          .join('')
      case 'PUBLISH': {
        const hearers = channels.get(key) ?? new Set<Socket>()
        for (const hearer of hearers) hearer.write(`*3\r\n${bulk('message')}${bulk(key)}${bulk(value)}`)
        return integer(hearers.size)
      }
      case 'SELECT':
      case 'CLIENT':
      case 'QUIT':
        return ok
      default:
        return `-ERR unknown command '${name}'\r\n`
    }
  }

  const server = createServer((socket) => {
    socket.setNoDelay(true)
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => {
      sockets.delete(socket)
      for (const hearers of channels.values()) hearers.delete(socket)
    })
    let rest = Buffer.alloc(0)
    socket.on('data', (chunk) => {
      rest = Buffer.concat([rest, chunk])
      for (let command = takeCommand(rest); command; command = takeCommand(rest)) {
        rest = rest.subarray(command.length)
        socket.write(answer(socket, command.parts))
      }
    })
  })
  const listen = (): Promise<void> => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  const end = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  await listen()
  return { url: `redis://127.0.0.1:${port}`, commands, interrupt: end, resume: listen, close: end }
}

/** The real program, where it is on PATH (`redis-server` or `valkey-server`); null elsewhere. */
export async function startRealRedis(): Promise<{ url: string; close(): Promise<void> } | null> {
  for (const program of ['valkey-server', 'redis-server']) {
    const port = await freePort()
    const child = spawn(
      program,
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
      { stdio: 'ignore' },
    )
    const isThere = await new Promise<boolean>((resolve) => {
      child.once('error', () => resolve(false))
      child.once('spawn', () => resolve(true))
    })
    if (!isThere) continue
    await pause(50)
    return {
      url: `redis://127.0.0.1:${port}`,
      close: async () => {
        const ended = new Promise((resolve) => child.once('exit', resolve))
        child.kill()
        await ended
      },
    }
  }
  return null
}

const ok = '+OK\r\n'
const integer = (value: number): string => `:${value}\r\n`
const bulk = (value: string | null): string =>
  value === null ? '$-1\r\n' : `$${Buffer.byteLength(value)}\r\n${value}\r\n`

/** The first whole command of what has arrived: an array of bulk strings; null while some of it is still on its way. */
function takeCommand(from: Buffer): { parts: string[]; length: number } | null {
  let at = 0
  const line = (): string | null => {
    const end = from.indexOf('\r\n', at)
    if (end === -1) return null
    const text = from.toString('latin1', at, end)
    at = end + 2
    return text
  }
  const count = line()
  if (count === null) return null
  const parts: string[] = []
  for (let part = 0; part < Number(count.slice(1)); part++) {
    const size = line()
    if (size === null) return null
    const length = Number(size.slice(1))
    if (from.length < at + length + 2) return null
    parts.push(from.toString('utf8', at, at + length))
    at += length + 2
  }
  return { parts, length: at }
}
