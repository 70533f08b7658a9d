import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import '../../core/code/all-grammars.ts'
import fc from 'fast-check'
import {analyse} from '../../core/lint.ts'
import {conditions} from '../../core/readiness/conditions.ts'
import {type Readiness, readinessOf} from '../../core/readiness/readiness.ts'
import {aimOf, blockersTo, reaches, verdicts} from '../../core/readiness/verdict.ts'
import {workOf} from '../../core/readiness/work.ts'
import {presets, type RuleSettings, readiness, rules} from '../../index.ts'
import {plans} from '../plan-texts.ts'

const root = join(import.meta.dirname, '../..')
/** Executable: complete, its questions answered, each phase with commands, nothing done yet. */
const clean = readFileSync(join(root, 'fixtures/humanlayer/clean.md'), 'utf8')

function judged(text: string, settings: RuleSettings = {}, preset = 'auto'): Readiness {
  return readinessOf(analyse(text, {rules, presets, preset, settings}))
}

/** The causes that keep a plan from better verdicts, each with how often and on which line it occurs. */
function causesIn(text: string, readiness: Readiness): string[] {
  return readiness.blockers.map(({cause, keepsFrom, count, start}) => {
    const line = text.slice(0, start).split(/\r\n?|\n/).length
    return `${keepsFrom}: ${count} ${cause} on ${line}`
  })
}

function told(text: string, settings?: RuleSettings, preset?: string): [string, ...string[]] {
  const readiness = judged(text, settings, preset)
  return [readiness.verdict, ...causesIn(text, readiness)]
}

const lineOf = (text: string, words: string) => text.slice(0, text.indexOf(words)).split('\n').length
const phases = `done: 3 open-work on ${lineOf(clean, '## Phase 1')}`
const allDone = clean.replaceAll('- [ ]', '- [x]')

test('a program gets it without the model behind it', () => {
  const text = clean.replace('Two in a thousand', '[NAME] in [NAME]')
  expect(readiness(text)).toEqual(judged(text))
  expect(readiness(text, {rules: {'no-placeholders': 'off'}}).verdict).toBe('executable')
})

test('a plan that is complete and has all answers is executable, until its work is done', () => {
  expect(told(clean)).toEqual(['executable', phases])
  expect(told(allDone)).toEqual(['done'])
})

