import type { PaperBasics } from '../document.ts'
import { figuresOf } from '../figures.ts'
import type { Figures } from '../figures.ts'
import { gridOf } from '../sheet.ts'
import type { Block, Grid } from '../sheet.ts'
import { textsFor } from '../texts/texts.ts'
import type { PaperTexts } from '../texts/en.ts'

/** What every part needs to know about the paper it stands on. */
export type PaperContext = {
  grid: Grid
  texts: PaperTexts
  figures: Figures
  document: PaperBasics
}

export function contextOf(document: PaperBasics): PaperContext {
  return {
    grid: gridOf(document.paper),
    texts: textsFor(document.locale),
    figures: figuresOf(document),
    document,
  }
}

/** Blocks at the same height, as tall as the tallest. */
export function beside(...blocks: Block[]): Block {
  return {
    height: Math.max(...blocks.map((block) => block.height)),
    draw: (sheet, top) => {
      for (const block of blocks) block.draw(sheet, top)
    },
  }
}

/** Blocks one under the other that stay together. */
export function stacked(...blocks: Block[]): Block {
  return {
    height: blocks.reduce((sum, block) => sum + block.height, 0),
    draw: (sheet, top) => {
      let at = top
      for (const block of blocks) {
        block.draw(sheet, at)
        at += block.height
      }
    },
  }
}

export function gap(height: number): Block {
  return { height, draw: () => {} }
}
