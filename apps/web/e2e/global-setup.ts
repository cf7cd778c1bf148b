import { ensureWebBuild } from '../../server/src/cli/web-build.ts'
import { findBrowser } from './browser.ts'

/** The journeys run in the web app as it is shipped, and in a browser that is unpacked before the first clock ticks. */
export default async function setUpJourneys(): Promise<void> {
  await ensureWebBuild({ tell: console.log })
  findBrowser()
}