describe('a draft is a plan', () => {
  test.each<[string, string, string, string]>([
    ['with slots of the template', 'Two in a thousand', '[NAME] in [NAME]', 'reviewable: 2 no-placeholders on 153'],
    [
      'with text of the template',
      '## Open Questions',
      '[Add more phases as needed]\n\n## Open Questions',
      'reviewable: 1 no-template-text on 143',
    ],
    ['without a section', '## Desired End State\n', '', 'reviewable: 1 required-sections on 1'],
    [
      'with an empty section',
      '- The web client stays as it is\n',
      '- The web client stays as it is\n\n## Rollout\n',
      'reviewable: 1 no-empty-sections on 26',
    ],
  ])('%s', (_, words, instead, blocker) => {
    expect(clean).toContain(words)
    expect(told(clean.replace(words, instead))).toMatchObject([
      'draft',
      blocker,
      expect.stringMatching(/^done: 3 open/),
    ])
  })

  test('with a label that nobody filled in, not one without it', () => {
    const goPhased = readFileSync(join(root, 'fixtures/go-phased/clean.md'), 'utf8')
    const empty = goPhased.replace(/\*\*File\*\*: .*/, '**File**:')
    const missing = goPhased.replace(/\*\*File\*\*: .*\n/, '')
    expect(empty).not.toBe(goPhased)
    expect(judged(empty).blockers[0]).toMatchObject({cause: 'required-fields', keepsFrom: 'reviewable', count: 1})
    expect(judged(empty).verdict).toBe('draft')
    expect(analyse(missing, {rules, presets}).result.findings).toMatchObject([{rule: 'required-fields'}])
    expect(judged(missing).verdict).toBe('executable')
  })

  test('of which a broken fence may hide a part, or all', () => {
    const whole = `\`\`\`markdown\n${clean.replaceAll('```', '~~~')}\`\`\`\n`
    expect(told(whole, {}, 'humanlayer')).toMatchObject({0: 'draft', 1: 'reviewable: 1 no-unclosed-fences on 1'})
    const closed = readFileSync(join(root, 'fixtures/go-phased/forgotten-close.md'), 'utf8')
    expect(analyse(closed, {rules, presets}).result.findings).toMatchObject([{rule: 'no-unclosed-fences'}])
    expect(judged(closed).verdict).toBe('executable')
  })

  test('but not one that lacks what its template merely expects', () => {
    const without = clean.replace(/### Key Discoveries:\n(?:- .*\n)+/, '')
    const {result} = analyse(without, {rules, presets})
    expect(result.findings).toMatchObject([{rule: 'required-sections', severity: 'warning'}])
    expect(judged(without).verdict).toBe('executable')
  })
})

describe('only reviewable is a plan', () => {
  test('with open questions, be the rule mild or off', () => {
    const open = clean.replace('- [x] Who', '- [ ] Which net?\n- Who pays?\n- [x] Who')
    const asked = `executable: 2 no-open-questions on ${lineOf(open, '- [ ] Which net?')}`
    for (const setting of ['error', 'info', 'off'] as const) {
      expect(told(open, {'no-open-questions': setting})).toEqual(['reviewable', asked, phases])
    }
    expect(judged(open).blockers[0]?.message).toBe('"Which net?" has no answer')
  })

  test('with a marker that waits for an answer', () => {
    const text = clean.replace('No map tiles', 'NEEDS CLARIFICATION: which net? No map tiles')
    expect(told(text)).toEqual(['reviewable', 'executable: 1 no-clarification-markers on 23', phases])
  })

  test('with phases that nobody can validate', () => {
    const text = clean.replace(/### Success Criteria:[\s\S]*?(?=\n---)/g, '')
    const lacks = `executable: 2 phase-validation on ${lineOf(text, '## Phase 1')}`
    expect(told(text).slice(0, 2)).toEqual(['reviewable', lacks])
    expect(told(text, {'phase-validation': 'off'}).slice(0, 2)).toEqual(['executable', expect.any(String)])
  })

  test('with references to what is not there', () => {
    const tasks = readFileSync(join(root, 'fixtures/spec-kit-tasks/clean.md'), 'utf8')
    const stale = tasks.replace(/^- \[ \] T0\d+ .*$/m, '$& (depends on T099)')
    expect(told(stale)).toMatchObject([
      'reviewable',
      expect.stringMatching(/^executable: 1 task-references on \d+$/),
      {},
    ])
  })

  test('that looks like no preset, unless it names one', () => {
    const text = '# Plan: Mow\n\n## Phase 1: Mow\n\n- [ ] Mow\n'
    const open = 'done: 1 open-work on 3'
    expect(told(text)).toEqual(['reviewable', 'executable: 1 unknown-preset on 1', open])
    expect(told(`<!-- plan-lint preset: plan -->\n${text}`)).toEqual(['executable', 'done: 1 open-work on 4'])
    expect(told(text, {}, 'plan')).toEqual(['executable', open])
    expect(judged(' \n').verdict).toBe('draft')
  })
})

describe('done is a plan', () => {
  const plan = (...lines: string[]) => ['<!-- plan-lint preset: plan -->', '# Plan: Mow', '', ...lines, ''].join('\n')

  test.each([
    ['that says so, and has no open box', ['**Status**: Completed', '', '- [x] Mow']],
    ['that says so, and has no boxes', ['**Status**: Completed']],
    ['of which all boxes are ticked', ['- [x] Mow', '- [x] Rake']],
    ['that says so, whatever is left of its template', ['**Status**: Completed', '', 'By [NAME].']],
    [
      'of which nothing is open but what will not be done',
      ['- [x] Mow', '- [x] Rake', '- [ ] Weed (skipped: too wet)'],
    ],
    ['that was put away when it was done', ['**Status**: archived', '', '- [x] Mow', '- [x] Rake']],
    ['of which every phase says so', ['## Phase 1: Mow ✅', '', '- [x] Mow', '', '## Phase 2: Rake', '', '- [x] Rake']],
  ])('%s', (_, lines) => {
    expect(told(plan(...lines))).toEqual(['done'])
  })

  test.each([
    [
      'that says so, and has open boxes',
      ['**Status**: Completed', '', '- [x] Mow', '- [ ] Rake'],
      'status-consistency on 4',
    ],
    ['that says otherwise', ['**Status**: In Progress', '', '- [x] Mow', '- [x] Rake'], 'status-consistency on 4'],
    ['with an open box', ['- [x] Mow', '- [x] Rake', '- [ ] Weed'], 'open-work on 6'],
    ['without boxes', ['Mow.'], 'open-work on 2'],
    ['with one box, which may be of a gate', ['- [x] Approved'], 'open-work on 2'],
  ])('but not one %s', (_, lines, blocker) => {
    const text = plan(...lines)
    expect(told(text)).toEqual(['executable', `done: 1 ${blocker}`])
  })

  test('but not one of which only the gates are passed', () => {
    const spec = readFileSync(join(root, 'fixtures/spec-kit-plan/clean.md'), 'utf8')
    const text = spec
      .replaceAll('- [ ]', '- [x]')
      .replace(/(## Constitution Check\n)/, '$1\n- [x] Simple\n- [x] Tested\n')
    expect(text).toContain('- [x] Tested')
    expect(judged(text).verdict).toBe('executable')
  })

  test('whose stages are', () => {
    const staged = readFileSync(join(root, 'fixtures/staged/clean.md'), 'utf8')
    expect(workOf(analyse(staged, {rules, presets}).plan)).toMatchObject({phases: 3, phasesDone: 1, isDone: false})
  })
})

test('what a directive keeps back does not block, be it of a rule that is off', () => {
  const open = clean
    .replace('- [x] Who', '- Who pays? <!-- plan-lint-disable-line no-open-questions -- the board knows -->\n- [x] Who')
    .replace('Two in', '[NAME] <!-- plan-lint-disable-line no-placeholders -- the form has it --> in')
  expect(judged(open).verdict).toBe('executable')
  expect(judged(open, {'no-open-questions': 'off'}).verdict).toBe('executable')
})

test('rules that are off do not block, milder ones do', () => {
  const text = clean.replace('Two in', '[NAME] in')
  expect(judged(text, {'no-placeholders': 'off'}).verdict).toBe('executable')
  expect(judged(text, {'no-placeholders': 'info'}).verdict).toBe('draft')
})

test('a question that is a slot is told once', () => {
  const text = clean.replace('- [x] Who', '- [NAME] or not?\n- [x] Who')
  const told = `reviewable: 1 no-placeholders on ${lineOf(text, '- [NAME]')}`
  expect(causesIn(text, judged(text))).toEqual([told, phases])
})

test('a plan with other line breaks has the same blockers, at the same lines', () => {
  const text = readFileSync(join(root, 'fixtures/humanlayer/faulty.md'), 'utf8')
  expect(told(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(told(text))
})

test.each(Object.entries(plans))('of %s the least blocker decides the verdict', (_, plan) => {
  fc.assert(
    fc.property(plan, ([text, preset]) => {
      const {verdict, blockers} = judged(text, {}, preset)
      const least = blockers[0]?.keepsFrom
      expect(verdict === 'done' ? undefined : aimOf(verdict)).toBe(least)
      for (const {start, end, count, keepsFrom} of blockers) {
        expect(0 <= start && start <= end && end <= text.length && count > 0).toBe(true)
        expect(reaches(verdict, keepsFrom)).toBe(false)
      }
      expect(new Set(blockers.map(({cause}) => cause)).size).toBe(blockers.length)
    }),
    {numRuns: 50},
  )
})

test('the blockers are those to the verdict that is aimed at', () => {
  const blockers = [{keepsFrom: 'executable'}, {keepsFrom: 'done'}] as const
  expect(aimOf('reviewable')).toBe('executable')
  expect(aimOf('reviewable', 'done')).toBe('done')
  expect(aimOf('executable', 'reviewable')).toBe('done')
  expect(aimOf('done', 'done')).toBeNull()
  expect(blockersTo(blockers, 'executable')).toEqual([{keepsFrom: 'executable'}])
  expect(blockersTo(blockers, 'done')).toEqual(blockers)
  expect(blockersTo(blockers, null)).toEqual([])
})

test('the page says which rules count, and for what', () => {
  const page = readFileSync(join(root, 'docs/readiness.md'), 'utf8')
  const [, table = ''] = /\n\| Keeps a plan from being \|.*\n\| --- .*\n((?:\|.*\n)+)/.exec(page) ?? []
  const rows = table
    .trim()
    .split('\n')
    .flatMap(row => {
      const [verdict = '', , causes = ''] = row.slice(2).split(' | ')
      return [...causes.matchAll(/`([\w-]+)`/g)].map(([, cause = '']) => [cause, verdict] as const)
    })
  const ofModel = [
    ['no-open-questions', 'executable'],
    ['unknown-preset', 'executable'],
    ['open-work', 'done'],
    ['status-consistency', 'done'],
  ] as const
  const counted = Object.entries(conditions).map(([rule, {keepsFrom}]) => [rule, keepsFrom] as const)
  expect(new Map(rows)).toEqual(new Map([...counted, ...ofModel]))
  const others = rules.map(({id}) => id).filter(id => !rows.some(([cause]) => cause === id))
  const [, list = ''] = /\nThese rules do not count: (.*)\n/.exec(page) ?? []
  expect([...list.matchAll(/`([\w-]+)`/g)].map(([, id]) => id)).toEqual(others)
  expect(verdicts.every(verdict => page.includes(`**${verdict}**`))).toBe(true)
})
