import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {globSync} from 'tinyglobby'
import {describe, expect, test} from 'vitest'
import type {CodeAction} from 'vscode-languageserver/node'
import {SourceText} from '../../core/text.ts'
import {type Finding, lint, rules} from '../../index.ts'
import {project} from '../cli/world.ts'
import {oddTexts} from '../plan-texts.ts'
import {rulePage} from '../rule-page.ts'
import {actionsAt, applied, named, rangeOf, takesActions, titlesOf} from './actions.ts'
import {Client} from './client.ts'

async function lineAction(text: string, words: string, rule = 'no-placeholders'): Promise<CodeAction> {
  const client = await Client.start({capabilities: takesActions})
  const uri = await client.open(text)
  const actions = await actionsAt(client, uri, rangeOf(text, words))
  const action = actions.find(({title}) => title.startsWith(`Disable ${rule} for`) && !title.endsWith('file'))
  return action ?? {title: `none of ${titlesOf(actions).join('; ')}`}
}

const head = '<!-- plan-lint preset: plan -->\n\n# Plan: Gauges\n\n'
const next = '<!-- plan-lint-disable-next-line no-placeholders -- reason -->'
const same = '<!-- plan-lint-disable-line no-placeholders -- reason -->'
const off = '<!-- plan-lint-disable no-placeholders -- reason -->'
const on = '<!-- plan-lint-enable no-placeholders -->'

describe('for a line the directive stands', () => {
  test.each([
    ['above a paragraph', 'It reads [NAME].\nDaily.\n', `${next}\nIt reads [NAME].\nDaily.\n`],
    ['above a heading', '## Phase 1: [NAME]\n\nIt reads.\n', `${next}\n## Phase 1: [NAME]\n\nIt reads.\n`],
    ['behind a later line of a paragraph', 'It reads\n[NAME].\n', `It reads\n[NAME]. ${same}\n`],
    ['before a hard break', 'It\nreads [NAME].  \nDaily.\n', `It\nreads [NAME]. ${same}  \nDaily.\n`],
    ['behind an item', '- a\n- [NAME]\n- b\n', `- a\n- [NAME] ${same}\n- b\n`],
    ['in a quote', '> It reads [NAME].\n', `> ${next}\n> It reads [NAME].\n`],
    ['as far in as a paragraph in an item', '- a\n\n  Of [NAME].\n', `- a\n\n  ${next}\n  Of [NAME].\n`],
    ['above a comment', '<!-- TODO: [NAME] -->\n', `${next}\n<!-- TODO: [NAME] -->\n`],
  ])('%s', async (_, body, expected) => {
    const text = head + body
    const action = await lineAction(text, body.includes('TODO') ? 'TODO: ' : '[NAME]')
    expect(action.title).toBe('Disable no-placeholders for this line')
    expect(applied(text, action)).toBe(head + expected)
  })

  test('with the rule in one that is there', async () => {
    const body =
      '<!-- plan-lint-disable-next-line no-clarification-markers -- as agreed -->\n\nIt reads [NAME]. [NEEDS CLARIFICATION: when?]\n'
    const action = await lineAction(head + body, '[NAME]')
    expect(applied(head + body, action)).toBe(
      `${head}<!-- plan-lint-disable-next-line no-clarification-markers, no-placeholders -- as agreed -->\n\nIt reads [NAME]. [NEEDS CLARIFICATION: when?]\n`,
    )
  })
})

