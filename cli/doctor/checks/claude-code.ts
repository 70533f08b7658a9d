import {join} from 'node:path'
import type {Check, Fault} from '../check.ts'
import {commandFaults, hookAnswers} from '../hook/command.ts'
import {type HookEntry, hookEntries} from '../hook/entries.ts'
import {settingsIn} from '../settings-files.ts'
import type {Surroundings} from '../surroundings.ts'

const names = ['.claude/settings.json', '.claude/settings.local.json']
const rightEvent = 'PostToolUse'
/** The tools that write a file whose path stands in the event. */
const tools = ['Edit', 'Write']

export const claudeCode: Check = {
  name: 'Claude Code',
  async examine(surroundings) {
    const {repository, root, shown, world} = surroundings
    const files = [...new Set([repository, root])].flatMap(folder => names.map(name => join(folder, name)))
    const present = files.filter(file => world.fs.existsSync(file))
    const [first] = present
    if (first === undefined) return null
    const entries: HookEntry[] = []
    for (const file of present) entries.push(...hookEntries(await settingsIn(surroundings, file)))
    if (entries.length === 0) return {summary: 'without a hook of plan-lint', faults: [noHook(shown(first))]}
    const faults = [...entries.flatMap(entryFaults), ...entries.flatMap(entry => commandFaults(entry, surroundings))]
    const isWhole = faults.every(({severity}) => severity !== 'error')
    const answers = isWhole ? await hookAnswers(surroundings) : null
    return {
      summary: answers
        ? 'gets the findings of a plan that it has edited'
        : `has a hook of plan-lint in ${shown(first)}`,
      faults: [...faults, ...(answers === false ? [mute(surroundings)] : [])],
    }
  },
}

function noHook(file: string): Fault {
  return {
    severity: 'warning',
    message: `no hook in ${file} runs "plan-lint hook", so that the agent does not hear what is wrong with its plans`,
    advice: 'add the one that docs/commands.md shows under "hook"',
  }
}

function mute({installed, own}: Surroundings): Fault {
  return {
    severity: 'error',
    message: `"plan-lint hook" of ${(installed ?? own).version} has no answer to the edit of a plan with faults`,
    advice: 'install plan-lint again: npm install --save-dev plan-lint@latest',
  }
}

/** What is wrong with where a hook stands, and with what it answers to. */
function entryFaults({event, matcher}: HookEntry): Fault[] {
  if (event !== rightEvent) {
    const message = `"plan-lint hook" stands under "${event}", whose events name no file that has been edited`
    return [{severity: 'error', message, advice: `move it under "${rightEvent}"`}]
  }
  const missed = unmatched(matcher)
  if (missed === null) {
    const message = `the matcher "${matcher}" is no regular expression`
    return [{severity: 'error', message, advice: 'write "Edit|MultiEdit|Write"'}]
  }
  if (missed.length === 0) return []
  return [
    {
      severity: missed.length === tools.length ? 'error' : 'warning',
      message: `the matcher "${matcher}" passes over ${missed.map(tool => `"${tool}"`).join(' and ')}`,
      advice: 'write "Edit|MultiEdit|Write"; upper case counts',
    },
  ]
}

/** The tools that `matcher` does not match; null where it cannot be read. Without one, and by `*`, all match. */
function unmatched(matcher: string): string[] | null {
  if (matcher === '' || matcher === '*') return []
  try {
    const pattern = new RegExp(`^(?:${matcher})$`)
    return tools.filter(tool => !pattern.test(tool))
  } catch {
    return null
  }
}
