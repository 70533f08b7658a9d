import {grouped} from '../grouped.ts'
import type {JudgedPlan} from '../judge/judged-plan.ts'
import {backing, kindNames} from '../kinds.ts'
import {aimsTable} from './aims.ts'
import {bodiesTable, kindsTable, originsTable, presetsTable, rulesTable} from './tables.ts'

/** All figures as Markdown: names of rules, kinds, families and repositories, and nothing else of the plans. */
export function figures(plans: readonly JudgedPlan[], inFolder: number): string {
  const read = plans.filter(({isRead}) => isRead)
  return [
    summary(read, inFolder),
    ...section('Aims', aimsTable(plans)),
    ...(read.length > 0 ? figuresOfRead(read) : []),
    ...section('Preset detection', ...presetDetection(plans, inFolder)),
    ...section('Function bodies in Go', bodiesTable(plans)),
  ].join('\n\n')
}

function figuresOfRead(read: readonly JudgedPlan[]): string[] {
  const verdicts = read.flatMap(({faultVerdicts, bodyVerdicts}) => [...faultVerdicts, ...bodyVerdicts])
  const onFindings = verdicts.filter(({outcome}) => outcome === 'right' || outcome === 'wrong')
  const onFaults = verdicts.filter(({outcome}) => outcome === 'found' || outcome === 'missed')
  return [
    ...section('Precision of each rule', rulesTable(onFindings), ...remarksOnRules(read, subjectsIn(onFindings))),
    ...section('Recall of each kind of fault', kindsTable(onFaults), ...remarksOnKinds(subjectsIn(onFaults))),
    ...section('Families', originsTable(read, 'family')),
    ...section('Repositories', originsTable(read, 'repository')),
  ]
}

function presetDetection(plans: readonly JudgedPlan[], inFolder: number): string[] {
  const verdicts = plans.flatMap(({presetVerdict}) => presetVerdict ?? [])
  if (verdicts.length === 0) return []
  const known = `${counted(verdicts.length, 'plan is', 'plans are')} known to follow a preset, of ${inFolder} in the folder.`
  return [known, presetsTable(verdicts)]
}

/** Nothing where there is no content. */
function section(title: string, ...content: string[]): string[] {
  const parts = content.filter(part => part !== '')
  return parts.length > 0 ? [`### ${title}`, ...parts] : []
}

function subjectsIn(verdicts: readonly {subject: string}[]): Set<string> {
  return new Set(verdicts.map(({subject}) => subject))
}

function summary(read: readonly JudgedPlan[], inFolder: number): string {
  const faults = read.flatMap(plan => plan.faults)
  const sure = faults.filter(({isSure}) => isSure).length
  const repositories = new Set(read.map(({repository}) => repository).filter(name => name !== '')).size
  const origin = repositories > 0 ? `, from ${counted(repositories, 'repository', 'repositories')}` : ''
  const labels = `${counted(sure, 'sure label', 'sure labels')} and ${counted(faults.length - sure, 'debatable one', 'debatable ones')}`
  return `${counted(read.length, 'plan was', 'plans were')} read, of ${inFolder} in the folder${origin}: ${labels}.`
}

function remarksOnRules(read: readonly JudgedPlan[], told: ReadonlySet<string>): string[] {
  const silent = Object.keys(backing).filter(rule => !told.has(rule))
  const all = read.flatMap(plan => plan.unjudged)
  const unjudged = [...grouped(all, rule => rule)].sort().map(([rule, own]) => `\`${rule}\` (${own.length})`)
  return [
    silent.length > 0 ? `Judged, but without a finding in these plans: ${codes(silent)}.` : '',
    unjudged.length > 0
      ? `Findings that no label could speak of, so that they are not judged: ${unjudged.join(', ')}.`
      : '',
  ]
}

function remarksOnKinds(met: ReadonlySet<string>): string[] {
  const absent = kindNames.filter(kind => !met.has(kind))
  return [absent.length > 0 ? `No plan has a fault of these kinds that its reader was sure of: ${codes(absent)}.` : '']
}

function codes(names: readonly string[]): string {
  return names.map(name => `\`${name}\``).join(', ')
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
