import {didYouMean} from '../../config/did-you-mean.ts'
import {Problem} from '../../config/problem.ts'
import type {Catalogue} from '../../core/plugin.ts'
import type {Rule} from '../../core/rule.ts'
import {colorAsked, colorOptions, configOptions, onlyArgument, projectOf} from '../project-options.ts'
import {print} from '../terminal.ts'
import {defineCommand} from './command.ts'

export const explain = defineCommand({
  usage: ['<rule>'],
  summary: 'shows what a rule is for, what fails and what passes',
  options: {...configOptions, ...colorOptions},
  async notes() {
    return '"plan-lint rules" lists the rules.'
  },
  async run(world, {values, positionals, argv}) {
    const id = onlyArgument(positionals, 'rule', 'plan-lint explain <rule>; "plan-lint rules" lists them')
    const {catalogue} = await projectOf(world, values)
    const rule = ruleNamed(id, catalogue)
    const [{pageOf}, {renderMarkdown}, {styleFor}] = await Promise.all([
      import('../rule-pages.ts'),
      import('../markdown/render.ts'),
      import('../style.ts'),
    ])
    const page = pageOf(rule)
    const style = await styleFor(world, colorAsked(argv), [page.markdown])
    await print(world, renderMarkdown(page.markdown, style, page.addressOf))
    return 0
  },
})

/** Rules go by `plan-<id>` in other linters, and whoever copies the name from there means the same. */
function ruleNamed(name: string, {rules, presets}: Catalogue): Rule {
  const find = (id: string) => rules.find(rule => rule.id === id)
  const rule = find(name) ?? (name.startsWith('plan-') ? find(name.slice('plan-'.length)) : undefined)
  if (rule) return rule
  if (presets.some(({id}) => id === name))
    throw new Problem(`"${name}" is a preset, no rule; write: plan-lint presets show ${name}`)
  const near = didYouMean(
    name,
    rules.map(({id}) => id),
  )
  throw new Problem(`unknown rule "${name}"${near || '; "plan-lint rules" lists them all'}`)
}
