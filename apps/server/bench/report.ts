/** One line of the table: a goal of PERFORMANCE.md, what bounds it in this very run, and what Portico does. */
export type Line = {
  goal: string
  what: string
  wanted: string
  bare: string
  figure: string
  ratio: string
  met: 'yes' | 'no'
}

/** Collects the lines, and says each as soon as it is known. */
export class Report {
  readonly lines: Line[] = []

  note(
    goal: string,
    what: string,
    wanted: string,
    measured: { bare: string; figure: string; ratio: number; isMet: boolean },
  ): void {
    const { bare, figure, ratio, isMet } = measured
    this.lines.push({ goal, what, wanted, bare, figure, ratio: ratio.toFixed(2), met: isMet ? 'yes' : 'no' })
    console.log(`${goal}  ${what}: ${ratio.toFixed(2)} (wanted ${wanted})${isMet ? '' : '  MISSED'}`)
  }

  print(): void {
    console.table(this.lines)
    const met = this.lines.filter((line) => line.met === 'yes').length
    console.log(`${met} of ${this.lines.length} figures meet their goal`)
  }
}

export const perSecond = (value: number): string => `${value.toFixed(0)}/s`
export const inMs = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`
