// Writes the SDK's types from the API document, which is made from the contract:
//   node scripts/generate-sdk.mjs           after a change of packages/contract
//   node scripts/generate-sdk.mjs --verify  only say whether they are up to date (exit code 1 when not)
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { continueUnderNode24, root } from './node-24.mjs'

continueUnderNode24(import.meta.url)
const { openApiDocument } = await import('../packages/contract/src/openapi.ts')

const file = join(root, 'packages', 'sdk', 'src', 'schema.gen.ts')
const document = openApiDocument({ serverUrl: 'http://localhost:3000', version: '0.1.0' })
// The client sends these by itself, so a caller need not name them.
const OWN_HEADERS = ['Portico-Organization', 'Portico-Client', 'Idempotency-Key']
for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
  for (const parameter of operation.parameters ?? []) {
    if (parameter.in === 'header' && OWN_HEADERS.includes(parameter.name)) parameter.required = false
  }
}
const text = `// Made by scripts/generate-sdk.mjs from the contract; not edited by hand.\n${astToString(await openapiTypescript(document, { defaultNonNullable: false }))}`

if (process.argv.includes('--verify')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error(
      'packages/sdk/src/schema.gen.ts is not up to date with packages/contract: run "npm run sdk".',
    )
    process.exitCode = 1
  }
} else writeFileSync(file, text)
