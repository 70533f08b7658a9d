import {table} from '../../docs.ts'
import type {JudgedPlan} from '../judge/judged-plan.ts'
import {ratio, tallyOf, type Verdict} from '../judge/verdict.ts'
import {byOrigin, bySubject, type Group} from './groups.ts'

interface Aim {
  what: string
  /** The least share. */
  least: number
  measure: 'precision' | 'recall'
  groups: readonly Group[]
}

/** What the project wants to reach, and which groups do not. */
export function aimsTable(plans: readonly JudgedPlan[]): string {
  const rows = aimsOf(plans).map(({what, least, measure, groups}) => {
    const shares = groups.map(group => ({...shareOf(group.verdicts, measure), name: group.name}))
    const measured = shares.filter(({all}) => all > 0)
    const below = measured.filter(({part, all}) => part / all < least)
    const words = below.map(({name, part, all}) => `${name} ${ratio(part, all - part)} (${part} of ${all})`)
    return [what, least.toFixed(2), measured.length === 0 ? 'not measured' : words.join(', ') || 'none']
  })
  return table(['Aim', 'At least', 'Below it'], rows, ['---', '---:', '---'])
}

function aimsOf(plans: readonly JudgedPlan[]): Aim[] {
  const read = plans.filter(({isRead}) => isRead)
  const subjects = bySubject(read.flatMap(({faultVerdicts, bodyVerdicts}) => [...faultVerdicts, ...bodyVerdicts]))
  const repositories = byOrigin(read, 'repository', ({faultVerdicts}) => faultVerdicts)
  const presets = whole(plans.flatMap(({presetVerdict}) => presetVerdict ?? []))
  const bodies = whole(plans.flatMap(({bodyVerdicts}) => bodyVerdicts))
  return [
    {what: 'Precision of each judged rule', least: 0.97, measure: 'precision', groups: subjects},
    {what: 'Recall of each kind of fault', least: 0.95, measure: 'recall', groups: subjects},
    {what: 'Precision in each repository', least: 0.9, measure: 'precision', groups: repositories},
    {what: 'Recall in each repository', least: 0.85, measure: 'recall', groups: repositories},
    {what: 'Presets that are detected', least: 0.99, measure: 'precision', groups: presets},
    {what: 'Precision on function bodies in Go', least: 0.99, measure: 'precision', groups: bodies},
    {what: 'Recall on function bodies in Go', least: 0.99, measure: 'recall', groups: bodies},
  ]
}

function whole(verdicts: readonly Verdict[]): Group[] {
  return [{name: 'all plans', verdicts, plans: 0}]
}

function shareOf(verdicts: readonly Verdict[], measure: Aim['measure']): {part: number; all: number} {
  const {right, wrong, found, missed} = tallyOf(verdicts)
  return measure === 'precision' ? {part: right, all: right + wrong} : {part: found, all: found + missed}
}
