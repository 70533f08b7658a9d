import {Problem} from '../../config/problem.ts'
import {memberOf} from '../arguments.ts'
import type {PartId} from '../init/part.ts'
import type {InitRequest} from '../init/request.ts'
import {colorAsked, colorOptions} from '../project-options.ts'
import {type Arguments, defineCommand} from './command.ts'

const options = {
  yes: {type: 'boolean', short: 'y', help: 'set up for the tools found here; ask nothing'},
  preset: {type: 'string', value: 'id', help: 'the preset of the plans; default: auto'},
  plans: {type: 'string', value: 'glob', multiple: true, help: 'where the plans are, if not where usual'},
  markdownlint: {type: 'boolean', help: 'the rules in markdownlint-cli2'},
  remark: {type: 'boolean', help: 'the rules in remark'},
  'pre-commit': {type: 'boolean', help: 'a hook of pre-commit, lefthook, lint-staged, husky'},
  ci: {type: 'string', value: 'service', multiple: true, help: 'a job for github or gitlab'},
  editor: {type: 'string', value: 'name', multiple: true, help: 'settings for vscode'},
  agent: {type: 'boolean', help: 'a hook for Claude Code'},
  diff: {type: 'boolean', help: 'show what would be written, and write nothing'},
  ...colorOptions,
} as const

export const init = defineCommand({
  usage: ['[options]'],
  summary: 'sets a project up for plan-lint',
  options,
  async notes() {
    return `Without options it asks; where nobody can answer, it writes the configuration.
What is there is added to, or left to you with what to add; nothing is replaced.
Exit codes: 0 all is set up, 1 something is left to you, 2 a file was not usable`
  },
  async run(world, given) {
    const {setUp} = await import('../init/set-up.ts')
    return setUp(world, requestOf(given))
  },
})

function requestOf({values, positionals, argv}: Arguments<typeof options>): InitRequest {
  const [word] = positionals
  if (word !== undefined) {
    throw new Problem(`init takes options only, not "${word}"; a preset is named by --preset ${word}`)
  }
  const color = colorAsked(argv)
  const parts = partsOf(values)
  const {preset, plans, yes = false} = values
  return {
    parts,
    takesFound: yes,
    isOpen: parts.size === 0 && !yes && preset === undefined && plans === undefined,
    diff: values.diff ?? false,
    ...(preset === undefined ? {} : {preset}),
    ...(plans === undefined ? {} : {plans}),
    ...(color === undefined ? {} : {color}),
  }
}

function partsOf(values: Arguments<typeof options>['values']): ReadonlySet<PartId> {
  const named = (['markdownlint', 'remark', 'pre-commit', 'agent'] as const).filter(part => values[part])
  const services = (values.ci ?? []).map(service => memberOf(service, ['github', 'gitlab'] as const, 'service'))
  const editors = (values.editor ?? []).map(editor => memberOf(editor, ['vscode'] as const, 'editor'))
  return new Set<PartId>([...named, ...services, ...editors])
}
