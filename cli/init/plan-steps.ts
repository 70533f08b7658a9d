import {join} from 'node:path'
import type {FileSystem} from '../../config/file-system.ts'
import type {Change, Create, Step} from './step.ts'
import type {Surroundings} from './surroundings.ts'

/** Makes up steps; `around` shows the files as the steps before leave them. */
export type Task = (around: Surroundings) => Promise<readonly Step[]>

/** The steps of all `tasks`, nothing of which is done yet. Several tasks may add to one file; there is one step for it. */
export async function planSteps(around: Surroundings, tasks: readonly Task[]): Promise<Step[]> {
  const files = new Map<string, string>()
  const later = {...around, fs: withFiles(around.fs, files)}
  const steps: Step[] = []
  for (const task of tasks) {
    for (const step of await task(later)) {
      if (writes(step)) files.set(join(around.root, step.path), textAfter(step))
      steps.push(step)
    }
  }
  return onePerFile(steps)
}

function writes(step: Step): step is Create | Change {
  return step.kind === 'create' || step.kind === 'change'
}

function textAfter(step: Create | Change): string {
  return step.kind === 'create' ? step.text : step.after
}

/** `fs` with `files` (by absolute path) as if they had been written. */
function withFiles(fs: FileSystem, files: ReadonlyMap<string, string>): FileSystem {
  const read = (path: string, ...rest: []) => {
    const text = files.get(path)
    return text === undefined ? fs.readFileSync(path, ...rest) : Buffer.from(text)
  }
  return {...fs, readFileSync: read as unknown as FileSystem['readFileSync']}
}

/** What is written to a file is done in its first step; what else is told of it is told once. */
function onePerFile(steps: readonly Step[]): Step[] {
  const byKey = new Map<string, Step>()
  for (const step of steps) {
    const key = JSON.stringify(writes(step) ? [step.path] : [step.path, 'why' in step && step.why])
    const first = byKey.get(key)
    if (first && writes(first) && writes(step)) byKey.set(key, withText(first, textAfter(step)))
    else if (!first) byKey.set(key, step)
  }
  const written = new Set([...byKey.values()].filter(writes).map(({path}) => path))
  return [...byKey.values()].filter(step => step.kind !== 'settled' || !written.has(step.path))
}

function withText(step: Create | Change, text: string): Step {
  return step.kind === 'create' ? {...step, text} : {...step, after: text}
}
