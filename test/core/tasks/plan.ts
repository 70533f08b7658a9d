import {parseDocument} from '../../../core/document.ts'
import {Plan} from '../../../core/plan.ts'
import {SourceText} from '../../../core/text.ts'
import {type Finding, lint} from '../../../index.ts'
import preset from '../../../presets/spec-kit-tasks.ts'

/** A text as the plan of the preset that asks for tasks. */
export function planOf(text: string): Plan {
  return new Plan(parseDocument(text), preset)
}

/** Tasks under the heading of one phase. */
export function inPhase(...lines: string[]): string {
  return `# Tasks: Seeds\n\n## Phase 3: User Story 1 - Find a seed\n\n${lines.join('\n')}\n`
}

/** What the rules about tasks find, as `line rule message`; of those with warnings only the rule `besides`. */
export function told(text: string, besides = ''): string[] {
  const source = new SourceText(text)
  return findingsIn(text)
    .filter(({rule}) => rule === besides || !['task-files', 'task-format'].includes(rule))
    .map(({start, rule, message}) => `${source.lineAt(start)} ${rule} ${message}`)
}

export function findingsIn(text: string): Finding[] {
  return lint(text, {preset: preset.id}).findings.filter(({rule}) => rule.startsWith('task-'))
}
