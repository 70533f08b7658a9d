import process from 'node:process'
import type {Preset} from '../../core/preset.ts'
import type {Task} from '../ahead/pool.ts'
import type {Answer} from '../known-results.ts'
import type {LintedFile} from '../reporters/reporter.ts'

/** A run over more files pays for its start anyway, and leaves behind what a short one does not need. */
const fewFiles = 20

/**
 * Runs the command line in this process; `lintWorker` is what its workers run. Returns what the plans had it do, by the
 * ids of presets and rules; empty where no other run is like this one.
 */
export async function runCommand(lintWorker: URL): Promise<readonly string[]> {
  const runs: (readonly LintedFile[])[] = []
  const {env, stdout, stderr} = process
  const {main} = await import('../main.ts')
  process.exitCode = await main({
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    env,
    stdin: () => process.stdin,
    stdout,
    stderr,
    lintWorkers: {module: lintWorker},
    tellLinted: files => runs.push(files),
  })
  const [files = [], ...others] = runs
  return others.length > 0 || files.length > fewFiles ? [] : files.flatMap(idsIn)
}

function idsIn({result: {preset, findings}}: LintedFile): string[] {
  return [preset, ...findings.map(({rule}) => rule)]
}

/** As a worker: lints a text with the rules and presets of plan-lint, and with `presets`. */
export async function answerTo(task: Task, presets: readonly Preset[]): Promise<Answer | undefined> {
  const linting = await import('../ahead/answer-to.ts')
  return linting.answerTo(task, presets)
}
