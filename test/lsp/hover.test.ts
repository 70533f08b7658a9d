import {setImmediate} from 'node:timers/promises'
import {describe, expect, test} from 'vitest'
import {CancellationTokenSource, type Hover, HoverRequest, type MarkupContent} from 'vscode-languageserver/node'
import {presets, rules} from '../../index.ts'
import {project} from '../cli/world.ts'
import {rangeOf} from './actions.ts'
import {Client} from './client.ts'

const markdown = {capabilities: {textDocument: {hover: {contentFormat: ['markdown' as const, 'plaintext' as const]}}}}

/** What is shown at the first unit of `words`, or `by` units behind it. */
async function hoverAt({connection}: Client, uri: string, text: string, words: string, by = 0): Promise<Hover | null> {
  const {line, character} = rangeOf(text, words).start
  return connection.sendRequest(HoverRequest.type, {textDocument: {uri}, position: {line, character: character + by}})
}

function wordsOf(shown: Hover | null): string {
  return (shown?.contents as MarkupContent | undefined)?.value ?? ''
}

const plan = `<!-- plan-lint preset: plan -->
<!-- plan-lint-disable-line plan-phase-numbering, struct-tags -- agreed -->

# Plan: Gauges

Ünïcode 😀 [NAME] reads.
`

describe('on a finding', () => {
  test.each([
    ['its start', 0, true],
    ['its inside', 3, true],
    ['its end', 6, true],
    ['the place before it', -1, false],
    ['the place behind it', 7, false],
  ])('%s', async (_, by, isShown) => {
    const client = await Client.start(markdown)
    const uri = await client.open(plan)
    const shown = await hoverAt(client, uri, plan, '[NAME]', by)
    expect(shown?.range).toEqual(isShown ? rangeOf(plan, '[NAME]') : undefined)
  })

  test('says what is wrong, then what the page says', async () => {
    const client = await Client.start(markdown)
    const uri = await client.open(plan)
    const words = wordsOf(await hoverAt(client, uri, plan, '[NAME]'))
    expect(words).toMatchInlineSnapshot(`
      "**error**: "\\[NAME\\]" is a placeholder; fill it in, or write "N/A" and why

      **[no-placeholders](https://github.com/plan-lint/plan-lint/blob/main/rules/no-placeholders.md)**: A slot of the template was never filled in

      A slot such as \`[Component Name]\` that is still there is something nobody decided. A person sees it; an agent that works through the plan builds something with that name, or fills the slot in as it likes.

      Most square brackets in real plans are no slots. The rule fires on the slots that the preset's template is known to have, on words that can only be slots, and on a phrase in brackets that fills a whole value, cell, item, line or heading.

      [The whole page, with examples](https://github.com/plan-lint/plan-lint/blob/main/rules/no-placeholders.md)"
    `)
  })

  test('several of a rule share its page, those of others follow', async () => {
    const text = '<!-- plan-lint preset: phased -->\n\n# Gauges [NAME]\n'
    const client = await Client.start(markdown)
    const uri = await client.open(text)
    const shown = await hoverAt(client, uri, text, '[NAME]', 2)
    const words = wordsOf(shown)
    expect(words.match(/The plan has no section/g)?.length).toBeGreaterThan(5)
    for (const id of ['required-sections', 'no-placeholders']) expect(words.split(`**[${id}](`).length, id).toBe(2)
    expect(shown?.range).toEqual(rangeOf(text, '[NAME]'))
  })

  test('words of the document are no Markdown', async () => {
    const text = '<!-- plan-lint preset: plan -->\n\n# Gauges\n\n## Phase 1: *A* [b](c)\n\n## Phase 2: B\n\nB.\n'
    const client = await Client.start(markdown)
    const uri = await client.open(text)
    const words = wordsOf(await hoverAt(client, uri, text, 'Phase 1'))
    expect(words).toContain('\\*A\\* \\[b\\](c)')
  })
})

describe('of every rule', () => {
  const rulesNamed = rules.map(({id}) => id)
  const text =
    `<!-- plan-lint preset: plan -->\n\n# Plan\n\n<!-- plan-lint-disable ${rulesNamed.map(id => `${id};`).join(' ')} -->\n`.replaceAll(
      ';',
      ',',
    )

  test.each(rules)('$id: its page in short, with links that lead somewhere', async ({id, summary, url}) => {
    const client = await Client.start(markdown)
    const uri = await client.open(text)
    const words = wordsOf(await hoverAt(client, uri, text, ` ${id},`, 1))
    expect(words.startsWith(`**[${id}](${url})**: ${summary}\n\n`)).toBe(true)
    expect(words.endsWith(`[The whole page, with examples](${url})`)).toBe(true)
    expect(words).not.toMatch(/rule:(?:start|end)|^#|^`{3,}(?:markdown|text)/m)
    expect(words.length).toBeLessThan(3000)
    for (const [, target = ''] of words.matchAll(/\]\(([^)\s]+)\)/g)) expect(target).toMatch(/^https:\/\//)
  })
})

