import type {Root} from 'mdast'
import type {Plugin, Transformer} from 'unified'
import {lintRule} from 'unified-lint-rule'
import type {Point} from 'unist'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {Finding, Severity} from '../core/finding.ts'
import {placeOf} from '../core/place.ts'
import type {Rule} from '../core/rule.ts'
import type {SourceText} from '../core/text.ts'
import type {Engine} from './engine.ts'
import {HostedPlan, requestOf} from './hosted-plan.ts'
import {workspaceAround} from './workspace-around.ts'

/** A severity as remark-lint writes it. */
export type RemarkSeverity = boolean | 0 | 1 | 2 | 'off' | 'on' | 'warn' | 'error'
export type RemarkOptions = {preset?: string; [option: string]: unknown}
export type RemarkRuleConfig = RemarkSeverity | RemarkOptions | [severity: RemarkSeverity, options?: RemarkOptions]
export type RemarkRule = Plugin<[config?: RemarkRuleConfig], Root>

/**
 * The rules of `engine` as plugins for remark, by their name there, `plan-<id>`. They are silent on a file that is no
 * plan.
 */
export function remarkRules(engine: Engine): Record<string, RemarkRule> {
  const documents = new WeakMap<VFile, HostedPlan>()

  const documentOf = (file: VFile): HostedPlan => {
    const text = String(file)
    const known = documents.get(file)
    if (known?.source.text === text) return known
    const plan = new HostedPlan(text, file.path ?? '', engine, workspaceAround(file.path, file.cwd))
    documents.set(file, plan)
    return plan
  }

  const toPlugin = (rule: Rule): RemarkRule => {
    const origin = `remark-lint:plan-${rule.id}`

    function plugin(config?: RemarkRuleConfig): Transformer<Root> | undefined {
      const [level, options] = splitConfig(config)
      const request = requestOf(options)
      if (level !== undefined) request.severity = severityOf(level)
      const severities = new Map<VFileMessage, Severity>()

      const check = lintRule<Root, undefined>({origin, ...(rule.url && {url: rule.url})}, (_tree, file) => {
        const plan = documentOf(file)
        const outcome = plan.check(rule, request)
        if ('failure' in outcome) {
          severities.set(file.message(outcome.failure, {line: 1, column: 1}), 'error')
          return
        }
        for (const finding of outcome.findings) {
          severities.set(report(file, finding, plan.source), finding.severity)
        }
      })
      const transform = check([level ?? 'on'])
      if (!transform) return undefined

      // lintRule gives all messages of a rule one severity and knows no info. A finding has its own: an open question
      // in a draft is a warning where others are errors.
      return (tree, file, next) =>
        transform(tree, file, error => {
          for (const [message, severity] of severities) message.fatal = fatalOf(severity)
          severities.clear()
          next(error)
        })
    }

    return Object.defineProperty(plugin, 'name', {value: origin})
  }

  return Object.fromEntries(engine.rules.map(rule => [`plan-${rule.id}`, toPlugin(rule)]))
}

function splitConfig(config: RemarkRuleConfig | undefined): [RemarkSeverity | undefined, RemarkOptions | undefined] {
  if (Array.isArray(config)) return [config[0], config[1]]
  return typeof config === 'object' ? [undefined, config] : [config, undefined]
}

function severityOf(level: RemarkSeverity): Severity {
  return level === 2 || level === 'error' ? 'error' : 'warning'
}

function fatalOf(severity: Severity): boolean | undefined {
  return severity === 'info' ? undefined : severity === 'error'
}

function report(file: VFile, finding: Finding, source: SourceText): VFileMessage {
  const start = pointAt(finding.start, source)
  const place = finding.end > finding.start ? {start, end: pointAt(finding.end, source)} : start
  const message = file.message(finding.message, place)
  const replacements = replacementsOf(finding)
  if (replacements.length > 0) {
    message.actual = source.text.slice(finding.start, finding.end)
    message.expected = replacements
  }
  if (finding.related) {
    message.note = finding.related
      .map(related => {
        const {line, column} = placeOf(source, related.start)
        return `${line}:${column} ${related.message}`
      })
      .join('\n')
  }
  return message
}

function pointAt(offset: number, source: SourceText): Point {
  return {...placeOf(source, offset), offset}
}

/** Texts that an editor can offer in place of the finding's range. */
function replacementsOf({start, end, fix, suggestions}: Finding): string[] {
  const changes = [...(fix ? [fix] : []), ...(suggestions ?? []).map(suggestion => suggestion.edits)]
  return changes.flatMap(([edit, ...others]) =>
    edit && others.length === 0 && edit.start === start && edit.end === end ? [edit.text] : [],
  )
}
