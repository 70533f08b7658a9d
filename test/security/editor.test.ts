import {existsSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import type {Nodes} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {gfm} from 'micromark-extension-gfm'
import {describe, expect, test} from 'vitest'
import {HoverRequest, type MarkupContent} from 'vscode-languageserver/node'
import {add, project} from '../cli/world.ts'
import {rangeOf} from '../lsp/actions.ts'
import {Client} from '../lsp/client.ts'

/** Nodes that lead somewhere, fetch something, or are HTML. */
function activeIn(node: Nodes): string[] {
  const own = node.type === 'html' ? [node.value] : 'url' in node ? [node.url] : []
  return [...own, ...('children' in node ? node.children.flatMap(activeIn) : [])]
}

test.each([
  '[Trust](command:workbench.trust.manage)',
  '![x](https://example.org/seen.png)',
  '<img src="https://example.org/seen.png">',
  '<a href="command:x">y</a>',
  '<https://example.org/a>',
  '[a]: https://example.org/b',
  '`` ` [b](command:c)',
])('a hover holds no link, picture or HTML of a plan: %s', async words => {
  const text = `<!-- plan-lint preset: plan -->\n# Plan: Gauges\n\nThe [NAME ${words}] reads. TODO: ${words}\n`
  const client = await Client.start({capabilities: {textDocument: {hover: {contentFormat: ['markdown']}}}})
  const uri = await client.open(text)
  for (const place of ['[NAME', 'TODO']) {
    const position = rangeOf(text, place).start
    const hover = await client.connection.sendRequest(HoverRequest.type, {textDocument: {uri}, position})
    const {value} = (hover?.contents ?? {value: ''}) as MarkupContent
    const tree = fromMarkdown(value, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]})
    expect(activeIn(tree).filter(url => !url.startsWith('https://github.com/plan-lint/plan-lint/'))).toEqual([])
  }
})

const ranMark = `
import {writeFileSync} from 'node:fs'
writeFileSync(new URL('ran', import.meta.url), '')
export const rules = []
export default {}`
const plan = '<!-- plan-lint preset: plan -->\n# Plan: Gauges\n\nThe [NAME] reads.\n'

describe('in a folder that the editor does not call trusted', () => {
  const trusted = {initializationOptions: {trusted: true}}

  test.each<[string, Record<string, string>]>([
    ['a configuration', {'plan-lint.config.mjs': ranMark}],
    ['a plugin', {'plan-lint.config.json': '{"plugins": ["./own.mjs"]}', 'own.mjs': ranMark}],
    ['what is extended', {'plan-lint.config.json': '{"extends": "./own.mjs"}', 'own.mjs': ranMark}],
  ])('no code of the project is run: %s', async (_, files) => {
    const root = project({...files, 'plans/a.md': plan})
    const client = await Client.start()
    await client.published(await client.open(plan, join(root, 'plans/a.md')))
    expect(existsSync(join(root, 'ran'))).toBe(false)
    const other = await Client.start(trusted)
    await other.published(await other.open(plan, join(root, 'plans/a.md')))
    expect(existsSync(join(root, 'ran'))).toBe(true)
  })

  test.each(['../outside.json', './link.json'])('nothing outside of it is read: %s', async path => {
    const folder = project({'outside.json': '{"hunter2": 1}', 'work/plans/a.md': plan})
    const root = join(folder, 'work')
    symlinkSync(join(folder, 'outside.json'), join(root, 'link.json'))
    add(root, {'plan-lint.config.json': JSON.stringify({extends: path})})
    const client = await Client.start()
    const told = (await client.published(await client.open(plan, join(root, 'plans/a.md')))).map(({message}) => message)
    expect(told).toContainEqual(expect.stringContaining(`${path} leads out of the project`))
    expect(told.join('')).not.toContain('hunter2')
  })
})
