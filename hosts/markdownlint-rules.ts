import type {Rule as MarkdownlintRule, RuleOnError, RuleParams} from 'markdownlint'
import type {Rule} from '../core/rule.ts'
import type {Engine} from './engine.ts'
import {HostedPlan, requestOf} from './hosted-plan.ts'
import {toErrorInfo} from './markdownlint-error.ts'
import {documentText} from './markdownlint-text.ts'
import {workspaceAround} from './workspace-around.ts'

/**
 * The rules of `engine` as custom rules of markdownlint, `plan-<id>` each. They are silent on a file that is no plan.
 */
export function customRules(engine: Engine): MarkdownlintRule[] {
  // All rules get the same `lines` of a document, and no other document gets them.
  const documents = new WeakMap<readonly string[], HostedPlan>()

  const documentOf = (params: RuleParams): HostedPlan => {
    const known = documents.get(params.lines)
    if (known) return known
    const plan = new HostedPlan(documentText(params), localPath(params.name), engine, workspaceAround(params.name))
    documents.set(params.lines, plan)
    return plan
  }

  const report = (rule: Rule, params: RuleParams, onError: RuleOnError): void => {
    const plan = documentOf(params)
    const outcome = plan.check(rule, requestOf(withoutHostKeys(params.config)))
    if ('failure' in outcome) {
      onError({lineNumber: 1, detail: outcome.failure})
      return
    }
    const layout = {
      source: plan.source,
      frontMatterLines: params.frontMatterLines.length,
      acceptsFrontMatter: acceptsFrontMatter(params.version),
    }
    for (const finding of outcome.findings) onError(toErrorInfo(finding, layout))
  }

  const names = engine.rules.map(rule => `plan-${rule.id}`)
  return engine.rules.map(rule => ({
    names: [`plan-${rule.id}`],
    description: rule.summary,
    ...(rule.url && {information: new URL(rule.url)}),
    // markdownlint refuses a tag that is also the name of a rule.
    tags: ['plan', `plan-${rule.group}`].filter(tag => !names.includes(tag)),
    parser: 'micromark',
    function: (params, onError) => report(rule, params, onError),
  }))
}

/** Versions before 0.39 leave the keys to the rule that are the host's own. */
function withoutHostKeys(config: unknown): unknown {
  if (typeof config !== 'object' || config === null) return config
  const {enabled: _enabled, severity: _severity, ...own} = config as Record<string, unknown>
  return own
}

function acceptsFrontMatter(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 0 || minor >= 42
}

/** Folders above the project say nothing about the file, even if one of them is called `plans`. */
function localPath(name: string): string {
  const root = `${process.cwd().replaceAll('\\', '/')}/`
  const path = name.replaceAll('\\', '/')
  return path.startsWith(root) ? path.slice(root.length) : path
}
