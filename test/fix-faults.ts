import {fixRounds} from '../core/fixes.ts'
import {type Edit, type Finding, fixUntilStable, lint} from '../index.ts'

/** What is wrong with fixing `text`; nothing where all that is promised of fixes holds. */
export function* fixFaults(text: string, preset: string): Generator<string> {
  const find = (current: string) => lint(current, {preset}).findings
  let before = text
  let fixed = 0
  for (const round of fixRounds(text, find)) {
    const offered = new Set(find(before).flatMap(({fix}) => fix?.map(written) ?? []))
    const unasked = round.edits.find(edit => !offered.has(written(edit)))
    if (unasked) yield `an edit that no finding asks for: ${written(unasked)}`
    if (spliced(before, round.edits) !== round.text) yield 'something is changed outside of the edits'
    before = round.text
    fixed += round.fixed
  }
  const once = fixUntilStable(text, find)
  if (once.text !== before || once.fixed !== fixed) yield 'the rounds of fixing come to something else than the whole'
  const [left] = find(once.text).filter(isFixable)
  if (left) yield `something safe is left after fixing: ${left.rule} at ${left.start}-${left.end}`
  const twice = fixUntilStable(once.text, find)
  if (twice.fixed > 0 || twice.text !== once.text) yield 'a second run fixes more'
}

function isFixable({fix}: Finding): boolean {
  return fix !== undefined
}

function written({start, end, text}: Edit): string {
  return JSON.stringify([start, end, text])
}

/** `text` with the edits made from the last to the first, each by itself. */
function spliced(text: string, edits: readonly Edit[]): string {
  const backwards = [...edits].sort((a, b) => a.start - b.start || a.end - b.end).reverse()
  return backwards.reduce((rest, edit) => rest.slice(0, edit.start) + edit.text + rest.slice(edit.end), text)
}
