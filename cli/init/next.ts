import {markdownFiles, placesIn} from '../glob.ts'
import {name} from '../package.ts'
import {dependsOn} from '../packages.ts'
import {callOf, installOf} from './calling.ts'
import type {PartId, Setup} from './part.ts'
import type {Step} from './step.ts'
import type {Surroundings} from './surroundings.ts'

/** How the user goes on. */
export interface Next {
  /** In their order. */
  commands: string[]
  /** Something to know. */
  note?: string
}

export function nextOf(
  {around, plans, plansRoot, preset}: Setup,
  chosen: ReadonlySet<PartId>,
  steps: readonly Step[],
): Next {
  const isNew = (path: string) => steps.some(step => step.kind === 'create' && step.path === path)
  const missing = packagesFor(around, chosen).filter(needed => !dependsOn(around.manifest, needed))
  const call = around.packageFolder === null ? callOf(around) : `npx ${name}`
  const commands = [
    ...(missing.length > 0 ? [`${installOf(around)} ${missing.join(' ')}`] : []),
    ...(isNew('.pre-commit-config.yaml') ? ['pre-commit install'] : []),
  ]
  const hasPlans = markdownFiles(around.fs, plansRoot, plans).files.length > 0
  if (hasPlans) return {commands: [...commands, call]}
  const [place = 'plans/'] = placesIn(plans)
  const file = place.endsWith('/') ? `${place}<name>.md` : place
  const begin =
    preset === 'auto' ? [`${call} presets`, `${call} new <preset> -o ${file}`] : [`${call} new ${preset} -o ${file}`]
  const hasJob = chosen.has('github') || chosen.has('gitlab')
  return {
    commands: [...commands, ...begin],
    ...(hasJob ? {note: 'There is no plan yet; until there is one, the job fails, as it has nothing to check.'} : {}),
  }
}

function packagesFor({packageFolder}: Surroundings, chosen: ReadonlySet<PartId>): string[] {
  const linters = [
    ...(chosen.has('markdownlint') ? ['markdownlint-cli2'] : []),
    ...(chosen.has('remark') ? ['remark-cli'] : []),
  ]
  return packageFolder !== null || linters.length > 0 ? [name, ...linters] : []
}
