import {statSync} from 'node:fs'
import {join} from 'node:path'
import {loadConfig, type ProjectConfig} from '../../config/load.ts'
import {Problem} from '../../config/problem.ts'
import {planGlobs} from '../../core/plan-paths.ts'
import {presets} from '../../presets/index.ts'
import {rules} from '../../rules/index.ts'
import type {LoadedWorld} from '../commands/command.ts'
import {assertPreset} from '../preset-named.ts'
import {complain} from '../terminal.ts'
import {type Answers, answersIn} from './answers.ts'
import {type ConfigWish, configStep} from './config-step.ts'
import type {Setup} from './part.ts'
import {parts} from './parts.ts'
import {planSteps, type Task} from './plan-steps.ts'
import {globsOfPlans} from './plans-elsewhere.ts'
import {finish} from './report.ts'
import type {InitRequest} from './request.ts'
import {type Surroundings, surroundingsOf} from './surroundings.ts'
import {type Tools, toolsIn} from './tools.ts'

/** What a program that is stopped from the keyboard ends with. */
const interrupted = 130

/**
 * Sets the working folder up. Exit code: 0 where all is as asked, 1 where something is left to the user, 2 where a file
 * could not be read or written.
 * @throws {Problem} when something is asked for that does not exist
 */
export async function setUp(world: LoadedWorld, request: InitRequest): Promise<number> {
  const around = surroundingsOf(world.fs, world.cwd)
  const tools = toolsIn(around)
  const {config, isBroken} = await configOf(world)
  // Which presets a broken configuration would bring is not known.
  if (!isBroken) assertPreset(request.preset, config.catalogue.presets)
  const isNew = config.files.length === 0 && !isBroken
  const elsewhere = isNew && request.plans === undefined ? globsOfPlans(around) : null
  const known = {tools, elsewhere, isNew}
  const asks = request.isOpen && isAttended(world)
  const answers = asks ? await (await import('./ask.ts')).ask(world, request, known) : answersIn(request, known)
  if (answers === null) {
    await complain(world, ['nothing was written'])
    return interrupted
  }
  const wish = wishOf(around, answers)
  const setup = setupOf(around, tools, config, wish)
  const tasks: Task[] = [
    ...(isBroken ? [] : [async (later: Surroundings) => [await configStep(later, wish, presetAndPlansOf(config))]]),
    ...parts
      .filter(({id}) => answers.parts.has(id))
      .map(part => (later: Surroundings) => part.steps({...setup, around: later})),
  ]
  const steps = await planSteps(around, tasks)
  const code = await finish(world, {setup, steps, request, chosen: answers.parts, isOpen: request.isOpen && !asks})
  return isBroken ? 2 : code
}

/** A configuration that is broken is told of, and left aside. */
async function configOf(world: LoadedWorld): Promise<{config: ProjectConfig; isBroken: boolean}> {
  const source = {...world, own: {rules, presets}}
  try {
    return {config: await loadConfig(source, undefined), isBroken: false}
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await complain(world, error.messages)
    return {config: await loadConfig(source, false), isBroken: true}
  }
}

/** Whether somebody sits at a terminal, who can be asked. */
function isAttended({stdin, stdout, env}: LoadedWorld): boolean {
  return stdout.isTTY === true && !env.CI && stdin?.().isTTY === true
}

/** A folder stands for the Markdown in it. */
function wishOf({root}: Surroundings, {preset, plans}: Answers): ConfigWish {
  const globs = plans?.map(glob => {
    const plain = glob.replaceAll('\\', '/').replace(/^\.\//, '')
    return isFolder(join(root, plain)) ? `${plain.replace(/\/$/, '')}/**/*.md` : plain
  })
  return {...(preset === undefined ? {} : {preset}), ...(globs === undefined ? {} : {plans: globs})}
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

function setupOf(around: Surroundings, tools: Tools, config: ProjectConfig, wish: ConfigWish): Setup {
  const now = presetAndPlansOf(config)
  const preset = wish.preset ?? now.preset
  // A list that a configuration has is added to, the usual places are replaced.
  const known = config.plans === planGlobs ? [] : config.plans
  return {
    around,
    tools,
    // A preset of the project's own has no configuration ready for other linters.
    preset: presets.some(({id}) => id === preset) ? preset : 'auto',
    plans: wish.plans ? [...new Set([...known, ...wish.plans])] : now.plans,
    plansRoot: config.root,
  }
}

function presetAndPlansOf(config: ProjectConfig): Required<ConfigWish> {
  const source = config.presetSourceOf(config.root)
  return {preset: source && !source.files ? source.preset : 'auto', plans: config.plans}
}
