import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The version of this program, as package.json at the root says it. */
export const porticoVersion: string = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../../package.json'), 'utf8')) as {
    version: string
  }
).version
