import type {LoadedWorld} from '../commands/command.ts'
import {counted} from '../reporters/words.ts'
import {styleFor} from '../style.ts'
import {complain, wantsColor, write} from '../terminal.ts'
import {nextOf} from './next.ts'
import type {PartId, Setup} from './part.ts'
import {parts} from './parts.ts'
import type {InitRequest} from './request.ts'
import {stepsShown} from './shown.ts'
import type {Step} from './step.ts'
import {take} from './take.ts'

export interface Plan {
  setup: Setup
  steps: readonly Step[]
  request: InitRequest
  chosen: ReadonlySet<PartId>
  /** Nothing was asked for, and nobody could be asked. */
  isOpen: boolean
}

/** Takes the steps, or shows what they would write, and tells of it. Returns the exit code. */
export async function finish(world: LoadedWorld, plan: Plan): Promise<number> {
  const {setup, request, chosen} = plan
  if (request.diff) return showDiff(world, plan)
  const steps = plan.steps.map(step => take(setup.around, step))
  const style = await styleFor(world, request.color, [JSON.stringify(steps)])
  const shown = stepsShown(steps, nextOf(setup, chosen, steps), style)
  await write(world.stdout, plan.isOpen ? `${shown}\n${offer(setup)}` : shown)
  return exitCode(world, steps)
}

async function exitCode(world: LoadedWorld, steps: readonly Step[]): Promise<number> {
  const failed = steps.filter(step => step.kind === 'failed')
  await complain(
    world,
    failed.map(({path, place = '', why}) => `${path}${place}: ${why}`),
  )
  if (failed.length > 0) return 2
  return steps.some(step => step.kind === 'left') ? 1 : 0
}

/** What else can be set up, for who could not be asked. */
function offer({tools}: Setup): string {
  const found = parts.filter(part => part.evidence(tools) !== null).map(({option}) => option)
  const all = `More can be set up: ${parts.map(({option}) => option).join(', ')}\n`
  return found.length === 0 ? all : `${all}--yes takes those whose tools are here: ${found.join(', ')}\n`
}

async function showDiff(world: LoadedWorld, {steps, request}: Plan): Promise<number> {
  const {unifiedDiff} = await import('../diff.ts')
  const color = wantsColor(request.color, world)
  const diffs = steps.flatMap(step => {
    if (step.kind === 'create') return [unifiedDiff(step.path, null, step.text, color)]
    return step.kind === 'change' ? [unifiedDiff(step.path, step.before, step.after, color)] : []
  })
  await write(world.stdout, diffs.join(''))
  const told = steps.flatMap(step => (step.kind === 'left' ? [`${step.path}: ${step.why}`] : []))
  await complain(world, [...told, `${diffs.length === 0 ? 'nothing' : counted(diffs.length, 'file')} would be written`])
  return Math.max(await exitCode(world, steps), diffs.length > 0 ? 1 : 0)
}
