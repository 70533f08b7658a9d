import type {Finding, Severity} from '../../core/finding.ts'
import type {LintResult} from '../../core/lint.ts'
import type {Preset} from '../../core/preset.ts'
import {defaultOptions, defineRule, type Report, type Rule} from '../../core/rule.ts'
import type {Engine} from '../../hosts/engine.ts'
import type {PlanLintOptions} from '../../index.ts'

const place = {start: 0, end: 0}

/** Finds one pattern; a capture group `keep` is what its fix leaves. */
function patternRule(id: string, severity: Severity, pattern: RegExp, fix?: (match: string) => string): Rule {
  const rule = defineRule({
    id,
    summary: `There is a ${id}`,
    group: 'leftovers',
    url: `https://example.org/rules/${id}.md`,
    severity,
    enabledByDefault: id !== 'opt-in',
    options: {except: {type: 'string', default: '', description: 'A text that is fine.'}},
    messages: {found: 'Found {text}'},
    *check(_plan, _options, say) {
      yield say('found', place, {text: id})
    },
  })
  const reports = (text: string, options: Readonly<Record<string, unknown>>): Report[] =>
    [...text.matchAll(pattern)]
      .filter(([match]) => match !== options.except)
      .map(match => {
        const start = match.index
        const end = start + match[0].length
        const report: Report = {start, end, message: `Found ${JSON.stringify(match[0])}`, data: {}}
        return fix ? {...report, fix: [{start, end, text: fix(match[0])}]} : report
      })
  return {...rule, check: (plan, options) => reports(plan as unknown as string, options)}
}

const rules = [
  patternRule('slot', 'error', /\[[A-Z]+\]/g, text => text.slice(1, -1)),
  patternRule('shout', 'info', /!!!/g, () => '!'),
  patternRule('drop-line', 'warning', /^DROP\n/gm, () => ''),
  patternRule('block', 'error', /BEGIN\n[\s\S]*?END/g),
  patternRule('opt-in', 'warning', /MAYBE/g),
]

const presets = ['strict', 'loose'].map(
  id => ({id, rules: id === 'loose' ? {slot: 'warning', block: 'off'} : {}}) as unknown as Preset,
)

export interface ToyEngine extends Engine {
  /** Every call so far. */
  readonly calls: {text: string; options: PlanLintOptions}[]
}

/** A small engine on which hosts can be tested without any real rule. A text with the word PLAN is a plan. */
export function toyEngine(): ToyEngine {
  const calls: ToyEngine['calls'] = []
  return {rules, presets, calls, lint: (text, options) => lint(text, options, calls)}
}

function lint(text: string, options: PlanLintOptions, calls: ToyEngine['calls']): LintResult {
  calls.push({text, options})
  if (text.includes('CRASH')) throw new TypeError('boom')
  const id = options.preset === undefined || options.preset === 'auto' ? 'strict' : options.preset
  const preset = presets.find(candidate => candidate.id === id)
  if (!preset) throw new RangeError(`Unknown preset "${id}".`)
  const findings = rules.flatMap((rule): Finding[] => {
    const usual = rule.enabledByDefault ? rule.severity : 'off'
    const setting = options.rules?.[rule.id] ?? preset.rules[rule.id] ?? usual
    const [severity, own] = typeof setting === 'string' ? [setting, {}] : setting
    if (severity === 'off') return []
    return [...rule.check(text as never, {...defaultOptions(rule), ...own})].map(report => ({
      ...report,
      rule: rule.id,
      severity,
      url: `https://example.org/${rule.id}`,
    }))
  })
  return {
    preset: id,
    presetSource: 'detected',
    evidence: [],
    isPlan: text.includes('PLAN'),
    findings: findings.sort((a, b) => a.start - b.start),
    suppressed: 0,
  }
}
