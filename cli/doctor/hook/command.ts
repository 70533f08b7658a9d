import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {commandOf} from '../../packages.ts'
import type {Fault} from '../check.ts'
import {outcomeOf} from '../child.ts'
import {probe} from '../probe.ts'
import {commandsIn} from '../script-commands.ts'
import type {Surroundings} from '../surroundings.ts'
import type {HookEntry} from './entries.ts'

/**
 * What is wrong with the command of a hook. It is not run: settings may come from anywhere, and what they say is run
 * by the agent only after its user has agreed.
 */
export function commandFaults({command}: HookEntry, surroundings: Surroundings): Fault[] {
  return [...missing(command, surroundings), ...swallowed(command)]
}

function missing(command: string, {installed, repository, world: {fs}}: Surroundings): Fault[] {
  const advice = 'npm install --save-dev plan-lint'
  const words = commandsIn(command).flat()
  const path = words.find(word => /[/\\]plan-lint(?:\.\w+)?$/.test(word))
  if (path !== undefined) {
    const file = resolve(
      repository,
      path.replace(/\$\{?CLAUDE_PROJECT_DIR\}?/, () => repository),
    )
    return fs.existsSync(file)
      ? []
      : [{severity: 'error', message: `the hook runs ${path}, which is not there`, advice}]
  }
  if (installed !== null || words[0] === 'plan-lint') return []
  const message = `the hook runs "${command}", but the project has no plan-lint`
  return [{severity: 'error', message, advice}]
}

/** The exit code and the error output are the answer. */
function swallowed(command: string): Fault[] {
  if (!/\|\||2>\s*\/dev\/null|&>|;\s*(?:true|exit 0)\b/.test(command)) return []
  const message = `the hook "${command}" keeps exit code or error output from the agent, which are the answer`
  return [{severity: 'error', message, advice: 'leave out what stands around "plan-lint hook"'}]
}

/**
 * Whether the plan-lint of the project answers to the edit of a plan with faults; null where it has no command.
 * @throws {NoAnswer} when it does not end in time
 */
export async function hookAnswers({installed, own, world, root}: Surroundings): Promise<boolean | null> {
  const script = commandOf(installed ?? own, 'plan-lint')
  if (script === null) return null
  const folder = mkdtempSync(join(tmpdir(), 'plan-lint-doctor-'))
  try {
    const file = join(folder, 'plan.md')
    writeFileSync(file, probe)
    const event = JSON.stringify({hook_event_name: 'PostToolUse', tool_name: 'Edit', tool_input: {file_path: file}})
    const {code, stderr} = await outcomeOf(script, ['hook'], event, {cwd: root, env: world.env})
    return code === 2 && stderr.includes('plan.md:')
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
