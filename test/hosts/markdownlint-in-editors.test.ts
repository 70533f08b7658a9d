import {mkdirSync, readFileSync, symlinkSync} from 'node:fs'
import {basename, join} from 'node:path'
import type {LintError} from 'markdownlint'
import {globSync} from 'tinyglobby'
import {beforeAll, describe, expect, test} from 'vitest'
import {SourceText} from '../../core/text.ts'
import {applyEdits, type Finding, lint} from '../../index.ts'
import {buildIfStale} from '../built.ts'
import {project} from '../cli/world.ts'
import {lintInEditor, withQuickFix} from './markdownlint-editor.ts'

const root = join(import.meta.dirname, '../..')
const plan =
  '<!-- plan-lint preset: plan -->\n# Retries\n\n## Phase 1: 😀 Read\n\nRead it.\n\n## Phase 3: Write\n\n- TBD\n'

beforeAll(buildIfStale)

/** A project that has installed this package. */
function projectWith(options: object): string {
  const folder = project({'.markdownlint-cli2.jsonc': JSON.stringify(options)})
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules/plan-lint'), 'dir')
  return folder
}

const customRules = ['plan-lint/markdownlint']
const isOurs = ({ruleNames}: LintError) => ruleNames[0]?.startsWith('plan-')
const names = (errors: readonly LintError[]) => errors.filter(isOurs).map(({ruleNames}) => ruleNames[0])

/** The text after the fix of `finding`, or null where the fix needs more than one line. */
function fixed({fix}: Finding, text: string): string | null {
  const source = new SourceText(text)
  const [edit, ...others] = fix ?? []
  const isInLine = edit && others.length === 0 && source.lineAt(edit.start) === source.lineAt(edit.end)
  return isInLine ? applyEdits(text, [edit]) : null
}

describe('in a folder that the user trusts', () => {
  test('findings stand where the engine has them, with the fixes that one line suffices for', async () => {
    const folder = projectWith({customRules})
    let fixes = 0
    for (const file of globSync('fixtures/*/*.md', {cwd: root, absolute: true, ignore: ['**/clean.md', '**/plan/*']})) {
      const text = readFileSync(file, 'utf8')
      const source = new SourceText(text)
      const {findings} = lint(text)
      const errors = (await lintInEditor({folder, name: basename(file), text})).filter(isOurs)
      const shown = errors.map(error => ({
        rule: error.ruleNames[0],
        message: error.errorDetail,
        line: error.lineNumber,
        column: error.errorRange?.[0],
        fixed: error.fixInfo ? withQuickFix(text, error) : null,
      }))
      const expected = findings.map(finding => ({
        rule: `plan-${finding.rule}`,
        message: finding.message,
        ...source.positionAt(finding.start),
        fixed: fixed(finding, text),
      }))
      expect(shown).toHaveLength(expected.length)
      expect(shown).toEqual(expect.arrayContaining(expected))
      fixes += shown.filter(one => one.fixed !== null).length
    }
    expect(fixes).toBeGreaterThan(5)
  })

  test('what is typed counts, not what is saved', async () => {
    const folder = projectWith({customRules})
    const errors = await lintInEditor({folder, name: 'not/saved/yet.md', text: plan})
    expect(names(errors)).toEqual(['plan-phase-numbering', 'plan-no-placeholders'])
    const numbering = errors.find(({ruleNames}) => ruleNames[0] === 'plan-phase-numbering')
    expect(withQuickFix(plan, numbering ?? expect.fail())).toBe(plan.replace('Phase 3', 'Phase 2'))
  })

  test('a preset is taken from the configuration', async () => {
    const config = {extends: 'plan-lint/markdownlint/presets/phased.json', default: false}
    const folder = projectWith({customRules, config})
    const text = readFileSync(join(root, 'fixtures/phased/faulty.md'), 'utf8')
    const errors = await lintInEditor({folder, name: 'plan.md', text})
    const {findings} = lint(text, {preset: 'phased'})
    expect(names(errors).sort()).toEqual(findings.map(({rule}) => `plan-${rule}`).sort())
  })

  test("rules can be named in the user's settings instead", async () => {
    const folder = projectWith({})
    const errors = await lintInEditor({folder, name: 'plan.md', text: plan, customRules})
    expect(names(errors)).toHaveLength(2)
  })
})

describe('rules are left out without a word', () => {
  const faulty = `${plan}\n\n\nEnd.\n`
  const own = ['MD012', 'MD012']

  test('in restricted mode', async () => {
    const folder = projectWith({customRules})
    const errors = await lintInEditor({folder, name: 'plan.md', text: faulty, isTrusted: false})
    expect(errors.map(({ruleNames}) => ruleNames[0])).toEqual(own)
  })

  test('in a document that was never saved', async () => {
    const errors = await lintInEditor({folder: null, name: 'Untitled-1', text: faulty, customRules})
    expect(errors.map(({ruleNames}) => ruleNames[0])).toEqual(own)
  })
})
