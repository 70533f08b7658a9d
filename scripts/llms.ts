import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Nodes} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {globSync} from 'tinyglobby'
import type {Preset} from '../core/preset.ts'
import type {Rule} from '../core/rule.ts'

const repository = 'https://raw.githubusercontent.com/plan-lint/plan-lint/main'

/**
 * The text of `llms.txt`, in the form of llmstxt.org: what plan-lint is to an agent, the commands it needs, and where
 * more is written. `root` is the folder of the project.
 */
export function llmsText(root: string, rules: readonly Rule[], presets: readonly Preset[]): string {
  const pages = globSync('docs/*.md', {cwd: root}).sort()
  const schemas = globSync('docs/*.schema.json', {cwd: root}).sort()
  const parts = [
    introduction,
    `Presets:\n\n${presets.map(({id, summary}) => `- \`${id}\`: ${summary}`).join('\n')}`,
    section(
      'Docs',
      ['README.md', ...pages].map(file => pageLink(root, file)),
    ),
    section(
      'Rules',
      rules.map(({id, summary}) => link(id, `rules/${id}.md`, summary)),
    ),
    section('Optional', [
      ...schemas.map(file => link(titleOfSchema(root, file), file, 'JSON Schema')),
      link('Contributing', 'CONTRIBUTING.md', 'how to build, test, and add a rule or a preset'),
      link('Changelog', 'CHANGELOG.md', 'what is new'),
      link(
        'Security',
        'SECURITY.md',
        'what plans, repositories and dependencies cannot do, and where to report a hole',
      ),
    ]),
  ]
  return `${parts.join('\n\n')}\n`
}

const introduction = `# plan-lint

> Linter for implementation plans in Markdown, the documents that people and coding agents write before they write code. It finds missing sections, slots that nobody filled in, questions without an answer, code where a signature was asked for and phases that nobody can validate, and says what to write instead. It sends nothing anywhere and runs nothing that a plan holds.

Where a project has plan-lint installed, \`npx plan-lint\` runs it; elsewhere \`npx --yes plan-lint\`. Exit codes: 0 clean, 1 findings that fail the run, 2 something was not checked, which is never success.

- \`npx plan-lint -f agent plans/a.md\`: a line per finding with place, rule, what is wrong, the exact text, and what to write instead
- \`npx plan-lint --fix plans/a.md\`: makes the changes that are safe; \`npx plan-lint --diff plans/a.md\` shows them only
- \`npx plan-lint explain no-placeholders\`: why a rule is there, with plans that fail and plans that pass
- \`npx plan-lint new phased "Rate limits" -o plans/b.md\`: begins a plan with all that a preset asks for, in slots to fill in
- \`npx plan-lint which plans/a.md\`: which preset judges a file, why, and what would change that
- \`npx plan-lint presets show phased\`: the sections, fields and phases that a preset asks for
- \`npx plan-lint status plans/a.md\`: how far a plan is (draft, reviewable, executable, done), and what keeps it back; with \`--require executable\` it fails where the plan is less
- \`npx plan-lint inspect plans/a.md\`: phases, tasks, commands, questions, files and dependencies of a plan as JSON
- \`npx plan-lint stages plans/a.md\`: which stages or phases of a plan can be begun now, side by side, and which after them; \`--format json\` for programs
- \`npx plan-lint hook\`: for hooks that run after an edit; reads the event from standard input, and tells findings on standard error with exit code 2

Mend the plan, not the linter: a slot is filled with what is true, an open question goes to the user. Where a finding is wrong, keep it back with a reason, in a comment on the line before: \`<!-- plan-lint-disable-next-line no-placeholders -- an example -->\`.`

function section(title: string, links: readonly string[]): string {
  return `## ${title}\n\n${links.join('\n')}`
}

function link(title: string, file: string, notes: string): string {
  return `- [${title}](${repository}/${file}): ${notes}`
}

function pageLink(root: string, file: string): string {
  const headings = fromMarkdown(readFileSync(join(root, file), 'utf8')).children.filter(node => node.type === 'heading')
  const [title] = headings.filter(({depth}) => depth === 1)
  const parts = headings.filter(({depth}) => depth === 2).map(wordsIn)
  return link(title ? wordsIn(title) : file, file, parts.join('; '))
}

function wordsIn(node: Nodes): string {
  if ('children' in node) return node.children.map(wordsIn).join('')
  return 'value' in node ? node.value : ''
}

function titleOfSchema(root: string, file: string): string {
  return JSON.parse(readFileSync(join(root, file), 'utf8')).title
}