describe('where no comment can stand two go around', () => {
  test('a table', async () => {
    const table = '| a | b |\n| --- | --- |\n| 1 | [NAME] |\n'
    const action = await lineAction(head + table, '[NAME]')
    expect(action.title).toBe('Disable no-placeholders for this table')
    expect(applied(head + table, action)).toBe(`${head}${off}\n${table}${on}\n`)
  })

  test('a block of code, as far in as it stands', async () => {
    const code = '  ```go\n  type Gauge struct{}\n\n  func (g *Gauge) Read() int {\n  \treturn g.last + 1\n  }\n  ```\n'
    const text = `<!-- plan-lint preset: go-phased -->\n\n# Plan: Gauges\n\n- The gauge\n\n${code}`
    const action = await lineAction(text, 'Read()', 'no-function-bodies')
    expect(action.title).toBe('Disable no-function-bodies for this code block')
    expect(applied(text, action)).toBe(
      text.replace(
        code,
        `  <!-- plan-lint-disable no-function-bodies -- reason -->\n${code}  <!-- plan-lint-enable no-function-bodies -->\n`,
      ),
    )
  })

  test('in front matter none can, and the file remains', async () => {
    const text = '---\nplan-lint: {preset: plan}\nstatus: done\n---\n\n# Plan\n\n- [x] a\n- [ ] b\n'
    const client = await Client.start({capabilities: takesActions})
    const actions = await actionsAt(client, await client.open(text), rangeOf(text, 'done'))
    expect(titlesOf(actions)).toEqual(['Disable status-consistency for this file'])
    expect(applied(text, named(actions, 'Disable status-consistency for this file'))).toBe(
      text.replace('# Plan', '<!-- plan-lint-disable-file status-consistency -- reason -->\n\n# Plan'),
    )
  })
})

describe('for the file it stands', () => {
  const directive = '<!-- plan-lint-disable-file no-placeholders -- reason -->'
  const body = '# Plan: Gauges\n\n## Phase 1: Read\n\n[NAME] reads.\n'
  test.each([
    [
      'next to other directives',
      `<!-- plan-lint preset: plan -->\n${body}`,
      `<!-- plan-lint preset: plan -->\n${directive}\n${body}`,
    ],
    [
      'below front matter',
      `---\nplan-lint: {preset: plan}\n---\n${body}`,
      `---\nplan-lint: {preset: plan}\n---\n${directive}\n\n${body}`,
    ],
    [
      'with the rule in one that is there',
      `<!-- plan-lint preset: plan -->\n${body}\n## Notes\n\n<!-- plan-lint-disable-file no-empty-sections -->\n`,
      `<!-- plan-lint preset: plan -->\n${body}\n## Notes\n\n<!-- plan-lint-disable-file no-empty-sections, no-placeholders -->\n`,
    ],
    [
      'below a byte order mark, with the line breaks of the file',
      `\uFEFF${body}<!-- plan-lint preset: plan -->\n`.replaceAll('\n', '\r\n'),
      `\uFEFF${directive}\n\n${body}<!-- plan-lint preset: plan -->\n`.replaceAll('\n', '\r\n'),
    ],
  ])('%s', async (_, text, expected) => {
    const client = await Client.start({capabilities: takesActions})
    const actions = await actionsAt(client, await client.open(text), rangeOf(text, '[NAME]'))
    expect(applied(text, named(actions, 'Disable no-placeholders for this file'))).toBe(expected)
  })
})

test('findings of several lines are told apart', async () => {
  const text = `${head}[NAME] reads.\n\n[PROJECT NAME] shows.\n`
  const client = await Client.start({capabilities: takesActions})
  const range = {start: rangeOf(text, '[NAME]').start, end: rangeOf(text, '[PROJECT NAME]').end}
  const actions = await actionsAt(client, await client.open(text), range)
  expect(titlesOf(actions)).toEqual([
    'Disable no-placeholders for line 5',
    'Disable no-placeholders for line 7',
    'Disable no-placeholders for this file',
  ])
})

const added = /\s?<!-- plan-lint-(?:disable|enable)[^>]*-->/g

/** Each finding by its words and the line that it stands on, without what directives and new lines change in them. */
function saidOf(text: string, findings: readonly Finding[]): string[] {
  const lineAround = ({start}: Finding) => {
    // What a document without a title lacks is told on its first line, whatever that says.
    if (start === 0) return ''
    const [before = '', after = ''] = [text.slice(0, start).split('\n').at(-1), text.slice(start).split('\n')[0]]
    return (before + after).replace(added, '').trim()
  }
  return findings
    .map(finding => `${finding.rule}: ${finding.message.replace(/\d+/g, '')} | ${lineAround(finding)}`)
    .sort()
}

