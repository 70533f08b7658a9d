import type {Preset} from '../core/preset.ts'
import type {OptionSpec, Rule} from '../core/rule.ts'
import {severitiesOf} from '../core/severities.ts'

/** Markdown table of all rules for the README: link, severity, summary. */
export function rulesTable(rules: readonly Rule[], presets: readonly Preset[]): string {
  const rows = rules.map(rule => [`[${rule.id}](rules/${rule.id}.md)`, severities(rule, presets), rule.summary])
  return table(['Rule', 'Severity', 'Finds'], rows)
}

/** Markdown table of all presets for the README. */
export function presetsTable(presets: readonly Preset[]): string {
  return table(
    ['Preset', 'For'],
    presets.map(preset => [`\`${preset.id}\``, preset.summary]),
  )
}

/** Top of a rule's page: what follows from the rule itself. */
export function rulePageHeader(rule: Rule, presets: readonly Preset[]): string {
  const facts = [
    `- Severity: ${severities(rule, presets)}`,
    `- Group: ${rule.group}`,
    `- In markdownlint and remark: \`plan-${rule.id}\``,
  ].join('\n')
  const parts = [`# ${rule.id}`, `${rule.summary}.`, facts]
  const options = Object.entries(rule.options)
  if (options.length > 0) {
    parts.push(
      table(
        ['Option', 'Type', 'Default', 'Meaning'],
        options.map(([name, spec]) => [`\`${name}\``, optionType(spec), optionDefault(spec), spec.description]),
      ),
    )
  }
  return parts.join('\n\n')
}

/**
 * Replaces what stands between `<!-- name:start -->` and `<!-- name:end -->`; `undefined` where `text` lacks them.
 */
export function withBlock(text: string, name: string, content: string): string | undefined {
  const start = `<!-- ${name}:start -->`
  const from = text.indexOf(start)
  const to = text.indexOf(`<!-- ${name}:end -->`, from)
  if (from < 0 || to < 0) return undefined
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`
}

function severities(rule: Rule, presets: readonly Preset[]): string {
  const {usual, others} = severitiesOf(rule, presets)
  return [usual, ...others.map(({severity, presets: ids}) => `${severity} in ${ids.join(', ')}`)].join('; ')
}

function optionType(spec: OptionSpec): string {
  if (spec.type === 'array') return 'list of strings'
  if (spec.type === 'string' && spec.enum) return spec.enum.map(member => `\`${member}\``).join(', ')
  return spec.type
}

function optionDefault(spec: OptionSpec): string {
  return `\`${JSON.stringify(spec.default)}\``
}

/** A Markdown table; `rule` is the line below its head, a cell for each column. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  rule: readonly string[] = head.map(() => '---'),
): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}
