import {copyFileSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {type ParseError, parse as parseJsonc} from 'jsonc-parser'
import {parse as parseToml} from 'smol-toml'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {buildIfStale} from '../built.ts'
import {blockOf, trusting} from '../editors/blocks.ts'
import {projectOf, runIn} from './pages.ts'

const root = join(import.meta.dirname, '../..')
const [command, ...args] = ['npx', '--no', '--', 'plan-lint', 'lsp', '--stdio']

/** @throws Error where the text is not JSON with comments */
function jsonc(text: string): unknown {
  const errors: ParseError[] = []
  const value = parseJsonc(text, errors)
  if (errors.length > 0) throw new Error(`${JSON.stringify(errors)} in\n${text}`)
  return value
}

test('the blocks for Helix start the server for Markdown', () => {
  const server = {command, args}
  const settings = {language: [{name: 'markdown', 'language-servers': ['plan-lint']}]}
  expect(parseToml(blockOf('helix'))).toEqual({...settings, 'language-server': {'plan-lint': server}})
  expect(parseToml(trusting('helix'))).toEqual({
    ...settings,
    'language-server': {'plan-lint': {...server, config: {trusted: true}}},
  })
})

test('the blocks for Zed start the server for Markdown', () => {
  const binary = {path: command, arguments: args}
  const languages = {Markdown: {language_servers: ['plan-lint', '...']}}
  expect(jsonc(blockOf('zed'))).toEqual({languages, lsp: {'plan-lint': {binary}}})
  expect(jsonc(trusting('zed'))).toEqual({
    languages,
    lsp: {'plan-lint': {binary, initialization_options: {trusted: true}}},
  })
})

test('the block for LSP4IJ starts the server for Markdown', () => {
  const line = [command, ...args].join(' ')
  expect(JSON.parse(blockOf('lsp4ij'))).toMatchObject({
    programArgs: {default: `sh -c "${line}"`, windows: line.replace('npx', 'npx.cmd')},
    fileTypeMappings: [{fileType: {patterns: ['*.md']}, languageId: 'markdown'}],
  })
})

describe('in a project with the files of the page', () => {
  let folder = ''

  beforeAll(async () => {
    await buildIfStale()
    folder = projectOf(readFileSync(join(root, 'docs/editors.md'), 'utf8'))
    copyFileSync(join(root, 'fixtures/phased/faulty.md'), join(folder, 'plan.md'))
  }, 180_000)

  afterAll(() => rmSync(folder, {recursive: true, force: true}))

  test('markdownlint shows the findings', () => {
    expect(runIn(folder, 'npx markdownlint-cli2 plan.md').stderr).toContain(' error plan-required-sections ')
  })

  test('remark shows the findings', () => {
    expect(runIn(folder, 'npx remark --quiet --no-color plan.md').stderr).toMatch(
      / plan-required-sections +remark-lint$/m,
    )
  })
})
