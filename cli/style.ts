import picocolors from 'picocolors'
import type {Splitter} from './reporters/cells.ts'
import {splitterFor} from './reporters/cells.ts'
import {wantsColor} from './terminal.ts'
import type {World} from './world.ts'

/** How text is laid out for people. */
export interface Style {
  paint: ReturnType<typeof picocolors.createColors>
  /** Columns that running text may take. */
  columns: number
  split: Splitter
}

const defaultColumns = 80
/** Longer lines than this are hard to read, however wide the terminal is. */
const mostColumns = 100

/** The style for `texts` on the output of `world`; `color` is what the user asked for. */
export async function styleFor(world: World, color: boolean | undefined, texts: Iterable<string>): Promise<Style> {
  const {isTTY, columns = defaultColumns} = world.stdout
  return {
    paint: picocolors.createColors(wantsColor(color, world)),
    columns: isTTY ? Math.max(40, Math.min(columns, mostColumns)) : defaultColumns,
    split: await splitterFor(texts),
  }
}
