import {Suppression} from '../directives.ts'
import type {Range} from '../finding.ts'
import type {Analysis} from '../lint.ts'
import type {Plan} from '../plan.ts'
import {haveAny} from '../ranges.ts'
import {excerpt} from '../rule.ts'
import {keptFrom} from './conditions.ts'
import {type Verdict, verdicts} from './verdict.ts'
import {workOf} from './work.ts'

/** One cause that keeps a plan from a verdict, however often it occurs. Its place is that of the first time. */
export interface Blocker extends Range {
  /** The id of a rule, `open-work` or `unknown-preset`. */
  cause: string
  /** The least verdict that it keeps the plan from, and from all above. */
  keepsFrom: Verdict
  /** What is wrong the first time. */
  message: string
  /** How many times. */
  count: number
}

/** How far a plan is, and what there is to mend. */
export interface Readiness {
  verdict: Verdict
  /** What keeps it from all better verdicts, by verdict, then by place. */
  blockers: readonly Blocker[]
}

type Single = Omit<Blocker, 'count'> & {count?: number}

/** Judges how far a plan is from its findings and its model. Places are said of the text as it was given. */
export function readinessOf(analysis: Analysis): Readiness {
  const {plan, plain} = analysis
  const {isDone, left} = workOf(plan)
  if (isDone) return {verdict: 'done', blockers: []}
  const restored = (single: Single): Single => ({
    ...single,
    start: plain.toOriginal(single.start),
    end: plain.toOriginal(single.end),
  })
  const ofModel: Single[] = [...unknownPreset(analysis), ...openQuestions(plan)]
  if (left) ofModel.push({...left, keepsFrom: 'done'})
  const blockers = [...grouped([...ofFindings(analysis), ...ofModel.map(restored)])].sort(
    (a, b) => verdicts.indexOf(a.keepsFrom) - verdicts.indexOf(b.keepsFrom) || a.start - b.start,
  )
  // What is least keeps a plan from all that is above it.
  const least = blockers[0]?.keepsFrom ?? 'done'
  return {verdict: verdicts[verdicts.indexOf(least) - 1] ?? 'draft', blockers}
}

function ofFindings(analysis: Analysis): Single[] {
  return analysis.result.findings.flatMap(finding => {
    const keepsFrom = keptFrom(finding, analysis)
    const {rule, start, end, message} = finding
    return keepsFrom ? [{cause: rule, keepsFrom, start, end, message}] : []
  })
}

/** A plan of no known form may lack anything; whoever names a preset, be it the fallback, says what it has to hold. */
function unknownPreset({result, plan: {place, text}}: Analysis): Single[] {
  if (result.presetSource !== 'fallback') return []
  const {start, end} = place
  const cause = 'unknown-preset'
  if (text.trim() === '') return [{cause, keepsFrom: 'reviewable', start, end, message: 'Nothing is written yet'}]
  const message = 'It looks like no preset, so nothing says what it has to hold; name one'
  return [{cause, keepsFrom: 'executable', start, end, message}]
}

const asking = 'no-open-questions'

/** Open questions, whatever the rule about them is set to; what a directive keeps back somebody has answered for. */
function openQuestions({document, directives, questions, leftovers}: Plan): Single[] {
  const suppression = new Suppression(document, directives.directives)
  return questions
    .filter(question => !question.resolved && !haveAny(leftovers.all, question))
    .filter(({start}) => !suppression.takes(asking, start))
    .map(({start, end, text}) => {
      const message = `"${excerpt(text)}" has no answer`
      return {cause: asking, keepsFrom: 'executable', start, end, message}
    })
}

/** Those of one cause together. */
function grouped(all: readonly Single[]): Iterable<Blocker> {
  const byCause = new Map<string, Blocker>()
  for (const single of all) {
    const known = byCause.get(single.cause)
    if (!known) byCause.set(single.cause, {...single, count: single.count ?? 1})
    else {
      known.count += single.count ?? 1
      if (single.start < known.start) {
        const {start, end, message} = single
        Object.assign(known, {start, end, message})
      }
    }
  }
  return byCause.values()
}
