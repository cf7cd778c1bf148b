import { createToken, getMe, signOut } from '@portico/contract'
import { afterAll, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { createUser } from './index.ts'

const app = await testApp()
afterAll(() => app.close())
const email = 'program@example.com'
const password = 'quiet-harbour-lantern-41'

test('a program gets a bearer token that ends when it signs out [API-19]', async () => {
  await createUser(app.parts, { name: 'Program', email, password })
  const { status, body } = await app.call(createToken, {}, { body: { email, password } })
  expect(status).toBe(201)
  expect((await app.call(getMe, { token: body.token })).body.email).toBe(email)
  await app.call(signOut, { token: body.token })
  expect((await app.call(getMe, { token: body.token })).status).toBe(401)
})

test('a wrong password gives no token', async () => {
  expect((await app.call(createToken, {}, { body: { email, password: 'not this one' } })).body).toMatchObject(
    { code: 'wrong_credentials' },
  )
})
