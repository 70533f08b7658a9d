import fc from 'fast-check'
import type {Nodes} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {gfm} from 'micromark-extension-gfm'
import {describe, expect, test} from 'vitest'
import {reporterNames} from '../../../cli/reporters/reporters.ts'
import {commandless, harmless} from '../../../cli/terminal.ts'
import type {Finding} from '../../../core/finding.ts'
import {commandsIn} from '../../ci/workflow-commands.ts'
import {commandsToLogs, steering} from '../orders.ts'
import {finding, linted, reported, runOf} from './sample.ts'
import {faultsOfXml} from './schemas.ts'

/** What terminals, CI services, XML, JSON and Markdown would each take for something else than words. */
const traps = [
  '\u001b[2J\u001b]0;title\u0007',
  '\r\n::error::made up',
  '\n::add-mask::a',
  '::warning file=x::',
  '%0A::error::',
  '##[error]made up',
  '##vso[task.setvariable variable=a]b',
  "##teamcity[message text='a']",
  '\u009b31m',
  '\u202e\u2066\u200f\u061c\u2028\u2029',
  '\u0000\u0008\u000c\u007f\u0085',
  '\ud800',
  '\udc00 \ufffe\uffff',
  ']]> <!-- --> --> </details><script>alert(1)</script><br/>',
  '&amp; &#x1b; &lt;',
  `"' , : % = { } \\ \\"`,
  '| a | b |\n| - | - |',
  '@somebody #12 !34 :tada: **b** _i_ `c` ~~s~~ $x$ [a](b) ![c](d)',
  '# h\n- l\n1. n\n> q\n```\nf',
  'https://example.org/a HTTP://example.org www.example.org/b ftp://example.org a@example.org mailto:a@example.org a@.b',
  '<https://example.org/a> [a]: https://example.org/b ![c](https://example.org/c) [d](command:e "f")',
  '\u{e0041}\u{e007f}\u{e0001}',
]
const words = fc.oneof(
  fc.constantFrom(...traps),
  fc.string({unit: 'binary', maxLength: 20}),
  fc.string({maxLength: 20}),
)
const hostile = fc.array(words, {minLength: 1, maxLength: 4}).map(parts => parts.join(' '))

const findings = fc.record({
  rule: fc.constantFrom('no-placeholders', 'required-sections'),
  severity: fc.constantFrom('error', 'warning', 'info'),
  message: hostile,
  quote: hostile,
  title: hostile,
})

const files = fc.array(
  fc.record({
    path: hostile.map(path => path.replaceAll('/', '') || 'a'),
    preset: hostile,
    findings: fc.array(findings, {maxLength: 4}),
  }),
  {minLength: 1, maxLength: 5},
)

type Files = typeof files extends fc.Arbitrary<infer T> ? T : never

function hostileRun(made: Files) {
  return runOf(
    made.map(({path, preset, findings: told}) => {
      const text = told.map(({quote}) => `${quote}\n`).join('')
      let start = 0
      const all = told.map(({rule, severity, message, quote, title}): Finding => {
        const range = {start, end: start + quote.length}
        start = range.end + 1
        const related = [{...range, message}]
        const suggestions = [{title, edits: [{...range, text: title}]}]
        return {rule, severity, message, data: {text: quote}, ...range, related, suggestions} as Finding
      })
      return linted(path, text, all, {preset, evidence: [preset]})
    }),
    {problems: made.map(({preset}) => preset)},
  )
}

const countOf = (made: Files) => made.reduce((sum, file) => sum + file.findings.length, 0)

test.each(reporterNames)('%s lets nothing through that a terminal or a CI service would obey', async name => {
  await fc.assert(
    fc.asyncProperty(files, async made => {
      for (const more of [{}, {columns: 40}]) {
        const text = await reported(name, hostileRun(made), more)
        expect(text).not.toMatch(steering)
        if (name === 'github') continue
        for (const command of commandsToLogs) expect(text).not.toMatch(command)
      }
    }),
    {numRuns: 60},
  )
})

test('GitHub gets one command per finding, and nothing else', async () => {
  const command =
    /^::(?:error|warning|notice) file=[^,:]*,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=plan-lint%3A [\w-]+::[^\n]*$/
  await fc.assert(
    fc.asyncProperty(files, async made => {
      const lines = (await reported('github', hostileRun(made))).split('\n').slice(0, -1)
      expect(lines).toHaveLength(countOf(made))
      for (const line of lines) expect(line).toMatch(command)
    }),
  )
})

test('GitHub reads the path, the rule and the message of each finding as they are, on one line', async () => {
  const byGravity = ['error', 'warning', 'info']
  await fc.assert(
    fc.asyncProperty(files, async made => {
      const wanted = byGravity.flatMap(gravity =>
        made.flatMap(({path, findings: told}) =>
          told
            .filter(({severity}) => severity === gravity)
            .map(({rule, message}) => ({
              name: gravity === 'info' ? 'notice' : gravity,
              properties: {file: harmless(path), title: `plan-lint: ${rule}`},
              data: harmless(message),
            })),
        ),
      )
      const read = commandsIn(await reported('github', hostileRun(made)))
      expect(read).toHaveLength(wanted.length)
      expect(read).toMatchObject(wanted)
    }),
  )
})

