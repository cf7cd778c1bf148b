import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { fromPublicId, id, toPublicId } from './ids.ts'

describe('public ids', () => {
  // The example of the TypeID specification: https://github.com/jetify-com/typeid/tree/main/spec
  test('follow the TypeID format', () => {
    expect(toPublicId('user', '01890a5d-ac96-774b-bcce-b302099a8057').slice(4)).toBe(
      '01h455vb4pex5vsknk084sn02q',
    )
    expect(toPublicId('user', '00000000-0000-0000-0000-000000000000').slice(4)).toBe(
      '00000000000000000000000000',
    )
    expect(toPublicId('user', 'ffffffff-ffff-ffff-ffff-ffffffffffff').slice(4)).toBe(
      '7zzzzzzzzzzzzzzzzzzzzzzzzz',
    )
  })

  test('lead back to the same uuid, and nowhere from what is none of their kind [CLI-57]', () => {
    for (let at = 0; at < 500; at++) {
      const uuid = randomUUID()
      expect(fromPublicId('invoice', toPublicId('invoice', uuid))).toBe(uuid)
    }
    const invoice = toPublicId('invoice', randomUUID())
    for (const wrong of [
      invoice.replace('inv_', 'cli_'),
      invoice.slice(0, -1),
      `${invoice}0`,
      invoice.toUpperCase(),
      'inv_8zzzzzzzzzzzzzzzzzzzzzzzzz',
      'inv_0000000000000000000000000u',
      '',
    ]) {
      expect(fromPublicId('invoice', wrong), wrong).toBeNull()
    }
    expect(id('client').safeParse(invoice).error?.issues[0]).toMatchObject({
      code: 'custom',
      params: { code: 'unknown_id' },
    })
  })
})
