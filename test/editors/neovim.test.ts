import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {buildIfStale} from '../built.ts'
import {blockOf, trusting} from './blocks.ts'
import {requireEditor, type Session, sessionOf} from './editor.ts'
import {findings, fix, plan, settings, suggestion, typed} from './plan.ts'

/** Places as Neovim counts them: line and byte, from 1, the end not included. */
interface Seen {
  rule: string
  severity: string
  from: [line: number, byte: number]
  to: [line: number, byte: number]
}

const driver = join(import.meta.dirname, 'neovim.lua')

async function neovim(files: Record<string, string>): Promise<Session<Seen>> {
  requireEditor(['nvim', '--version'], 'neovim')
  await buildIfStale()
  const options = ['--headless', '-u', 'init.lua', '-i', 'NONE', '-n']
  return sessionOf(files, ['nvim', ...options, 'plan.md', '-c', `luafile ${driver}`])
}

/** How Neovim shows a finding whose words stand in `text`. */
function seen(text: string, {rule, words}: {rule: string; words: string}): Seen {
  const before = text.slice(0, text.lastIndexOf(words)).split('\n')
  const column = Buffer.byteLength(before.at(-1) ?? '') + 1
  return {
    rule,
    severity: 'ERROR',
    from: [before.length, column],
    to: [before.length, column + Buffer.byteLength(words)],
  }
}

/** One for all tests, so that each of them fails where it cannot be had. */
let running: Promise<Session<Seen>> | undefined

function session(): Promise<Session<Seen>> {
  running ??= neovim({
    'init.lua': blockOf('neovim-0.7'),
    'plan-lint.config.json': JSON.stringify(settings),
  })
  return running
}

describe('a session with the block of the page', () => {
  test('shows the findings at their bytes, in lines with other characters too', async () => {
    const {report} = await session()
    expect(report.diagnostics).toEqual(findings.map(finding => seen(plan, finding)))
  })

  test('underlines their words', async () => {
    const {report} = await session()
    expect(report.underlined).toEqual(findings.map(({words}) => words))
  })

  test('applies a fix', async () => {
    const {report} = await session()
    expect(report.fixed).toMatchObject({text: fix.text, left: fix.left})
  })

  test('applies a suggestion', async () => {
    const {report} = await session()
    expect(report.chosen).toMatchObject({text: suggestion.text, left: suggestion.left})
  })

  test('shows what is wrong with what is typed', async () => {
    const {report} = await session()
    expect(report.typed.at(-1)).toEqual(seen(`${suggestion.text}${typed.line}\n`, typed))
  })

  test('leaves no server behind', async () => {
    const {survivors} = await session()
    expect(survivors).toEqual([])
  })
})

test('the line for trust in the block lets configuration be code', async () => {
  const {report} = await neovim({
    'init.lua': trusting('neovim-0.7'),
    'plan-lint.config.mjs': `export default ${JSON.stringify(settings)}\n`,
  })
  expect(report.diagnostics).toEqual(findings.map(finding => seen(plan, finding)))
})
