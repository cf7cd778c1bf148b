// Runs a TypeScript program of this repository under the Node 24 that comes with it: node scripts/run-24.mjs <file> [arguments]
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { continueUnderNode24 } from './node-24.mjs'

continueUnderNode24(import.meta.url)
const [file, ...rest] = process.argv.slice(2)
process.argv = [process.argv[0], resolve(file), ...rest]
await import(pathToFileURL(resolve(file)))
