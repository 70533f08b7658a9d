import type {Range} from '../finding.ts'
import type {Phase, Plan} from '../plan.ts'
import {firstAtOrAfter, startingIn} from '../ranges.ts'
import {saysNone} from '../stages/references.ts'
import {idsBetween} from '../tasks/ids.ts'
import {namesIn} from '../tasks/numbered-names.ts'
import {labelsOf} from '../tasks/waits.ts'
import {taskWordsOf} from '../tasks/words.ts'
import {numberedPhasesOf, phaseWaitsOf, plannedWorkOf} from '../tasks/work.ts'
import {matcherOf} from '../titles.ts'

/** A field of a phase that says what it waits for. */
interface WaitField extends Range {
  phase: Phase
  name: string
  /** Its value. */
  words: string
}

/** From the heading of a phase to its first part, box or task, whose fields are their own. */
function headsOf(plan: Plan): (phase: Phase) => Range {
  const {tasks} = plannedWorkOf(plan)
  const boxes = plan.document.items.filter(({checked}) => checked !== null)
  return ({section: {body, children}}) => {
    const firsts = [children[0], tasks[firstAtOrAfter(tasks, body.start)], boxes[firstAtOrAfter(boxes, body.start)]]
    return {start: body.start, end: firsts.reduce((end, first) => Math.min(end, first?.start ?? end), body.end)}
  }
}

function fieldsOf(plan: Plan): WaitField[] {
  const matcher = matcherOf(labelsOf(taskWordsOf(plan)))
  const headOf = headsOf(plan)
  return plan.phases.flatMap(phase =>
    startingIn(plan.document.labels, headOf(phase)).flatMap(({name, value: {start, end}}): WaitField[] =>
      matcher.matches(name) ? [{phase, name, start, end, words: plan.text.slice(start, end)}] : [],
    ),
  )
}

/** Says of other phases, not of packages, even where no phase names another. */
const plainName = /^(?:depends? on|blocked (?:by|on)|waits (?:for|on))$/i

/** The phases that say they wait for none. */
export function unboundIn(plan: Plan): ReadonlySet<Phase> {
  const areNamed = phaseWaitsOf(plan).length > 0
  const unbound = fieldsOf(plan).filter(
    ({name, words}) => saysNone(words.trim()) && (areNamed || plainName.test(name.trim())),
  )
  return new Set(unbound.map(({phase}) => phase))
}

/** A phase that is waited for and that the plan does not have. */
export interface UnknownPhase extends Range {
  phase: Phase
  /** As the plan names it. */
  name: string
}

/** Nothing but names and what joins them. */
const onlyJoints = /^(?:[\s,;&+*_`.()]|\band\b|\bcompleted?\b|\bcompletion\b|\bdone\b)*$/i

/** What fields name of phases that are not there; fields with other words besides may speak of other plans. */
export function unknownPhasesIn(plan: Plan): UnknownPhase[] {
  const form = plan.phases[0]?.form
  if (form === undefined) return []
  const known = new Set(numberedPhasesOf(plan).flatMap(({ids}) => ids.map(({key}) => key)))
  const read = namesIn([form])
  return fieldsOf(plan).flatMap(({phase, words, start}) => {
    const mentions = read(words).flat()
    let at = 0
    const between = mentions.map(mention => {
      const joint = words.slice(at, mention.start)
      at = mention.end
      return joint
    })
    if (![...between, words.slice(at)].every(part => onlyJoints.test(part))) return []
    return mentions
      .filter(({first, last}) => !idsBetween(first.id, last.id).some(({key}) => known.has(key)))
      .map(mention => ({
        phase,
        name: words.slice(mention.start, mention.end),
        start: start + mention.start,
        end: start + mention.end,
      }))
  })
}
