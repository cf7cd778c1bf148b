import { afterAll, expect, test } from 'vitest'
import { startRespServer } from '../../../test/loopback/resp-server.ts'
import { readConfig } from '../../platform/config.ts'
import { checkSettings } from './settings-checks.ts'

const redis = await startRespServer()
afterAll(() => redis.close())

const said = async (environment: Record<string, string>) =>
  (await checkSettings(readConfig(environment))).map(({ title, state }) => `${title}: ${state}`)
const several = { DATABASE_URL: 'postgres://db.example/portico', PORTICO_URL: 'https://portal.example' }

test('doctor says what several processes lack to be one installation [OPS-08] [OPS-10]', async () => {
  expect(await said({})).not.toContain('Secret: warning')
  expect(await said(several)).toEqual(expect.arrayContaining(['Secret: warning', 'Files: warning']))
  const whole = { ...several, PORTICO_SECRET: 'x'.repeat(32), S3_BUCKET: 'files', REDIS_URL: redis.url }
  expect(await said(whole)).toEqual(expect.arrayContaining(['Secret: good', 'Files: good', 'Redis: good']))
  await redis.interrupt()
  expect(await said(whole)).toContain('Redis: warning')
  await redis.resume()
})