const fixtures = join(import.meta.dirname, '../../fixtures')
/** Plans, and the rule of whose findings they are examples; null for all. */
const examples: (readonly [name: string, text: string, rule: string | null])[] = [
  ...globSync('*/*.md', {cwd: fixtures}).map(file => [file, readFileSync(join(fixtures, file), 'utf8'), null] as const),
  ...rules.flatMap(({id}) =>
    rulePage(id).examples.map(
      ({plan, preset, line}) => [`${id}.md:${line}`, `<!-- plan-lint preset: ${preset} -->\n\n${plan}`, id] as const,
    ),
  ),
]

// The server is silent on what is no plan.
const plans = examples.map(
  ([name, text, rule]) => [name, lint(text).isPlan ? text : `<!-- plan-lint preset: plan -->\n${text}`, rule] as const,
)

describe('no finding but those of the title is lost, and none is new', () => {
  test.each(plans)('%s', async (_, text, only) => {
    const client = await Client.start({capabilities: takesActions})
    const uri = await client.open(text)
    const {findings, preset} = lint(text)
    const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
    const seen = new Set<string>()
    for (const finding of findings) {
      const line = lineOf(finding.start)
      if (seen.has(`${line} ${finding.rule}`) || (only && finding.rule !== only)) continue
      seen.add(`${line} ${finding.rule}`)
      const position = {line: line - 1, character: finding.start - text.lastIndexOf('\n', finding.start - 1) - 1}
      const actions = await actionsAt(client, uri, {start: position, end: position}, {triggerKind: 2})
      const ofRule = actions.filter(({title}) => title.startsWith(`Disable ${finding.rule} for`))
      expect(ofRule.at(-1)?.title).toMatch(/for this file$/)
      for (const action of ofRule) {
        const isKnown = seen.has(JSON.stringify(action.edit))
        seen.add(JSON.stringify(action.edit))
        if (isKnown) continue
        const isCovered = coverage(action.title, finding, text)
        const after = applied(text, action)
        const result = lint(after)
        const rest = findings.filter(other => !isCovered(other))
        expect(rest).not.toContain(finding)
        expect(saidOf(after, result.findings), action.title).toEqual(saidOf(text, rest))
        expect(result.preset).toBe(preset)
      }
    }
  })
})

test('whatever the text is made of, less is found', async () => {
  const client = await Client.start({capabilities: takesActions})
  const folder = `${project({'.git/HEAD': ''})}/plans`
  let offered = 0
  for (const [name, text] of Object.entries(oddTexts).filter(([, odd]) => odd.length < 5000)) {
    const uri = await client.open(text, `${folder}/${name}.md`)
    for (const {rule, start} of lint(text).findings.slice(0, 6)) {
      const {line, column} = new SourceText(text).positionAt(start)
      const position = {line: line - 1, character: column - 1}
      const actions = await actionsAt(client, uri, {start: position, end: position})
      const countIn = (plan: string) => lint(plan).findings.filter(finding => finding.rule === rule).length
      for (const action of actions.filter(({title}) => title.startsWith(`Disable ${rule} for`))) {
        expect(countIn(applied(text, action)), `${name}: ${action.title}`).toBeLessThan(countIn(text))
        offered++
      }
    }
  }
  expect(offered).toBeGreaterThan(50)
})

/** Which findings an action is to keep back, as its title has it. */
function coverage(title: string, {rule, start}: Finding, text: string): (finding: Finding) => boolean {
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  const isOfRule = (finding: Finding) => finding.rule === rule
  if (title.endsWith('file')) return isOfRule
  if (/line(?: \d+)?$/.test(title)) return finding => isOfRule(finding) && lineOf(finding.start) === lineOf(start)
  const lines = text.split('\n')
  const isEdge = (line: string) => (title.endsWith('code block') ? /^[ >]*(?:```|~~~)/.test(line) : line.trim() === '')
  const first = lines.slice(0, lineOf(start) - 1).findLastIndex(isEdge) + 1
  const last = lines.findIndex((line, index) => index >= lineOf(start) && isEdge(line))
  return finding => {
    const line = lineOf(finding.start)
    return isOfRule(finding) && line >= first && (last < 0 || line <= last + 1)
  }
}
