// A process for crash tests: starts the embedded PostgreSQL of a folder and commits one row after the other, printing
// each number only after its commit was confirmed. It never ends by itself.
import pg from 'pg'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'

const dataFolder = process.argv[2]
if (!dataFolder) throw new Error('usage: write-until-killed.ts <data folder>')

const postgres = await startEmbedded({ dataFolder, log: () => undefined })
const client = new pg.Client({ connectionString: postgres.adminUrl })
await client.connect()
await client.query('create table if not exists acknowledged (number bigint primary key)')
const { rows } = await client.query<{ last: string }>(
  'select coalesce(max(number), 0) as last from acknowledged',
)
for (let number = Number(rows[0]?.last) + 1; ; number++) {
  await client.query('insert into acknowledged values ($1)', [number])
  process.stdout.write(`${number}\n`)
}
