import type {Range} from '../finding.ts'
import type {Phase, Plan} from '../plan.ts'
import type {Title} from '../preset.ts'
import {proseIn} from '../prose.ts'
import {idsBetween} from '../tasks/ids.ts'
import type {Mention} from '../tasks/mentions.ts'
import {namesIn} from '../tasks/numbered-names.ts'
import {ownerFinder} from '../tasks/owner.ts'
import {type NumberedPhase, numberedPhasesOf} from '../tasks/work.ts'

const atOnce = '(?:in )?parallel|concurrently|simultaneously|side by side|at the same time|independent(?:ly)?'
/** Behind the names of phases: ` can be built in parallel`. A "not" among the words is none of these. */
const saidBehind = new RegExp(
  String.raw`^[\s*_\x60)]*(?:(?:can|could|may|might|should|will|are|is|be|both|all|also|then|each|run|runs|go|proceed|start|begin|happen|done|executed|developed|implemented|built|started)\s+)*(?:${atOnce})\b`,
  'i',
)
/** Before the names of phases: `runs in parallel with `. */
const saidBefore =
  /\b(?:parallel|concurrently|simultaneously|side by side|at the same time|alongside)\s+(?:with|to|as)\s+[*_`(]*$/i
const companions = /^\s+(?:with|to|of|as)\s+[*_`(]*$/i
const denial = /\b(?:not|cannot|never|can't|mustn't|shouldn't)\b/i
/** So far one looks for the words that belong to names. */
const reach = 120
/** More phases than these are named at once by a slip. */
const mostNamed = 100

/** By phase, those that the plan says are worked on at the same time as it: `Phases 2 and 3 can run in parallel`. */
export function togetherIn(plan: Plan): ReadonlyMap<Phase, ReadonlySet<Phase>> {
  const together = new Map<Phase, Set<Phase>>()
  for (const phases of groupsOf(plan)) {
    for (const phase of phases) {
      const others = together.get(phase) ?? new Set()
      together.set(phase, others)
      for (const other of phases) if (other !== phase) others.add(other)
    }
  }
  return together
}

function* groupsOf(plan: Plan): Generator<readonly Phase[]> {
  const form = plan.phases[0]?.form
  if (form === undefined || plan.phases.length < 2) return
  const works = numberedPhasesOf(plan)
  const phasesIn = phaseFinder(works)
  const ownerOf = ownerFinder(works)
  const read = namesIn([form])
  for (const block of plan.document.blocks) {
    const owner = ownerOf(block)?.phase ?? null
    for (const {start, end} of proseIn(block)) {
      for (const {mentions, isWithOwner} of groupsIn(withWords(plan.text.slice(start, end), form), read)) {
        if (!isWithOwner) yield phasesIn(mentions)
        else if (owner) yield [owner, ...phasesIn(mentions)]
      }
    }
  }
}

function phaseFinder(works: readonly NumberedPhase[]): (mentions: readonly Mention[]) => Phase[] {
  const byKey = new Map<string, Phase>()
  for (const {phase, ids} of works) for (const {key} of ids) if (!byKey.has(key)) byKey.set(key, phase)
  return mentions =>
    mentions
      .flatMap(({first, last}) => idsBetween(first.id, last.id).flatMap(({key}) => byKey.get(key) ?? []))
      .slice(0, mostNamed)
}

/** `Phase 2 and Phase 3` for `Phase 2 and 3`, as a number before a word counts for a name only so. */
function withWords(text: string, form: Title): string {
  return text.replace(/(\d[a-z]?)(\s*(?:,\s*and\b|,|&|\band\b)\s*)(?=\d)/gi, `$1$2${form.replace('{n}', '')}`)
}

/** Names of what goes on at the same time, `isWithOwner` where the words are those of one of them. */
interface Group {
  mentions: Mention[]
  isWithOwner: boolean
}

function* groupsIn(text: string, read: (text: string) => Mention[][]): Generator<Group> {
  const lists = read(text)
  for (const [index, list] of lists.entries()) {
    const {start, end} = spanOf(list)
    const next = lists[index + 1]
    const behind = saidBehind.exec(text.slice(end, end + reach))
    if (behind) {
      const isWithNext = next && companions.test(text.slice(end + behind[0].length, spanOf(next).start))
      const mentions = isWithNext ? [...list, ...next] : list
      yield {mentions, isWithOwner: false}
      continue
    }
    const previous = lists[index - 1] ?? []
    const before = text.slice(Math.max(spanOf(previous).end, start - reach), start)
    if (!saidBefore.test(before) || denial.test(before)) continue
    // The sentence has a subject where names stand in it before, else it is about the phase around it.
    const isWithOwner = previous.length === 0 || /[.;!?\n]/.test(before)
    yield {mentions: isWithOwner ? list : [...previous, ...list], isWithOwner}
  }
}

function spanOf(list: readonly Mention[]): Range {
  return {start: list[0]?.start ?? 0, end: list.at(-1)?.end ?? 0}
}
