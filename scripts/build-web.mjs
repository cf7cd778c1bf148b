// Builds the web app when it is missing or older than its sources: node scripts/build-web.mjs [--force]
import { continueUnderNode24 } from './node-24.mjs'

continueUnderNode24(import.meta.url)
const { ensureWebBuild } = await import('../apps/server/src/cli/web-build.ts')
const began = Date.now()
try {
  const didBuild = await ensureWebBuild({ force: process.argv.includes('--force'), tell: console.log })
  console.log(
    didBuild ? `Built in ${((Date.now() - began) / 1000).toFixed(1)} s` : 'The web app is up to date',
  )
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
