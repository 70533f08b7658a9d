import {callOf} from '../calling.ts'
import {holding, textOf} from '../holding.ts'
import {isObject, type Json, type JsonObject} from '../merge/additions.ts'
import type {Setup} from '../part.ts'
import type {Step} from '../step.ts'
import type {PlanPatterns} from './plan-patterns.ts'

/** A command for lefthook, which passes the staged files that are plans. */
export async function lefthookStep(path: string, patterns: PlanPatterns, {around}: Setup): Promise<Step> {
  const run = `${callOf(around)} {staged_files}`
  if (path.endsWith('.toml')) return inToml(path, {...filesOf(patterns, {}), run}, textOf(around, path))
  return holding(around, path, config => ({
    'pre-commit': commandIn(config['pre-commit'], {...filesOf(patterns, config), run}),
  }))
}

/** Hooks list their commands by name, in newer versions also as jobs. */
function commandIn(hook: Json | undefined, command: JsonObject): JsonObject {
  const {jobs = null, commands = null} = isObject(hook) ? hook : {}
  if (Array.isArray(jobs)) {
    const isThere = jobs.some(job => isObject(job) && job.name === 'plan-lint')
    return {jobs: isThere ? [] : [{name: 'plan-lint', ...command}]}
  }
  const isThere = isObject(commands) && Object.hasOwn(commands, 'plan-lint')
  return {commands: isThere ? {} : {'plan-lint': command}}
}

/** lefthook's own globs take `**` for at least one folder, and `*` for any depth. */
function filesOf({included, excluded}: PlanPatterns, {glob_matcher: matcher}: JsonObject): JsonObject {
  const own = (glob: string) => glob.replaceAll('**/*', '**').replaceAll('**/', '**')
  const [files, others] = matcher === 'doublestar' ? [included, excluded] : [included.map(own), excluded.map(own)]
  return {
    glob: files.length === 1 ? (files[0] as string) : `{${files.join(',')}}`,
    ...(others.length > 0 ? {exclude: [...others]} : {}),
  }
}

function inToml(path: string, command: JsonObject, before: ReturnType<typeof textOf>): Step {
  if (before !== null && typeof before !== 'string') return before
  if (before?.includes('plan-lint')) return {kind: 'settled', path, why: 'has it already'}
  const lines = Object.entries(command).map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`)
  return {kind: 'left', path, why: 'add this', paste: `[pre-commit.commands.plan-lint]\n${lines.join('')}`}
}
