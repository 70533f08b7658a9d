import type {PlanGraph} from '../../core/inspection/graph.ts'
import {unknownPhasesIn} from '../../core/phase-order/fields.ts'
import type {Rule} from '../../core/rule.ts'
import {placeIn} from '../place-in.ts'
import type {ReadPlan} from '../read-plan.ts'

/** The errors that `rules` find in a plan, as `path:line:column: message [rule]`, whatever keeps them back in a lint. */
export function errorsIn(read: ReadPlan, rules: readonly Rule[]): string[] {
  return rules.flatMap(rule =>
    Array.from(rule.check(read.plan, {})).flatMap(({message, severity = 'error', ...range}) =>
      severity === 'error' ? [`${placed(read, range)} ${message} [${rule.id}]`] : [],
    ),
  )
}

/** What keeps the stages or phases of a plan from having an order, likewise. */
export async function orderFaults(read: ReadPlan, {cycles, edges}: PlanGraph): Promise<string[]> {
  const {plan} = read
  if (plan.stages) return errorsIn(read, [(await import('../../rules/stage-graph.ts')).default])
  // Metadata that cannot be read may hold the stages.
  if (typeof plan.metadata !== 'string' && !plan.metadata.value) {
    return errorsIn(read, [(await import('../../rules/stage-metadata.ts')).default])
  }
  const noun = plan.preset.phases?.noun ?? 'phase'
  const unknown = unknownPhasesIn(plan).map(({phase, name, ...range}) => {
    const words = `Phase ${phase.number} waits for "${name}", which the plan does not have; correct it, or add that phase`
    return `${placed(read, range)} ${words}`
  })
  const circles = cycles.map(cycle => {
    const said = edges.find(({from, to, place}) => place && from === cycle[0] && to === cycle[1])?.place
    const place = said ? `${read.path}:${said.line}:${said.column}:` : `${read.path}:`
    return `${place} ${capital(noun)}s wait for each other in a circle: ${cycle.join(' → ')}; drop one of these dependencies`
  })
  return [...unknown, ...circles]
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function placed(read: ReadPlan, {start, end}: {start: number; end: number}): string {
  const {line, column} = placeIn(read, {start, end})
  return `${read.path}:${line}:${column}:`
}
