import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {derivedPreset} from '../../core/derive/derive.ts'
import {templateOf} from '../../core/derive/template.ts'
import {lint, type Preset, presets} from '../../index.ts'

/** Templates of other shapes each, with a plan made from each. */
export const names = ['brief', 'decision', 'delivery', 'feature', 'prompt', 'proposal', 'relay', 'rfc']

export const id = 'of-our-own'

export function read(file: string): string {
  return readFileSync(join(import.meta.dirname, 'templates', file), 'utf8')
}

/** What a template holds; of a prompt only what stands in its block of Markdown. */
export function templateText(name: string): string {
  return templateOf(read(`${name}.md`)).document.text
}

export function presetOf(template: string): Preset {
  return derivedPreset(template, {id, summary: 'A plan of our own'}, presets)
}

/** What is found in a plan that is judged by the preset of a template: severity, rule and message. */
export function findingsIn(plan: string, template: string): string[] {
  const {findings} = lint(plan, {plugins: [{presets: [presetOf(template)]}], preset: id})
  return findings.map(({severity, rule, message}) => `${severity} ${rule} ${message}`)
}
