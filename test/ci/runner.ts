import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parse} from 'yaml'

const root = join(import.meta.dirname, '../..')

interface Step {
  id: string
  shell: string
  env: Record<string, string>
  run: string
}

interface Action {
  inputs: Record<string, {description: string; default?: string}>
  outputs: Record<string, {description: string; value: string}>
  runs: {using: string; steps: Step[]}
}

export const actionText = readFileSync(join(root, 'action.yml'), 'utf8')
export const action: Action = parse(actionText)

export interface ActionRun {
  code: number | null
  /** What the log shows. */
  log: string
  outputs: Record<string, string>
  /** Markdown on the page of the run. */
  summary: string
}

/** Runs the action in the checkout `workspace` as GitHub's runner does on Linux. */
export function runAction(
  inputs: Record<string, string>,
  workspace: string,
  env: Record<string, string> = {},
): ActionRun {
  const [step, ...others] = action.runs.steps
  if (!step || others.length > 0 || step.shell !== 'bash') throw new Error('this runner knows one step in bash')
  const folder = mkdtempSync(join(tmpdir(), 'plan-lint-runner-'))
  try {
    const [output, summary, temporary] = [join(folder, 'output'), join(folder, 'summary'), join(folder, 'temp')]
    for (const file of [output, summary]) writeFileSync(file, '')
    mkdirSync(temporary)
    const script = join(folder, 'step.sh')
    writeFileSync(script, step.run)
    const {status, stdout, stderr} = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
      cwd: workspace,
      encoding: 'utf8',
      env: {
        ...process.env,
        FORCE_COLOR: undefined,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: root,
        GITHUB_WORKSPACE: workspace,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        RUNNER_TEMP: temporary,
        ...given(step, inputs),
        ...env,
      },
    })
    const set = Object.fromEntries(readFileSync(output, 'utf8').split('\n').filter(Boolean).map(entryOf))
    return {
      code: status,
      log: stdout + stderr,
      outputs: outputsFrom(step, set),
      summary: readFileSync(summary, 'utf8'),
    }
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** The environment of a step, with the inputs in their places. */
function given({env}: Step, inputs: Record<string, string>): Record<string, string> {
  for (const name of Object.keys(inputs)) if (!action.inputs[name]) throw new Error(`there is no input "${name}"`)
  const inputOf = (name: string) => inputs[name] ?? action.inputs[name]?.default ?? ''
  const filled = (text: string) => text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => inputOf(name))
  return Object.fromEntries(Object.entries(env).map(([name, text]) => [name, filled(text)]))
}

function outputsFrom({id}: Step, set: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(action.outputs).map(([name, {value}]) => {
      const [, step, output = ''] = /^\$\{\{ steps\.([\w-]+)\.outputs\.([\w-]+) \}\}$/.exec(value) ?? []
      if (step !== id) throw new Error(`the output "${name}" is of no step`)
      return [name, set[output] ?? '']
    }),
  )
}

/** @throws {Error} where the runner would fail the step */
function entryOf(line: string): [string, string] {
  const [, name, value] = /^([^=<]+)=(.*)$/.exec(line) ?? []
  if (name === undefined || value === undefined) throw new Error(`"${line}" sets no output`)
  return [name, value]
}
