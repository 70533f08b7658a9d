import {basename} from 'node:path'
import type {PlanStatus} from '../../../hosts/lsp/status-protocol.ts'

type Plan = NonNullable<PlanStatus['plan']>

/** What the status bar shows of a document. */
export interface StatusWords {
  /** May name icons, as `$(checklist)`. */
  text: string
  /** Markdown. */
  tooltip: string
  level: 'normal' | 'warning' | 'error'
}

/** What to show of a document; null for nothing, where it is no plan. */
export function describeStatus(status: PlanStatus): StatusWords | null {
  const {plan, failure, isConfigRefused, configProblems} = status
  if (failure !== null) return {text: '$(error) plan-lint', tooltip: `Not checked: ${escaped(failure)}`, level: 'error'}
  if (!plan) return null
  const isBroken = configProblems.length > 0 && !isConfigRefused
  const icon = isConfigRefused ? 'workspace-untrusted' : isBroken ? 'warning' : 'checklist'
  return {
    text: `$(${icon}) ${plan.preset}`,
    tooltip: [...reasons(plan), counted(plan), howFar(plan), ...configuration(status)].join('\n\n'),
    level: isBroken ? 'warning' : 'normal',
  }
}

function reasons({preset, presetSource, evidence}: Plan): string[] {
  const heading = `Checked as **${escaped(preset)}**`
  const list = evidence.map(words => `- ${escaped(words)}`).join('\n')
  switch (presetSource) {
    case 'config':
      return [`${heading}: the configuration says so.`]
    case 'directive':
      return [`${heading}: the file says so.`, list]
    case 'detected':
      return [`${heading}: the file looks like it.`, list]
    case 'fallback':
      return [`${heading}: the project keeps plans here, and the file looks like no template.`]
  }
}

function counted({counts: {error, warning, info}}: Plan): string {
  const parts = [
    [error, 'error', 'errors'],
    [warning, 'warning', 'warnings'],
    [info, 'hint', 'hints'],
  ] as const
  const found = parts.filter(([count]) => count > 0).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`)
  return found.length > 0 ? `${found.join(', ')}.` : 'Nothing found.'
}

function howFar({readiness: {verdict, next, blockers}}: Plan): string {
  if (next === null) return `It is ${verdict}.`
  return `It is ${verdict}; ${blockers === 1 ? '1 thing keeps' : `${blockers} things keep`} it from being ${next}.`
}

function configuration({configFile, configProblems, isConfigRefused}: PlanStatus): string[] {
  if (configFile === null) return []
  const name = escaped(basename(configFile))
  if (isConfigRefused) {
    return [`${name} is code, and not run: [manage the trust in this workspace](command:${manageTrust}).`]
  }
  if (configProblems.length === 0) return [`With ${name}.`]
  return [`${name} is not in force:`, configProblems.map(problem => `- ${escaped(problem)}`).join('\n')]
}

/** VS Code's command that the words may lead to. */
export const manageTrust = 'workbench.trust.manage'

/** Only what would be taken for Markdown: some programs read the words aloud as they are. */
function escaped(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.replace(/[\\`*_[\]<&|~]|^[#+\-=>](?= |$)|(?<=^\d{1,9})[.)]/g, '\\$&')
}
