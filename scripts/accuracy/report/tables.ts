import {table} from '../../docs.ts'
import type {JudgedPlan} from '../judge/judged-plan.ts'
import {ratio, type Tally, tallyOf, type Verdict} from '../judge/verdict.ts'
import {byOrigin, bySubject, type Group} from './groups.ts'

type Column = readonly [title: string, cell: (tally: Tally, plans: number) => string | number]

const precision: Column = ['Precision', ({right, wrong}) => ratio(right, wrong)]
const share: Column = ['Share', precision[1]]
const recall: Column = ['Recall', ({found, missed}) => ratio(found, missed)]
const right: Column = ['Right', tally => tally.right]
const debatable: Column = ['Of these debatable', tally => tally.debatable]
const wrong: Column = ['Wrong', tally => tally.wrong]
const found: Column = ['Found', tally => tally.found]
const missed: Column = ['Missed', tally => tally.missed]
const quoted: Column = ['Quoted', tally => tally.exempt]
const plansCounted: Column = ['Plans', (_, plans) => plans]

const ofBoth = [plansCounted, right, wrong, precision, found, missed, recall]

export function rulesTable(onFindings: readonly Verdict[]): string {
  return groupsTable('Rule', bySubject(onFindings), [right, debatable, wrong, precision])
}

export function kindsTable(onFaults: readonly Verdict[]): string {
  return groupsTable('Kind of fault', bySubject(onFaults), [found, missed, recall])
}

export function presetsTable(onPresets: readonly Verdict[]): string {
  return groupsTable('Preset of the plan', bySubject(onPresets), [right, wrong, share])
}

/** Empty where no plan says its own. */
export function originsTable(plans: readonly JudgedPlan[], origin: 'family' | 'repository'): string {
  return groupsTable(
    titles[origin],
    byOrigin(plans, origin, ({faultVerdicts}) => faultVerdicts),
    ofBoth,
  )
}

/** By what is known of the plans. */
export function bodiesTable(plans: readonly JudgedPlan[]): string {
  const concerned = plans.filter(({bodyVerdicts}) => bodyVerdicts.length > 0)
  const verdictsOf = ({bodyVerdicts}: JudgedPlan) => bodyVerdicts
  const origin = concerned.some(({repository}) => repository !== '') ? 'repository' : 'family'
  const groups = byOrigin(concerned, origin, verdictsOf)
  const unknown = {name: 'not said', verdicts: concerned.flatMap(verdictsOf), plans: concerned.length}
  return groupsTable(titles[origin], groups.length > 0 || concerned.length === 0 ? groups : [unknown], [
    ...ofBoth,
    quoted,
  ])
}

const titles = {family: 'Family', repository: 'Repository'}

/** A row for each group and one for all of them; empty where there is no group. */
function groupsTable(title: string, groups: readonly Group[], columns: readonly Column[]): string {
  if (groups.length === 0) return ''
  const all = {
    name: 'All',
    verdicts: groups.flatMap(({verdicts}) => verdicts),
    plans: groups.reduce((sum, {plans}) => sum + plans, 0),
  }
  const rows = [...groups, all].map(({name, verdicts, plans}) => {
    const tally = tallyOf(verdicts)
    return [name, ...columns.map(([, cell]) => String(cell(tally, plans)))]
  })
  return table([title, ...columns.map(([head]) => head)], rows, ['---', ...columns.map(() => '---:')])
}
