import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {describe, expect, test} from 'vitest'
import {SourceText} from '../core/text.ts'
import {type Finding, lint, rules} from '../index.ts'
import {workspaceOf} from './workspace-of.ts'

const root = join(import.meta.dirname, '../fixtures/repositories')
const planPath = 'plans/plan.md'

/** Only the rules that look at the repository. */
const settings = Object.fromEntries(
  rules.filter(({group}) => group !== 'repository').map(({id}) => [id, 'off'] as const),
)

/** What the files below a folder hold, by their paths in it. */
function filesBelow(folder: string): Record<string, string> {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile())
  const paths = entries.map(({parentPath, name}) => join(parentPath, name))
  return Object.fromEntries(
    paths.map(path => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  )
}

/** What is found in `text` as the plan of a small repository. */
function findingsIn(text: string, files: Readonly<Record<string, string>>): readonly Finding[] {
  return lint(text, {rules: settings, workspace: workspaceOf(files, {planPath})}).findings
}

/** One line of `plan.findings`: range, rule, and what is said. */
function lineOf(source: SourceText, {start, end, rule, message}: Finding): string {
  const [from, to] = [source.positionAt(start), source.positionAt(end)]
  return `${from.line}:${from.column}-${to.line}:${to.column} ${rule} ${message}`
}

/** The text with each name replaced by what is offered for it. */
function withSuggestions(text: string, findings: readonly Finding[]): string {
  const edits = findings.flatMap(({suggestions = []}) => suggestions[0]?.edits ?? [])
  return edits.toReversed().reduce((words, {start, end, text}) => words.slice(0, start) + text + words.slice(end), text)
}

describe.each(readdirSync(root))('%s', name => {
  const files = filesBelow(join(root, name))
  const plan = files[planPath] ?? ''
  const findings = findingsIn(plan, files)

  test('what its plan asks for and is not there is told', () => {
    const expected = join(root, name, 'plans/plan.findings')
    const lines = existsSync(expected) ? readFileSync(expected, 'utf8').trimEnd().split('\n') : []
    expect(findings.map(finding => lineOf(new SourceText(plan), finding))).toEqual(lines)
    expect(lines).not.toEqual([])
  })

  test('what is offered is there', () => {
    const unmended = findings.filter(({suggestions}) => !suggestions)
    const after = findingsIn(withSuggestions(plan, findings), files)
    expect(after.map(({message}) => message)).toEqual(unmended.map(({message}) => message))
  })

  test('without a repository nothing is told', () => {
    expect(lint(plan, {rules: settings}).findings).toEqual([])
  })
})
