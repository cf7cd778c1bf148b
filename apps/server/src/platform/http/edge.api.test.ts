import { listTaxRates, createInvoice, getMe, lookUpExchangeRate } from '@portico/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { statement } from '../database/index.ts'

const listRows = statement<{ name: string }>('select name from tax_rates where organization_id = $1')

const app = await testApp({
  using: [
    {
      name: 'trial',
      register(edge) {
        edge.handle(listTaxRates, async (call) => {
          const { principal, rows } = await call.read(listRows(call.organizationId))
          expect(principal.kind).toBe('member')
          expect(rows).toHaveLength(1)
          return { data: [] }
        })
        edge.handle(createInvoice, async (call) =>
          call.command(async (tx) => {
            const rows = await tx.all(
              statement<{ n: number }>(
                'select count(*) as n from idempotency_keys where organization_id = $1',
              )(tx.organizationId),
            )
            expect(rows[0]?.n).toBe(1)
            throw new Error('not reached in this trial')
          }),
        )
      },
    },
  ],
})
afterAll(() => app.close())

describe('the edge', () => {
  test('answers an unknown operation with a problem document [API-23]', async () => {
    const answer = await app.call(getMe, {})
    expect(answer.status).toBe(404)
    expect(answer.body).toMatchObject({
      code: 'operation_not_found',
      type: '/problems/operation-not-found',
      request_id: expect.stringMatching(/^req_/),
    })
  })

  test('reads principal and data in one round trip, for a member only [SEC-04] [RBAC-13]', async () => {
    const organization = await app.fixtures.organization()
    expect((await app.call(listTaxRates, organization.owner)).status).toBe(200)
    expect((await app.call(listTaxRates, { organizationId: organization.publicId })).body).toMatchObject({
      code: 'not_signed_in',
    })
    const stranger = await app.fixtures.organization()
    expect(
      (await app.call(listTaxRates, { ...stranger.owner, organizationId: organization.publicId })).status,
    ).toBe(404)
    const support = await app.fixtures.member(organization, { role: 'support' })
    expect((await app.call(listTaxRates, support)).body).toMatchObject({ code: 'permission_denied' })
    expect(
      (await app.call(listTaxRates, organization.owner, { query: { x: '1' } as never })).body,
    ).toMatchObject({ code: 'unknown_parameter' })
    expect(
      (await app.call(lookUpExchangeRate, organization.owner, { params: { currency: 'EUR' } })).status,
    ).toBe(404)
  })

  test('needs an idempotency key where money is created [API-18]', async () => {
    const { owner } = await app.fixtures.organization()
    const bare = await app.edge.server.inject({
      method: 'POST',
      url: '/v1/invoices',
      headers: { authorization: `Bearer ${owner.token}`, 'portico-organization': owner.organizationId },
      payload: {},
    })
    expect(bare.json()).toMatchObject({ code: 'idempotency_key_required', status: 400 })
    const invalid = await app.call(createInvoice, owner, { body: {} as never })
    expect(invalid.body).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/client_id', code: 'required' }],
    })
  })
})
