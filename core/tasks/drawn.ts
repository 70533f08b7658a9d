import type {Mention, MentionReader} from './mentions.ts'

/** `on` comes before `who`, as a drawing shows; offsets into its text. */
export interface Drawn {
  who: readonly Mention[]
  on: readonly Mention[]
}

/** From a name to what comes after it, which may have a title of its own: `T006 ──► Polish (T028`. */
const arrow = /^[^;,→]{0,100}?(?:→|⟶|➔|➜|⇒|[-=─━]{1,20}[>▶►→]|[─━]*┬[─━]+)(?:\s*[\p{L}\p{N} -]{1,24}[([])?[\s([{*_`]*$/u
const backArrow = /^[^;,←]{0,100}?(?:←|⟵|<[-=─━]{1,20})[\s([{*_`]*$/
const gloss = /\([^()]*\)/g
/** Ends where a branch of a tree holds what follows. */
const branch = /[├└╰┣┗](?:[─━-]|[>▶►→]|\s){0,8}(?:\[[ xX]\]\s*)?[*_`[]*$/
/** Nothing but strokes that point down. */
const downwards = /^(?=.*[↓▼⬇])[\s│|┃↓▼⬇]+$/
/** So far to the left of a branch what it belongs to may begin. */
const indentation = 4

/** More text between two names is no arrow, and a longer line no part of a drawing. */
const longest = 200
/** A branch with the box behind it is shorter. */
const longestBranch = 40

interface Stem {
  mention: Mention
  /** The line it stands on. */
  line: number
}

/** What began last at `column` or a little to the left of it. */
function stemAt(stems: ReadonlyMap<number, Stem>, column: number): Stem | undefined {
  let last: Stem | undefined
  for (let at = column; at >= column - indentation; at--) {
    const stem = stems.get(at)
    if (stem && stem.line > (last?.line ?? -1)) last = stem
  }
  return last
}

function movedTo(offset: number, list: readonly Mention[]): Mention[] {
  const moved = <T extends {start: number; end: number}>(range: T): T => ({
    ...range,
    start: range.start + offset,
    end: range.end + offset,
  })
  return list.map(mention => ({...moved(mention), first: moved(mention.first), last: moved(mention.last)}))
}

/** `T001 → T002, T003` and `T003 ← T002` of one line. */
function drawnOnLine(line: string, offset: number, lists: readonly Mention[][]): Drawn[] {
  return lists.slice(1).flatMap((list, index) => {
    const before = lists[index] ?? []
    const between = line
      .slice((before.at(-1)?.end ?? 0) - offset, (list[0]?.start ?? 0) - offset)
      .slice(0, longest)
      .replace(gloss, '')
    if (arrow.test(between)) return [{who: list, on: before}]
    return backArrow.test(between) ? [{who: before, on: list}] : []
  })
}

/** The column of the branch right before `column`; -1 where there is none. */
function branchBefore(line: string, column: number): number {
  const from = Math.max(0, column - longestBranch)
  const found = branch.exec(line.slice(from, column))
  return found ? from + found.index : -1
}

function branchesOn(
  line: string,
  offset: number,
  lists: readonly Mention[][],
  stems: ReadonlyMap<number, Stem>,
): Drawn[] {
  return lists.flatMap(([first]) => {
    if (!first) return []
    const column = branchBefore(line, first.start - offset)
    const stem = column < 0 ? undefined : stemAt(stems, column)
    return stem ? [{who: [first], on: [stem.mention]}] : []
  })
}

/** The columns under which branches may grow: those of names, and of strokes that lead down from them. */
function* stemsOn(line: string, offset: number, lists: readonly Mention[][]): Generator<[number, Mention]> {
  for (const [first] of lists) if (first) yield [first.start - offset, first]
  const mentions = lists.flat()
  let next = 0
  for (const {index} of line.matchAll(/┬/g)) {
    while (next < mentions.length && (mentions[next] as Mention).end - offset <= index) next++
    const mention = mentions[next - 1]
    if (mention) yield [index, mention]
  }
}

/**
 * What a drawing, or a line of text, shows of the order of the work: arrows on one line and from line to line, and trees
 * whose branches wait for what they grow from. `read` finds the names in a line.
 */
export function drawnIn(text: string, read: MentionReader): Drawn[] {
  const drawn: Drawn[] = []
  const stems = new Map<number, Stem>()
  let above: readonly Mention[] = []
  let pointsDown = false
  let offset = 0
  for (const [index, line] of text.split('\n').entries()) {
    const lists = read(line).map(list => movedTo(offset, list))
    for (const found of drawnOnLine(line, offset, lists)) drawn.push(found)
    for (const found of branchesOn(line, offset, lists, stems)) drawn.push(found)
    for (const [column, mention] of stemsOn(line, offset, lists)) stems.set(column, {mention, line: index})
    const mentions = lists.flat()
    if (mentions.length > 0) {
      if (pointsDown && (above.length === 1 || mentions.length === 1)) drawn.push({who: mentions, on: above})
      above = mentions
      pointsDown = false
    } else if (line.length < longest && downwards.test(line)) pointsDown = above.length > 0
    offset += line.length + 1
  }
  return drawn
}
