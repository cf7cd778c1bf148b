import type { Change } from '@portico/contract/live.ts'
import { describe, expect, test } from 'vitest'
import { showsChange } from './changed-queries.ts'
import { EventReader } from './event-stream.ts'
import { pauseBefore } from './pauses.ts'
import { SeenVersions } from './seen-versions.ts'

const change = (kind: Change['kind'], id: string, version = id): Change => ({ kind, id, version })

describe('the text of a stream', () => {
  test('becomes events however it is cut [NTF-06]', () => {
    const text = 'retry: 1000\nevent: ready\ndata: {"since":"x"}\n\n:\n\nid: y\nevent: changes\ndata: [1]\n\n'
    for (let at = 0; at < text.length; at++) {
      const reader = new EventReader()
      const events = [...reader.take(text.slice(0, at)), ...reader.take(text.slice(at))]
      expect(events).toEqual([
        { event: 'ready', id: null, data: { since: 'x' } },
        { event: 'changes', id: 'y', data: [1] },
      ])
    }
  })
})

describe('the pause before the next try', () => {
  test('doubles from a second to thirty, a random half of it [NTF-08]', () => {
    const longest = [1, 2, 3, 4, 5, 6, 7].map((failures) => pauseBefore(failures, () => 1))
    expect(longest).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
    expect(pauseBefore(3, () => 0)).toBe(2000)
  })
})

describe('a change told twice', () => {
  test('is news once [NTF-06]', () => {
    const seen = new SeenVersions()
    const first = change('invoice', 'inv_1', 'a')
    expect(seen.fresh([first])).toEqual([first])
    expect(seen.fresh([first, change('invoice', 'inv_1', 'b')])).toHaveLength(1)
  })

  test('is forgotten after thousands of others [NTF-06]', () => {
    const seen = new SeenVersions()
    const first = change('invoice', 'inv_1', 'first')
    seen.fresh([first])
    seen.fresh(Array.from({ length: 2_500 }, (_, number) => change('invoice', 'inv_1', String(number))))
    expect(seen.fresh([first])).toEqual([first])
  })
})

describe('what is read again', () => {
  test('is what may show the change, and of single records the one that changed [NTF-06]', () => {
    const changes = [change('invoice', 'inv_1')]
    expect(showsChange(['invoices', 'list', {}], changes)).toBe(true)
    expect(showsChange(['invoices', 'one', 'inv_1', 'history'], changes)).toBe(true)
    expect(showsChange(['invoices', 'one', 'inv_2'], changes)).toBe(false)
    expect(showsChange(['clients', 'one', 'cli_1'], changes)).toBe(true)
    expect(showsChange(['price-items', 'list'], changes)).toBe(false)
  })
})
