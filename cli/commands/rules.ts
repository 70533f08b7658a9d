import {Problem} from '../../config/problem.ts'
import type {Catalogue} from '../../core/plugin.ts'
import type {Rule} from '../../core/rule.ts'
import {severitiesOf, severityIn} from '../../core/severities.ts'
import {tableRows} from '../layout.ts'
import {colorAsked, colorOptions, configOptions, formatOption, projectOf, wantsJson} from '../project-options.ts'
import type {Style} from '../style.ts'
import {harmless, print, write} from '../terminal.ts'
import {defineCommand} from './command.ts'

export const rules = defineCommand({
  usage: ['[options]'],
  summary: 'lists all rules, and where they are on',
  options: {...configOptions, ...formatOption, ...colorOptions},
  async notes() {
    return '"plan-lint explain <rule>" shows what one is for.'
  },
  async run(world, {values, positionals, argv}) {
    const isJson = wantsJson(values.format)
    if (positionals.length > 0) throw new Problem(`to read about a rule, write: plan-lint explain ${positionals[0]}`)
    const {catalogue} = await projectOf(world, values)
    if (isJson) {
      const {jsonAnswer} = await import('../json-answer.ts')
      await write(world.stdout, jsonAnswer({rules: catalogue.rules.map(rule => described(rule, catalogue))}))
      return 0
    }
    const {styleFor} = await import('../style.ts')
    const words = catalogue.rules.flatMap(({id, group, summary}) => [id, group, summary])
    await print(world, listOf(catalogue, await styleFor(world, colorAsked(argv), words)))
    return 0
  },
})

function described(rule: Rule, {presets}: Catalogue) {
  const {id, group, summary, url, enabledByDefault, fixable = false, options} = rule
  return {
    id,
    group,
    severity: rule.severity,
    enabledByDefault,
    fixable,
    summary,
    ...(url === undefined ? {} : {url}),
    options,
    presets: Object.fromEntries(presets.map(preset => [preset.id, severityIn(rule, preset)])),
  }
}

function listOf({rules: all, presets}: Catalogue, style: Style): string {
  const {paint, columns, split} = style
  const groups = [...new Set(all.map(({group}) => group))]
  const lines = tableRows(
    all.map(rule => {
      const {usual, others} = severitiesOf(rule, presets)
      const asides = others.map(({severity, presets: ids}) => `${severity} in ${ids.join(', ')}`)
      const aside = asides.length > 0 ? [{text: ` (${harmless(asides.join('; '))})`, paint: paint.dim}] : []
      return [
        [{text: harmless(rule.id), paint: paint.bold}],
        [{text: usual, paint: painter(usual, style)}],
        [{text: rule.fixable ? 'fix' : '', paint: paint.green}],
        [{text: harmless(rule.summary)}, ...aside],
      ]
    }),
    {width: columns - 2, split},
  )
  const parts = groups.map(group => {
    const rows = all.flatMap((rule, index) => (rule.group === group ? (lines[index] ?? []) : []))
    return `${paint.bold(harmless(group))}\n${rows.map(line => `  ${line}\n`).join('')}`
  })
  const notes = [
    'fix: some of its findings bring a fix that is safe to make unasked.',
    'More about a rule: plan-lint explain <rule>',
  ]
  return `${parts.join('\n')}\n${notes.map(note => `${paint.dim(note)}\n`).join('')}`
}

function painter(severity: string, {paint}: Style) {
  return severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.dim
}