describe('on a name in a directive', () => {
  test('the page of the rule, also by its name in other linters', async () => {
    const client = await Client.start(markdown)
    const uri = await client.open(plan)
    const shown = await hoverAt(client, uri, plan, 'plan-phase-numbering', 8)
    expect(wordsOf(shown)).toMatch(/^\*\*\[phase-numbering\]/)
    expect(shown?.range).toEqual(rangeOf(plan, 'plan-phase-numbering'))
    expect(await hoverAt(client, uri, plan, 'agreed', 2)).toBeNull()
  })

  test.each([
    ['a comment', '<!-- plan-lint preset: go-phased -->\n\n# Plan\n'],
    ['front matter', '---\nplan-lint:\n  preset: go-phased\n---\n\n# Plan\n'],
  ])('what the preset asks for: %s', async (_, text) => {
    const client = await Client.start(markdown)
    const uri = await client.open(text)
    const shown = await hoverAt(client, uri, text, 'go-phased', 2)
    const preset = presets.find(({id}) => id === 'go-phased')
    expect(wordsOf(shown)).toContain(`**go-phased**: ${preset?.summary}`)
    expect(wordsOf(shown)).toContain('Heading of each phase: `Phase {n}`')
    expect(wordsOf(shown)).toContain('- Key Discoveries (expected)')
    for (const {title} of [...(preset?.sections ?? []), ...(preset?.phases?.parts ?? [])])
      expect(wordsOf(shown)).toContain(`- ${title}`)
    expect(shown?.range).toEqual(rangeOf(text, 'go-phased'))
  })

  test('of a name that nothing has, what is wrong with it', async () => {
    const text = '<!-- plan-lint preset: plan -->\n\n<!-- plan-lint-disable no-placeholder -->\n'
    const client = await Client.start(markdown)
    const uri = await client.open(text)
    expect(wordsOf(await hoverAt(client, uri, text, 'no-placeholder'))).toContain('There is no rule')
  })
})

test('of a rule that a plugin brings, its summary and address', async () => {
  const root = project({
    'plan-lint.config.mjs': `
const rule = {
  id: 'no-help', summary: 'There is a call for help', group: 'own', url: 'https://example.org/no-help',
  severity: 'warning', enabledByDefault: true, options: {}, messages: {found: 'Help is here'},
  check: plan => [{start: plan.text.indexOf('HELP'), end: plan.text.indexOf('HELP') + 4, message: 'Help is here', data: {}}],
}
export default {plugins: [{rules: [rule]}]}
`,
  })
  const client = await Client.start({...markdown, initializationOptions: {trusted: true}})
  const text = '<!-- plan-lint preset: plan -->\n\n# Plan\n\nHELP\n'
  const uri = await client.open(text, `${root}/plans/a.md`)
  expect(wordsOf(await hoverAt(client, uri, text, 'HELP'))).toBe(
    '**warning**: Help is here\n\n**[no-help](https://example.org/no-help)**: There is a call for help',
  )
})

test('an editor that does not say that it knows Markdown is given text', async () => {
  const client = await Client.start()
  const uri = await client.open(plan)
  const shown = await hoverAt(client, uri, plan, '[NAME]')
  expect(shown?.contents).toMatchObject({kind: 'plaintext'})
  expect(wordsOf(shown)).toContain('error: "[NAME]" is a placeholder')
  expect(wordsOf(shown)).not.toMatch(/\*\*|\]\(|\\/)
})

describe('any state of the document and the request', () => {
  test('carriage returns and characters outside of the basic plane keep their places', async () => {
    const text = `\uFEFF${plan}`.replaceAll('\n', '\r\n')
    const client = await Client.start(markdown)
    const uri = await client.open(text)
    const finding = await hoverAt(client, uri, text, '[NAME]', 6)
    expect(finding?.range).toEqual(rangeOf(text, '[NAME]'))
    const name = await hoverAt(client, uri, text, 'struct-tags', 11)
    expect(name?.range).toEqual(rangeOf(text, 'struct-tags'))
  })

  test('what is typed counts', async () => {
    const client = await Client.start(markdown)
    const uri = await client.open(plan)
    await client.change(uri, {range: rangeOf(plan, '[NAME]'), text: 'Plover'})
    expect(await hoverAt(client, uri, plan, '[NAME]', 2)).toBeNull()
  })

  test('outside of it there is nothing', async () => {
    const client = await Client.start(markdown)
    const uri = await client.open(plan)
    const far = {line: 1000, character: 1000}
    const params = {textDocument: {uri}, position: far}
    expect(await client.connection.sendRequest(HoverRequest.type, params)).toBeNull()
    const other = {textDocument: {uri: 'untitled:other.md'}, position: far}
    expect(await client.connection.sendRequest(HoverRequest.type, other)).toBeNull()
  })

  test('a request that is taken back is not worked on, and the next is answered', async () => {
    const client = await Client.start(markdown)
    const uri = await client.open(plan)
    const source = new CancellationTokenSource()
    const params = {textDocument: {uri}, position: rangeOf(plan, '[NAME]').start}
    const answer = client.connection.sendRequest(HoverRequest.type, params, source.token)
    source.cancel()
    expect(await answer).toBeNull()
    await setImmediate()
    expect(await client.connection.sendRequest(HoverRequest.type, params)).not.toBeNull()
  })
})
