import {rulePage} from '../config/rule-page.ts'
import type {OptionSpec, Rule} from '../core/rule.ts'
import {rules} from '../rules/index.ts'

interface RulePage {
  markdown: string
  /** Where a link of the page leads; null for a page that is shown here as well. */
  addressOf(link: string): string | null
}

/** What there is to read about a rule: its page, or of a plugin's rule what the rule says of itself. */
export function pageOf(rule: Rule): RulePage {
  const own = rules.includes(rule) ? rulePage(rule.id) : null
  return {
    markdown: own === null ? selfDescription(rule) : `${own}\nPage: ${rule.url ?? ''}\n`,
    addressOf(link) {
      if (/^#|^(?:\.\/)?[\w-]+\.md(?:#|$)/.test(link)) return null
      return rule.url !== undefined && URL.canParse(link, rule.url) ? new URL(link, rule.url).href : link
    },
  }
}

function selfDescription({id, summary, group, severity, enabledByDefault, options, url}: Rule): string {
  const specs = Object.entries(options)
  const rows = specs.map(([name, spec]) =>
    [`\`${name}\``, typeOf(spec), `\`${JSON.stringify(spec.default)}\``, spec.description]
      .map(cell => cell.replaceAll('|', '\\|'))
      .join(' | '),
  )
  return [
    `# ${id}`,
    `${summary}.`,
    `- Severity: ${enabledByDefault ? severity : 'off, unless a preset or the configuration turns it on'}\n- Group: ${group}`,
    ...(rows.length > 0 ? [['Option | Type | Default | Meaning', '--- | --- | --- | ---', ...rows].join('\n')] : []),
    url === undefined ? 'It comes from a plugin and names no page of its own.' : `Page: ${url}`,
  ].join('\n\n')
}

function typeOf(spec: OptionSpec): string {
  if (spec.type === 'array') return 'list of strings'
  if (spec.type === 'string' && spec.enum) return spec.enum.join(', ')
  return spec.type
}
