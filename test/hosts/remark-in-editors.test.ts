import {mkdirSync, readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {beforeAll, expect, test} from 'vitest'
import type {CodeAction, Diagnostic} from 'vscode-languageserver'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {applyEdits, type Finding, lint} from '../../index.ts'
import {buildIfStale} from '../built.ts'
import {project} from '../cli/world.ts'
import {RemarkEditor} from './remark-editor.ts'

const root = join(import.meta.dirname, '../..')

beforeAll(buildIfStale)

/** A project that has installed remark and this package. */
function projectWith(preset: string): string {
  const folder = project({
    'package.json': '{"private": true}',
    '.remarkrc': JSON.stringify({plugins: [`plan-lint/remark/${preset}`]}),
  })
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules/plan-lint'), 'dir')
  symlinkSync(join(root, 'node_modules/remark'), join(folder, 'node_modules/remark'), 'dir')
  return folder
}

const sample = `---
plan-lint: {preset: phased}
---
# Implementation Plan: Wiederholung

**Status:** 😀 [Draft | In Review | Approved | In Progress | Completed]

**Date:** Ünïcode 😀 [NEEDS CLARIFICATION: when?]

## Phase 1: Lesen

## Phase 3: Schreiben
`

const texts: Record<string, string> = {
  'sample.md': sample,
  'sample-crlf.md': sample.replaceAll('\n', '\r\n'),
  'phased.md': readFileSync(join(root, 'fixtures/phased/faulty.md'), 'utf8'),
  'unclosed.md': readFileSync(join(root, 'fixtures/phased/unclosed-fence.md'), 'utf8'),
}

const severities = {error: 1, warning: 2, info: 3}

interface Shown {
  place: string
  severity: number | undefined
  code: unknown
  href: string | undefined
  message: unknown
}

/** What the editor is to show of a finding; other places stand below the message. */
function expected({rule, severity, message, start, end, url, related = []}: Finding, document: TextDocument): Shown {
  const at = (offset: number) => {
    const {line, character} = document.positionAt(offset)
    return `${line + 1}:${character + 1}`
  }
  return {
    place: `${at(start)}-${at(end)}`,
    severity: severities[severity],
    code: `plan-${rule}`,
    href: url,
    message: [message, ...related.map(other => `${at(other.start)} ${other.message}`)].join('\n'),
  }
}

function shown({range: {start, end}, severity, code, codeDescription, message}: Diagnostic): Shown {
  const place = [start, end].map(({line, character}) => `${line + 1}:${character + 1}`).join('-')
  return {place, severity, code, href: codeDescription?.href, message}
}

/** What the text becomes by each change that does no more than replace the finding. */
function replacements({start, end, fix, suggestions = []}: Finding, text: string): string[] {
  return [...(fix ? [fix] : []), ...suggestions.map(({edits}) => edits)]
    .filter(([edit, ...others]) => edit?.start === start && edit.end === end && others.length === 0)
    .map(edits => applyEdits(text, edits))
}

function applied({edit}: CodeAction, document: TextDocument): string {
  return TextDocument.applyEdits(document, edit?.changes?.[document.uri] ?? [])
}

const key = (one: Shown) => Object.values(one).join()
const inOrder = (all: readonly Shown[]) => [...all].sort((a, b) => (key(a) < key(b) ? -1 : 1))

test('plans are marked where the engine finds something, and every replacement is offered', async () => {
  const folder = projectWith('phased')
  const editor = await RemarkEditor.open(folder)
  let offered = 0
  for (const [name, text] of Object.entries(texts)) {
    const uri = pathToFileURL(join(folder, name)).href
    const document = TextDocument.create(uri, 'markdown', 1, text)
    const {findings} = lint(text, {preset: 'phased'})
    const diagnostics = await editor.show(uri, text)
    expect(inOrder(diagnostics.map(shown))).toEqual(inOrder(findings.map(finding => expected(finding, document))))
    const byKey = new Map(diagnostics.map(diagnostic => [key(shown(diagnostic)), diagnostic]))
    for (const finding of findings) {
      const diagnostic = byKey.get(key(expected(finding, document))) ?? expect.fail()
      const results = (await editor.actionsFor(uri, diagnostic)).map(action => applied(action, document))
      expect(results).toEqual(replacements(finding, text))
      offered += results.length
    }
  }
  expect(offered).toBeGreaterThan(10)
})

test('a quick fix does away with its mark', async () => {
  const folder = projectWith('phased')
  const editor = await RemarkEditor.open(folder)
  const uri = pathToFileURL(join(folder, 'plan.md')).href
  const document = TextDocument.create(uri, 'markdown', 1, sample)
  const diagnostics = await editor.show(uri, sample)

  const numbering = diagnostics.find(({code}) => code === 'plan-phase-numbering') ?? expect.fail()
  const [fix, ...others] = await editor.actionsFor(uri, numbering)
  expect(others).toEqual([])
  expect(fix).toMatchObject({title: 'Replace `3` with `2`', kind: 'quickfix', isPreferred: true})
  const renumbered = applied(fix ?? expect.fail(), document)
  expect(renumbered).toBe(sample.replace('Phase 3', 'Phase 2'))

  const unchosen = diagnostics.find(({code}) => code === 'plan-no-template-text') ?? expect.fail()
  const choices = await editor.actionsFor(uri, unchosen)
  expect(choices.map(choice => applied(choice, document).split('\n')[5])).toEqual([
    '**Status:** 😀 [Draft]',
    '**Status:** 😀 [In Review]',
    '**Status:** 😀 [Approved]',
    '**Status:** 😀 [In Progress]',
    '**Status:** 😀 [Completed]',
  ])

  const left = await editor.change(uri, 2, renumbered)
  expect(left.map(({code}) => code)).not.toContain('plan-phase-numbering')
  expect(left).toHaveLength(diagnostics.length - 1)
})
