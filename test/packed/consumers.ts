/** What users of the library write in TypeScript; lines that must not compile say so. */
export const libraryUser = `
import {
  type Config,
  defineConfig,
  definePreset,
  defineRule,
  eachSection,
  extendPreset,
  type Finding,
  lint,
  type Plan,
  type Plugin,
  type PresetChanges,
  type PresetDefinition,
  readiness,
  startingIn,
  type Verdict,
} from 'plan-lint'
import phased from 'plan-lint/presets/phased'

const definition: PresetDefinition = {
  id: 'rfc',
  summary: 'RFCs',
  sections: [{id: 'goal', title: 'Goal', expectation: 'required'}],
}
const changes: PresetChanges = {id: 'team', sections: {change: {overview: {aliases: null}}, remove: ['change-log']}}

export const rule = defineRule({
  id: 'no-shouting',
  summary: 'Something is shouted',
  severity: 'info',
  options: {
    most: {type: 'integer', default: 1, description: 'How many.'},
    mode: {type: 'string', enum: ['any', 'all'], default: 'any', description: 'Which.'},
  },
  messages: {shouted: '"{words}" is shouted'},
  *check(plan: Plan, {most, mode}, say) {
    const options: [number, 'any' | 'all'] = [most, mode]
    for (const {section} of eachSection(plan.sections)) {
      for (const line of section.places.flatMap(({body}) => startingIn(plan.document.lines, body)))
        yield say('shouted', line, {words: options.join()}, {fix: [{...line, text: ''}]})
    }
    // @ts-expect-error the slot "words" is not filled
    yield say('shouted', plan.place, {})
    // @ts-expect-error there is no such message
    yield say('shuoted', plan.place, {})
  },
})

export const plugin: Plugin = {rules: [rule], presets: [definePreset(definition), extendPreset(phased, changes)]}
export const config: Config = defineConfig({plugins: [plugin, './plugin.mjs'], preset: 'rfc'})
export const findings: Finding[] = lint('# Plan', {plugins: [plugin]}).findings
export const verdict: Verdict = readiness('# Plan', {plugins: [plugin]}).verdict

// @ts-expect-error there is no such key
definePreset({id: 'rfc', summary: 'RFCs', section: []})
// @ts-expect-error a section cannot do without a title
extendPreset(phased, {id: 'team', sections: {change: {overview: {title: null}}}})
`

/** The same for the modules that hosts load. */
export const hostUser = `
import type {Configuration, Rule} from 'markdownlint'
import type {Preset} from 'unified'
import customRules, {markdownlintConfig, markdownlintRules} from 'plan-lint/markdownlint'
import planLint, {remarkPlanLint} from 'plan-lint/remark'
import phased from 'plan-lint/remark/phased'
import {plugin} from './library-user.ts'

export const rules: Rule[] = [...customRules, ...markdownlintRules({plugins: [plugin]})]
export const config: Configuration = markdownlintConfig('rfc', {plugins: [plugin]})
export const {rules: remarkRules, preset} = remarkPlanLint({plugins: [plugin]})
export const presets: Preset[] = [planLint, phased, preset('rfc'), {plugins: [[remarkRules['plan-no-shouting']!, ['error', {most: 2}]]]}]

// @ts-expect-error plugins have to be given
markdownlintRules()
`
