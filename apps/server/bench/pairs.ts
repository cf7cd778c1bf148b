import autocannon from 'autocannon'

export type Load = {
  url: string
  requests: autocannon.Request[] | (() => autocannon.Request)[]
  connections: number
}
export type Round = { perSecond: number; p50: number; p99: number; errors: number }

/** One stretch of load; the generator runs in a thread of its own. */
export async function run(load: Load, seconds: number): Promise<Round> {
  const result = await autocannon({
    url: load.url,
    connections: load.connections,
    duration: seconds,
    requests: load.requests as autocannon.Request[],
    workers: 1,
  })
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.non2xx + result.errors,
  }
}

/** Base and variant in turns, so that both meet the same machine; medians of the ratios count. */
export async function pairs(
  base: Load,
  variant: Load,
  options: { rounds: number; seconds: number },
): Promise<{ ratio: number; p99Ratio: number; base: Round; variant: Round; errors: number }> {
  await run(base, 1)
  await run(variant, 2)
  const bases: Round[] = []
  const variants: Round[] = []
  for (let round = 0; round < options.rounds; round++) {
    bases.push(await run(base, options.seconds))
    variants.push(await run(variant, options.seconds))
  }
  return {
    ratio: median(variants.map((round, at) => round.perSecond / (bases[at] as Round).perSecond)),
    p99Ratio: median(variants.map((round, at) => round.p99 / Math.max(1, (bases[at] as Round).p99))),
    base: middle(bases),
    variant: middle(variants),
    errors: variants.reduce((sum, round) => sum + round.errors, 0),
  }
}

export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number
const middle = (rounds: Round[]): Round =>
  rounds.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(rounds.length / 2)] as Round
