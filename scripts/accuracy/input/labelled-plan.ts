import {Problem} from '../../../config/problem.ts'
import {grouped} from '../grouped.ts'
import type {FunctionFound} from './go-function.ts'
import {type FaultLabel, isFault, type Label} from './label.ts'
import type {PlanFolder} from './plan-folder.ts'
import {refuse} from './refuse.ts'

/** A plan with all that is known to be true of it. */
export interface LabelledPlan {
  /** Relative to the folder of plans, with forward slashes. */
  path: string
  /** Empty where nothing says it. */
  family: string
  /** `owner/name`; empty where nothing says it. */
  repository: string
  /** Whether somebody looked for all of its faults, so that a finding without a label is wrong. */
  isRead: boolean
  faults: readonly FaultLabel[]
  /** The presets that it is said to follow. */
  presets: readonly Label[]
  functions: readonly FunctionFound[]
  /** The functions among these that are code as it is, which need not be told. */
  quotes: readonly Label[]
}

/**
 * The plans that labels or functions speak of, in order of their paths.
 * @throws {Problem} with every file that is not in `folder`, and every plan of which labels say two families or
 * repositories
 */
export function labelledPlans(
  folder: PlanFolder,
  labels: readonly Label[],
  functions: readonly FunctionFound[],
): LabelledPlan[] {
  const problems: string[] = []
  const pathOf = pathFinder(folder, problems)
  const byPath = grouped(labels, pathOf)
  const functionsByPath = grouped(functions, pathOf)
  const paths = [...new Set([...byPath.keys(), ...functionsByPath.keys()])].filter(path => path !== '').sort()
  const plans = paths.map((path): LabelledPlan => {
    const own = byPath.get(path) ?? []
    return {
      path,
      family: said(own, 'family', problems) || familyIn(path),
      repository: said(own, 'repository', problems) || repositoryIn(path),
      isRead: own.some(label => label.kind === 'doc' || isFault(label)),
      faults: own.filter(isFault),
      presets: own.filter(label => label.kind === 'preset'),
      functions: functionsByPath.get(path) ?? [],
      quotes: own.filter(label => label.kind === 'quoted-function'),
    }
  })
  refuse(problems)
  return plans
}

/** Tells of a file that cannot be found once, not for each line that names it; the path is empty then. */
function pathFinder(folder: PlanFolder, problems: string[]): (line: {file: string; place: string}) => string {
  const known = new Map<string, string>()
  return ({file, place}) => {
    let path = known.get(file)
    if (path === undefined) {
      try {
        path = folder.find(file)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        problems.push(`${place}: ${error.message}`)
        path = ''
      }
      known.set(file, path)
    }
    return path
  }
}

function said(labels: readonly Label[], key: 'family' | 'repository', problems: string[]): string {
  const [first, ...others] = labels.filter(label => label[key] !== '')
  const other = others.find(label => label[key] !== first?.[key])
  if (other) {
    problems.push(
      `${other.place}: ${key} "${other[key]}", but ${first?.place} says "${first?.[key]}"; write one of them`,
    )
  }
  return first?.[key] ?? ''
}

/** The first folder on the way to the plan. */
function familyIn(path: string): string {
  const [first = '', ...rest] = path.split('/')
  return rest.length > 0 ? first : ''
}

/** Plans gathered from many repositories are often named `owner__repository__path`. */
function repositoryIn(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const [owner, repository, ...rest] = name.split('__')
  return owner && repository && rest.length > 0 ? `${owner}/${repository}` : ''
}
