import { parseArgs } from 'node:util'
import { books } from './goals/books.ts'
import { creating, issuing } from './goals/commands.ts'
import { jobs } from './goals/jobs.ts'
import { live } from './goals/live.ts'
import { papers } from './goals/paper.ts'
import { processes } from './goals/process.ts'
import { lists, opening, security } from './goals/reads.ts'
import { dashboards, scaling } from './goals/scale.ts'
import { Report } from './report.ts'
import { openStage, type Stage } from './stage.ts'

/**
 * `npm run bench`: the goals of speed as ratios to bare limits that are measured in the same run, on the same data, in turns.
 * `-- --only G1,G5` measures some of them, `-- --invoices 1000000 --rounds 7 --seconds 3` is the whole measure.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    invoices: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '3' },
  },
})

const goals: [name: string, measure: (stage: Stage, report: Report) => Promise<void>][] = [
  ['G1', lists],
  ['G2', security],
  ['G3', opening],
  ['G4', creating],
  ['G5', issuing],
  ['G6', scaling],
  ['G7', dashboards],
  ['G8', papers],
  ['G9', jobs],
  ['G10', live],
  ['G11', books],
  ['G12', processes],
]
const wanted = values.only?.toUpperCase().split(',')
const chosen = goals.filter(([name]) => !wanted || wanted.includes(name))
const unknown = wanted?.filter((name) => !goals.some(([known]) => known === name)) ?? []
if (unknown.length > 0) throw new Error(`There is no goal ${unknown.join(', ')}`)

const report = new Report()
const stage = await openStage(
  { invoices: Number(values.invoices), rounds: Number(values.rounds), seconds: Number(values.seconds) },
  { organizations: 100 },
)
let failures = 0
for (const [name, measure] of chosen) {
  try {
    await measure(stage, report)
  } catch (error) {
    // What one goal ran into takes nothing from the others.
    failures++
    console.error(`${name} could not be measured:`, error)
  }
}
report.print()
await stage.close()
process.exit(failures === 0 ? 0 : 1)
