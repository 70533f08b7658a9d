import {callOf} from '../calling.ts'
import {holding} from '../holding.ts'
import {isObject, itemsOf, type JsonObject} from '../merge/additions.ts'
import type {Part} from '../part.ts'

export const agent: Part = {
  id: 'agent',
  title: 'Claude Code',
  option: '--agent',
  evidence: ({claude}) => claude,
  async steps({around}) {
    const entry = {matcher: 'Edit|MultiEdit|Write', hooks: [{type: 'command', command: `${callOf(around)} hook`}]}
    const step = await holding(around, '.claude/settings.json', settings => ({
      hooks: {PostToolUse: hasHook(settings) ? [] : [entry]},
    }))
    return [step]
  },
}

function hasHook({hooks}: JsonObject): boolean {
  const entries = itemsOf(isObject(hooks) ? hooks.PostToolUse : null)
  const commands = entries.flatMap(entry => itemsOf(isObject(entry) ? entry.hooks : null))
  const lines = commands.map(hook => (isObject(hook) ? [hook.command, ...itemsOf(hook.args)].join(' ') : ''))
  return lines.some(line => /\bplan-lint(?:@[^\s@]+)? hook\b/.test(line))
}
