import { describe, expect, test } from 'vitest'
import { Turns, TurnTimeout } from './turns.ts'

const turns = (limits: { all: number; each: number; patienceMs?: number }): Turns =>
  new Turns({ patienceMs: 60_000, ...limits })
/** Takes a turn and notes when it comes. */
const queue = (of: Turns, owner: string | null, name: string, came: string[]): Promise<void> =>
  Promise.resolve(of.take(owner)).then(() => void came.push(name))
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('turns at the connections [OPS-28]', () => {
  test('one organization holds so many at most; the others find the rest free', async () => {
    const three = turns({ all: 4, each: 2 })
    expect(three.take('busy')).toBeNull()
    expect(three.take('busy')).toBeNull()
    const came: string[] = []
    const third = queue(three, 'busy', 'third', came)
    expect(three.take('quiet')).toBeNull()
    expect(three.take(null)).toBeNull()
    await settled()
    expect(came).toEqual([])
    expect(three.waiting).toBe(1)
    // Another's turn that ends is no turn of theirs.
    three.giveBack('quiet')
    await settled()
    expect(came).toEqual([])
    three.giveBack('busy')
    await third
    expect(came).toEqual(['third'])
    expect(three.waiting).toBe(0)
  })

  test('organizations that wait are served in turns, each its oldest first', async () => {
    const one = turns({ all: 1, each: 1 })
    expect(one.take('first')).toBeNull()
    const came: string[] = []
    const all = [
      queue(one, 'busy', 'busy 1', came),
      queue(one, 'busy', 'busy 2', came),
      queue(one, 'busy', 'busy 3', came),
      queue(one, 'quiet', 'quiet 1', came),
      queue(one, null, 'nobody 1', came),
    ]
    for (const owner of ['first', 'busy', 'quiet', null, 'busy', 'busy']) {
      one.giveBack(owner)
      await settled()
    }
    await Promise.all(all)
    expect(came).toEqual(['busy 1', 'quiet 1', 'nobody 1', 'busy 2', 'busy 3'])
    expect(one.take('anybody')).toBeNull()
  })

  test('who waits too long is told, and holds up nobody', async () => {
    const one = turns({ all: 1, each: 1, patienceMs: 1 })
    expect(one.take('first')).toBeNull()
    await expect(one.take('late')).rejects.toThrow(TurnTimeout)
    expect(one.waiting).toBe(0)
    one.giveBack('first')
    expect(one.take('next')).toBeNull()
  })
})
