import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {expect, test} from 'vitest'
import {commands} from '../../cli/commands/commands.ts'
import {presets, rules} from '../../index.ts'
import {llmsText} from '../../scripts/llms.ts'
import {project, run} from '../cli/world.ts'

const root = join(import.meta.dirname, '../..')
const text = readFileSync(join(root, 'docs/llms.txt'), 'utf8')

test('is what npm run generate writes', () => {
  expect(llmsText(root, rules, presets)).toBe(text)
})

test('has the form of llmstxt.org: a title, a summary, words without headings, then lists of links', () => {
  const [title, summary, ...rest] = fromMarkdown(text).children
  expect(title).toMatchObject({type: 'heading', depth: 1})
  expect(summary).toMatchObject({type: 'blockquote'})
  const first = rest.findIndex(({type}) => type === 'heading')
  const sections = rest.slice(first)
  expect(sections.map(({type}) => type)).toEqual(sections.map((_, index) => (index % 2 === 0 ? 'heading' : 'list')))
  const headings = sections.flatMap(node => (node.type === 'heading' ? [node] : []))
  expect(headings.map(({depth, children: [words]}) => [depth, words])).toMatchObject([
    [2, {value: 'Docs'}],
    [2, {value: 'Rules'}],
    [2, {value: 'Optional'}],
  ])
  for (const list of sections.flatMap(node => (node.type === 'list' ? node.children : []))) {
    expect(list).toMatchObject({
      children: [{type: 'paragraph', children: [{type: 'link'}, {value: expect.stringMatching(/^: ./)}]}],
    })
  }
})

test('its links lead to files of the project, to every rule and every page', () => {
  const main = 'https://raw.githubusercontent.com/plan-lint/plan-lint/main/'
  const links = Array.from(text.matchAll(/\]\(([^)]+)\)/g), ([, url = '']) => url)
  const files = links.map(url => url.replace(main, ''))
  expect(files.filter(file => !existsSync(join(root, file)))).toEqual([])
  expect(files).toEqual(expect.arrayContaining(rules.map(({id}) => `rules/${id}.md`)))
  expect(files).toContain('docs/ci.md')
})

const lines = Array.from(text.matchAll(/`npx plan-lint ([^`]+)`/g), ([, line = '']) => line)

test.each(lines)('plan-lint %s runs', async line => {
  const plan = readFileSync(join(root, 'fixtures/go-phased/forgotten-close.md'), 'utf8')
  const cwd = project({'plans/a.md': plan})
  const argv = Array.from(line.matchAll(/"([^"]*)"|\S+/g), ([all, quoted]) => quoted ?? all)
  const event = JSON.stringify({hook_event_name: 'PostToolUse', tool_input: {file_path: 'plans/a.md'}})
  const {code, stderr} = await run(cwd, argv, {stdin: event})
  if (argv[0] === 'hook') {
    expect(code).toBe(2)
    expect(stderr).toContain('plans/a.md:115:1 error')
  } else {
    expect(code).toBe(argv.includes('agent') || argv.includes('--diff') ? 1 : 0)
    expect(stderr).not.toMatch(/^plan-lint: (?!.*would be fixed)/m)
  }
})

test('it shows the commands that an agent needs', () => {
  const others = ['lint', 'lsp', 'rules', 'init', 'doctor', 'suppressions', 'worktrees', 'derive']
  const shown = new Set(lines.map(line => line.split(' ')[0]))
  for (const name of Object.keys(commands).filter(name => !others.includes(name))) expect(shown).toContain(name)
})

test('the comment that it shows keeps a finding back', async () => {
  const [, comment = ''] = /`(<!--.*?-->)`/.exec(text) ?? []
  const cwd = project({'a.md': `# A\n\n${comment}\n[NAME]\n`, 'b.md': '# B\n\n[NAME]\n'})
  expect((await run(cwd, ['a.md'])).code).toBe(0)
  expect((await run(cwd, ['b.md'])).code).toBe(1)
})
