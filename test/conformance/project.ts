import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Pluggable} from 'unified'
import type {RuleSetting} from '../../core/preset.ts'
import {markdownlintConfig} from '../../hosts/markdownlint.ts'
import {remarkPlanLint} from '../../hosts/remark.ts'
import type {RemarkPreset} from '../../hosts/remark-preset.ts'
import type {RemarkRuleConfig} from '../../hosts/remark-rule.ts'
import {type Config, configs} from './configs.ts'
import {type Document, pathOf} from './document.ts'
import * as team from './team.ts'

const root = join(import.meta.dirname, '../..')
const source = (path: string) => JSON.stringify(pathToFileURL(join(root, path)).href)
const pluginsOf = ({hasTeam}: Config) => (hasTeam ? [team] : [])

/**
 * The files of a project that has the documents, and a folder for each configuration that tells it to every host. Paths
 * are relative.
 */
export function projectFiles(documents: readonly Document[]): Record<string, string> {
  return Object.fromEntries([
    // Above the folders there is nothing but the reports.
    ['.markdownlint-cli2.jsonc', JSON.stringify({outputFormatters: [['./markdownlint-report.mjs']]})],
    ['markdownlint-report.mjs', markdownlintReport],
    ['remark-report.mjs', remarkReport],
    ...Object.keys(configs).flatMap(name =>
      Object.entries(configFiles(name)).map(([file, content]) => [`${name}/${file}`, content]),
    ),
    ...documents.map(document => [pathOf(document), document.text]),
  ])
}

const markdownlintReport = `export default ({results, logMessage}) => logMessage('REPORT ' + JSON.stringify(results))\n`

const remarkReport = `export default files =>
  'REPORT ' + JSON.stringify(files.map(({path, messages}) => [
    path,
    messages.map(({ruleId, fatal, reason, place, url, note, expected}) => (
      {ruleId, fatal, reason, place, url, note, expected})),
  ]))\n`

function configFiles(name: string): Record<string, string> {
  const {hasTeam, ...config} = configs[name] ?? {}
  const conformance = 'test/conformance/'
  return {
    'plan-lint.config.json': JSON.stringify({...config, ...(hasTeam && {plugins: ['./team.mjs']})}),
    'team.mjs': `export * from ${source(`${conformance}team.ts`)}\n`,
    '.markdownlint-cli2.jsonc': JSON.stringify({
      customRules: ['./markdownlint-rules.mjs'],
      config: markdownlintConfigOf({...config, ...(hasTeam && {hasTeam})}),
    }),
    'markdownlint-rules.mjs': `import {markdownlintRules} from ${source('hosts/markdownlint.ts')}
import * as team from './team.mjs'
export default markdownlintRules({plugins: ${hasTeam ? '[team]' : '[]'}})\n`,
    '.remarkrc.mjs': `import {configs} from ${source(`${conformance}configs.ts`)}
import {remarkPresetOf} from ${source(`${conformance}project.ts`)}
export default remarkPresetOf(configs[${JSON.stringify(name)}])\n`,
  }
}

export function markdownlintConfigOf(config: Config): Record<string, unknown> {
  const {preset, rules = {}} = config
  return {
    default: false,
    plan: true,
    ...(preset && markdownlintConfig(preset, {plugins: pluginsOf(config)})),
    ...settings(rules, setting => (setting === 'off' ? false : {severity: severityOf(setting), ...optionsOf(setting)})),
  }
}

export function remarkPresetOf(config: Config): RemarkPreset {
  const {preset = 'auto', rules = {}} = config
  const host = remarkPlanLint({plugins: pluginsOf(config)})
  const own = settings(
    rules,
    (setting): RemarkRuleConfig =>
      setting === 'off' ? 'off' : [severityOf(setting) === 'error' ? 'error' : 'warn', optionsOf(setting)],
  )
  const configured = Object.entries(own).map(([name, setting]): Pluggable => {
    const plugin = host.rules[name]
    if (!plugin) throw new Error(`remark has no rule "${name}".`)
    return [plugin, setting]
  })
  return {plugins: [...host.preset(preset).plugins, ...configured]}
}

function settings<T>(rules: NonNullable<Config['rules']>, say: (setting: RuleSetting) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(rules).map(([id, setting]) => [`plan-${id}`, say(setting)]))
}

function severityOf(setting: RuleSetting): string {
  return typeof setting === 'string' ? setting : setting[0]
}

function optionsOf(setting: RuleSetting): Readonly<Record<string, unknown>> {
  return typeof setting === 'string' ? {} : setting[1]
}