test.each([
  ['%', '%'],
  ['%25', '%25'],
  ['%0A', '%0A'],
  ['%253A%2C', '%253A%2C'],
  ['a: b, c=d', 'a: b, c=d'],
  ['::error file=x::y', '::error file=x::y'],
  ['a\r\nb', 'a␍␊b'],
])('GitHub reads %j as %j', async (words, read) => {
  const text = 'a\n'
  const told = {...finding(text, 'a'), message: words}
  const [command] = commandsIn(await reported('github', runOf([linted(`${words}.md`, text, [told])])))
  expect(command).toMatchObject({properties: {file: `${read}.md`}, data: read})
})

test.each(['json', 'sarif', 'gitlab', 'rdjson'] as const)('%s is JSON that holds every message', async name => {
  await fc.assert(
    fc.asyncProperty(files, async made => {
      const text = await reported(name, hostileRun(made))
      const strings: unknown[] = []
      JSON.parse(text, (_, value) => {
        strings.push(value)
        return value
      })
      const messages = made.flatMap(file => file.findings.map(({message}) => message))
      // Viewers of SARIF make a link of `[a](b)`.
      const written = name === 'sarif' ? messages.map(message => message.replaceAll('](', '\\](')) : messages
      expect(written.filter(message => !strings.includes(message))).toEqual([])
    }),
  )
})

test.each(['checkstyle', 'junit'] as const)('%s is well-formed XML with an element per finding', async name => {
  await fc.assert(
    fc.asyncProperty(files, async made => {
      const text = await reported(name, hostileRun(made))
      expect(await faultsOfXml(text)).toEqual([])
      const elements = name === 'checkstyle' ? /<error /g : /<(?:failure|system-out)[ >]/g
      expect(text.match(elements) ?? []).toHaveLength(countOf(made))
    }),
    {numRuns: 25},
  )
})

test.each(['compact', 'agent'] as const)('%s has a line per finding', async name => {
  await fc.assert(
    fc.asyncProperty(files, async made => {
      const lines = (await reported(name, hostileRun(made))).split('\n').slice(0, -1)
      expect(lines).toHaveLength(countOf(made) + (name === 'agent' ? made.length + 1 : 0))
    }),
  )
})

const withoutBlanks = (text: string) => text.replace(/\s+/g, '')

/** What a reader sees of the message in an item, `❌ line 3: message (rule)`. */
function wordsIn(node: Nodes): string {
  const text = (part: Nodes): string => {
    if ('children' in part) return part.children.map(text).join('')
    return part.type === 'text' ? part.value : part.type === 'html' && part.value === '<!-- -->' ? '' : part.type
  }
  return withoutBlanks(text(node).replace(/^.*? line \d+: |\([\w-]+\)$/g, ''))
}

/** The types of all nodes in `node`. */
function typesIn(node: Nodes): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(typesIn) : [])]
}

test('in Markdown the words of documents stay words', async () => {
  await fc.assert(
    fc.asyncProperty(files, async made => {
      const text = await reported('markdown', hostileRun(made))
      const tree = fromMarkdown(text, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]})
      const faulty = made.filter(file => file.findings.length > 0)
      const [heading, table, ...rest] = tree.children
      expect(heading?.type).toBe('heading')
      expect(table).toMatchObject({
        type: 'table',
        children: [...Array(made.length + 1)].map(() => ({type: 'tableRow'})),
      })
      if (table?.type === 'table') for (const row of table.children) expect(row.children).toHaveLength(6)
      const lists = rest.flatMap(node => (node.type === 'list' ? [node] : [])).slice(1)
      expect(lists.map(list => list.children.map(wordsIn))).toEqual(
        faulty.map(file => file.findings.map(({message}) => withoutBlanks(harmless(message)))),
      )
      const linking = ['definition', 'image', 'imageReference', 'link', 'linkReference', 'footnoteReference']
      expect(typesIn(tree).filter(type => linking.includes(type))).toEqual([])
      expect(text.match(/<(?!\/?(?:details|summary)>|!-- -->)/g)).toBeNull()
      expect(text).not.toMatch(/[@#](?=[\p{L}\p{N}])/u)
    }),
  )
})

describe('a command of a CI service in a text', () => {
  test.each([
    ['::error::a', ': :error::a'],
    ['a\n  ::error::a', 'a\n  : :error::a'],
    ['a ::b::', 'a ::b::'],
    ['a ##[error]b', 'a # #[error]b'],
    ['##VSO[a]', '# #VSO[a]'],
    ['## [a] # x', '## [a] # x'],
  ])('%j', (text, expected) => {
    expect(commandless(text)).toBe(expected)
  })
})
