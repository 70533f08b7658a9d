import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {buildIfStale} from '../built.ts'
import {blockOf, trusting} from './blocks.ts'
import {requireEditor, type Session, sessionOf} from './editor.ts'
import {findings, fix, plan, settings, suggestion, typed} from './plan.ts'

/** A diagnostic of flymake, with the words of the buffer that it marks. */
interface Seen {
  rule: string
  type: string
  line: number
  words: string
}

const driver = join(import.meta.dirname, 'emacs.el')
const batch = ['--batch', '--funcall', 'package-activate-all']

async function emacs(files: Record<string, string>): Promise<Session<Seen>> {
  const features = "(progn (require 'eglot) (require 'markdown-mode))"
  requireEditor(['emacs', ...batch, '--eval', features], 'emacs-nox elpa-eglot elpa-markdown-mode')
  await buildIfStale()
  return sessionOf(files, ['emacs', ...batch, '--load', 'init.el', '--load', driver])
}

/** How flymake shows a finding whose words stand in `text`. */
function seen(text: string, {rule, words}: {rule: string; words: string}): Seen {
  return {rule, type: 'eglot-error', line: text.slice(0, text.lastIndexOf(words)).split('\n').length, words}
}

/** One for all tests, so that each of them fails where it cannot be had. */
let running: Promise<Session<Seen>> | undefined

function session(): Promise<Session<Seen>> {
  running ??= emacs({
    'init.el': blockOf('eglot'),
    'plan-lint.config.json': JSON.stringify(settings),
  })
  return running
}

describe('a session with the block of the page', () => {
  test('shows the findings at their words, in lines with other characters too', async () => {
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
  const {report} = await emacs({
    'init.el': trusting('eglot'),
    'plan-lint.config.mjs': `export default ${JSON.stringify(settings)}\n`,
  })
  expect(report.diagnostics).toEqual(findings.map(finding => seen(plan, finding)))
})
