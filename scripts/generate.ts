import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import type {Preset} from '../core/preset.ts'
import type {Rule} from '../core/rule.ts'
import {labelKindsTable} from './accuracy/kinds.ts'
import {actionTables} from './action-tables.ts'
import {presetsTable, rulePageHeader, rulesTable, withBlock} from './docs.ts'
import {indexModule, loadDefaults} from './indexes.ts'
import {llmsText} from './llms.ts'
import {metadataSchema} from './metadata-schema.ts'

const root = resolve(import.meta.dirname, '..')
const {values} = parseArgs({options: {check: {type: 'boolean', default: false}}})

const rules = await loadDefaults<Rule>(join(root, 'rules'))
const presets = await loadDefaults<Preset>(join(root, 'presets'))
let stale = 0

const pages = {name: 'withPages', module: '../core/rule-pages.ts'}
const ruleIndex = {array: 'rules', type: 'Rule', typeModule: '../core/rule.ts', through: pages}
update('rules/index.ts', () => indexModule(ids(rules), ruleIndex))
const presetIndex = {array: 'presets', type: 'Preset', typeModule: '../core/preset.ts'}
update('presets/index.ts', () => indexModule(ids(presets), presetIndex))
update('README.md', text => withBlock(text, 'rules', rulesTable(rules, presets)))
update('README.md', text => withBlock(text, 'presets', presetsTable(presets)))
update('docs/accuracy.md', text => withBlock(text, 'kinds', labelKindsTable()))
for (const preset of presets) {
  const schema = metadataSchema(preset)
  if (schema) update(`docs/${preset.id}-metadata.schema.json`, () => `${JSON.stringify(schema, null, 2)}\n`)
}
for (const rule of rules) {
  update(`rules/${rule.id}.md`, text => withBlock(text, 'rule', rulePageHeader(rule, presets)))
}
update('docs/ci.md', text => withBlock(text, 'action', actionTables(readFileSync(join(root, 'action.yml'), 'utf8'))))
// These run the rules, so they have to load the index after it was written.
const {withProofs} = await import('./template-tables.ts')
const {pagesWithExamples, withExamples} = await import('./examples.ts')
try {
  update('docs/templates.md', text => withProofs(text, presets))
} catch (error) {
  stale++
  console.error((error as Error).message)
}
for (const page of pagesWithExamples) {
  const shown = await withExamples(readFileSync(join(root, page), 'utf8'), root)
  update(page, () => shown)
}

// It names the headings of the pages.
update('docs/llms.txt', () => llmsText(root, rules, presets))

if (stale > 0) {
  console.error('Run "npm run generate" and commit what it writes.')
  process.exitCode = 1
}

function ids(items: readonly {readonly id: string}[]): string[] {
  return items.map(item => item.id)
}

function update(file: string, render: (text: string) => string | undefined): void {
  const path = join(root, file)
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const wanted = render(text)
  if (wanted === text) return
  if (wanted === undefined) {
    stale++
    console.error(`${file} is missing or lacks its generated block's start and end comments.`)
  } else if (values.check) {
    stale++
    console.error(`${file} is not up to date:\n${firstDifference(text, wanted)}`)
  } else {
    writeFileSync(path, wanted)
    console.log(`wrote ${file}`)
  }
}

function firstDifference(have: string, want: string): string {
  const haveLines = have.split('\n')
  const wantLines = want.split('\n')
  const at = wantLines.findIndex((line, index) => line !== haveLines[index])
  const line = at < 0 ? wantLines.length : at
  return `@@ line ${line + 1} @@\n- ${haveLines[line] ?? ''}\n+ ${wantLines[line] ?? ''}`
}
