import {holding} from '../holding.ts'
import {isObject, type JsonObject} from '../merge/additions.ts'
import type {Part, Setup} from '../part.ts'
import type {Step} from '../step.ts'

const rules: JsonObject = {customRules: ['plan-lint/markdownlint']}

export const markdownlint: Part = {
  id: 'markdownlint',
  title: 'markdownlint-cli2',
  option: '--markdownlint',
  evidence: ({markdownlint}) => markdownlint.evidence,
  async steps({around, tools: {markdownlint}, preset}) {
    const {options = null, config} = markdownlint
    const path = options ?? '.markdownlint-cli2.jsonc'
    const under = (wanted: JsonObject): JsonObject => (path === 'package.json' ? {'markdownlint-cli2': wanted} : wanted)
    const steps: Step[] = []
    if (config === null) {
      const step = await holding(around, path, value => {
        const own = path === 'package.json' ? value['markdownlint-cli2'] : value
        const settings = settingsFor(preset, isObject(own) ? own.config : undefined)
        return under(settings ? {...rules, config: settings} : rules)
      })
      return [step]
    }
    steps.push(await holding(around, path, under(rules)))
    const settings = await holding(around, config, value => settingsFor(preset, value) ?? {})
    return settings.kind === 'settled' ? steps : [...steps, settings]
  },
}

/**
 * What a configuration of markdownlint has to hold so that our rules are on; null for nothing. Where all rules are off
 * but those that are named, ours are named by their tag.
 */
function settingsFor(preset: Setup['preset'], config: unknown): JsonObject | null {
  if (preset !== 'auto') return {extends: `plan-lint/markdownlint/presets/${preset}.json`}
  return isObject(config) && config.default === false ? {plan: true} : null
}
