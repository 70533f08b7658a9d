import {join} from 'node:path'
import {LineCounter, parseDocument} from 'yaml'
import {shownPath} from '../../../config/paths.ts'
import {readDocument} from '../../read.ts'
import type {Check, Fault} from '../check.ts'
import {type CommitHook, commitHooks, isTakenBy} from '../hook/commit-hooks.ts'
import type {Surroundings} from '../surroundings.ts'
import {plansAt} from '../words.ts'

const name = '.pre-commit-config.yaml'

export const preCommit: Check = {
  name: 'pre-commit',
  async examine(surroundings) {
    const {repository, world, shown} = surroundings
    const file = join(repository, name)
    if (!world.fs.existsSync(file)) return null
    const {text} = readDocument(world.fs, file, shown(file))
    const lines = new LineCounter()
    const document = parseDocument(text, {lineCounter: lines, prettyErrors: false})
    const [error] = document.errors
    if (error) {
      const {line, col} = lines.linePos(error.pos[0])
      const message = `${shown(file)}:${line}:${col}: is no YAML: ${error.message}`
      return {summary: 'cannot be read', faults: [{severity: 'error', message}]}
    }
    const hooks = commitHooks(document.toJS({maxAliasCount: -1}))
    if (hooks.length === 0) return {summary: 'without a hook of plan-lint', faults: [noHook(shown(file))]}
    return {
      summary: `has a hook of plan-lint in ${shown(file)}`,
      faults: [...hooks.flatMap(hook => entryFaults(hook, surroundings)), ...reachFaults(hooks, surroundings)],
    }
  },
}

function noHook(file: string): Fault {
  return {
    severity: 'warning',
    message: `no hook in ${file} runs plan-lint`,
    advice: 'add one with the id "plan-lint", or a local one whose entry is "npx --no -- plan-lint"',
  }
}

/** What a local hook runs, it takes from the project. */
function entryFaults({entry}: CommitHook, {installed}: Surroundings): Fault[] {
  if (installed !== null || entry === null || !/^npx\b/.test(entry)) return []
  const message = `the hook runs "${entry}", but the project has no plan-lint`
  return [{severity: 'error', message, advice: 'npm install --save-dev plan-lint'}]
}

/** Plans that can be committed without any of the hooks looking at them. */
function reachFaults(hooks: readonly CommitHook[], surroundings: Surroundings): Fault[] {
  const {plans, repository} = surroundings
  const paths = plans.files.map(file => shownPath(repository, file))
  const missed = paths.filter(path => !hooks.some(hook => isTakenBy(hook, path)))
  if (missed.length === 0) return []
  return [
    {
      severity: missed.length === paths.length ? 'error' : 'warning',
      message: `"files" and "exclude" of the hook pass over ${plansAt(missed, surroundings)}`,
      advice: `let "files" in ${name} match them`,
    },
  ]
}
