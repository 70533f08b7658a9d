import {type Span, wrapped} from '../layout.ts'
import type {Style} from '../style.ts'

/** A line of a tree, with what hangs below it. */
export interface Branch {
  words: readonly Span[]
  children?: readonly Branch[]
}

/** The lines of `branches`, joined by strokes; what does not fit on one goes on below. */
export function treeLines(branches: readonly Branch[], style: Style, lead = ''): string[] {
  const {paint, columns, split} = style
  return branches.flatMap(({words, children = []}, index) => {
    const isLast = index === branches.length - 1
    const below = lead + (isLast ? '   ' : '│  ')
    const under = children.length > 0 ? '│  ' : '   '
    const [first = '', ...more] = wrapped(words, columns - below.length - under.length, split)
    return [
      `${paint.dim(lead + (isLast ? '└─ ' : '├─ '))}${first}`,
      ...more.map(line => `${paint.dim(below + under)}${line}`),
      ...treeLines(children, style, below),
    ]
  })
}
