import fc from 'fast-check'
import type {SectionSpec} from '../core/preset.ts'
import {presets, rules} from '../index.ts'
import {rulePage} from './rule-page.ts'

const fence = '```'

/** Texts that break programs which meet them unprepared. */
export const oddTexts: Readonly<Record<string, string>> = {
  'an empty text': '',
  'blanks only': ' \n\t\n \n',
  'no headings': 'Just a paragraph.\n\n- and\n- a list\n',
  'a title without words': '#\n\n##\n\n### \n',
  'carriage returns and line feeds': '# [NAME]\r\n\r\n## Phase 1: A\r\n\r\n- TBD\r\n',
  'carriage returns alone': '# [NAME]\r\r## Phase 1: A\r\r- TBD\r',
  'all line breaks mixed': '# [NAME]\r\n\r## Phase 1: A\n\r\n- TBD\n\r',
  'a byte order mark': '\ufeff# [NAME]\n\nTBD\n',
  'a byte order mark and front matter': '\ufeff---\ntitle: x\nstatus: Draft\n---\n\n## Open Questions\n\n- Why?\n',
  'front matter only': '---\ntitle: x\n---',
  'front matter that never ends': '---\ntitle: x\n\n# [NAME]\n',
  tabs: '#\t[NAME]\n\n-\t[ ]\tTXXX\tx\n\t-\tTBD\n\n\tcode\n',
  'an unclosed fence': `# [NAME]\n\n${fence}go\nfunc f() { g() }\n\n## Phase 1\n`,
  'an unclosed comment': '# [NAME]\n\n<!-- TODO\n\n## Phase 1\n',
  'fences and nothing else': `${fence}\n${fence}go\n~~~\n${fence}\n`,
  'a block that breaks a block': `${fence}markdown\n${fence}go\nfunc f() {}\n${fence}\n${fence}\n`,
  'a huge list': `# Plan\n\n${'- [ ] T001 [P] [US1] Write `src/a.ts`\n- [What has to be done]\n'.repeat(2500)}`,
  'many questions': `# Plan\n\n## Open Questions\n\n${'- Why?\n'.repeat(1000)}`,
  'many phases': Array.from({length: 200}, (_, index) => `## Phase ${index}: A\n\nTBD\n`).join('\n'),
  'deep nesting': `${'> '.repeat(100)}a\n\n${Array.from({length: 50}, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')}\n`,
  'a long line': `# Plan\n\n${'[a '.repeat(20_000)}\n\n${'`'.repeat(20_000)}\n`,
  'a wide table': `|${' a |'.repeat(1000)}\n|${' - |'.repeat(1000)}\n|${' TBD |'.repeat(1000)}\n`,
  'scripts of the world':
    '# 计划：[NAME]\n\n## 1단계: 설정\n\n- مهمة TBD\n\n## 未解决问题\n\n- 👩‍👩‍👧 e\u0301 почему?\n',
  'NUL and other control characters':
    '# A\u0000B [NAME]\n\n\u0001\u0007\u001b[31m TBD \u007f\u0085\u009b\n\n- \u2028[a b]\u2029\n',
  'lone surrogates': '# \ud83d [NAME] \ude00\n\n- TBD \ud83d\n\n**\udc00**: TBD\n',
  'changes of direction': '# \u202e[NAME]\u202c\n\n\u200f- TBD\n',
}

function titlesIn(specs: readonly SectionSpec[]): string[] {
  return specs.flatMap(spec => [spec.title, ...(spec.aliases ?? []), ...titlesIn(spec.sections ?? [])])
}

const ofPreset = presets.flatMap(({sections, phases}) => [...titlesIn(sections), ...titlesIn(phases?.parts ?? [])])
const title = fc.constantFrom(...new Set(ofPreset.map(words => words.replace('…', 'it').replace('{n}', '1'))))
const number = fc.constantFrom('0', '1', '2', '3', '3.5', '2b', 'N', 'IV', '2-4', '12')
const phase = fc
  .tuple(fc.constantFrom('Phase', 'Stage', 'Step', 'Phases'), number, fc.constantFrom(': A', ' - A', ' (skipped)', ''))
  .map(([noun, count, name]) => `${noun} ${count}${name}`)
const slot = fc.constantFrom(...new Set(presets.flatMap(({literals}) => literals)), '[NAME]', 'TBD', '[Why we do it]')
const sample = fc.constantFrom(
  ...new Set(presets.flatMap(({templateText: {lines = [], choices = []}}) => [...lines, ...choices])),
)
const marker = fc.constantFrom('[NEEDS CLARIFICATION: why?]', 'NEEDS CLARIFICATION', 'NEEDS CLARIFICATION: (a) or b?')
const answer = fc.constantFrom('', ' **Resolved**: yes.', ' → yes', ' Resolved: later', '\n  - Answer: no')
const prose = fc.constantFrom(
  'Some words.',
  'See `src/a.ts:12`.',
  'Run: make test',
  '漢字と[仮名]。',
  '[ref]: http://a.b',
  '',
)
const words = fc.oneof(prose, slot, sample, marker)

const code = fc.constantFrom(
  'go\nfunc f() {\n\treturn 1\n}\n\nfunc (t *T) g() { ... }',
  'ts\nconst f = (a: number) => a + 1\n/* [NAME] */',
  'python\ndef f():\n    pass\n\ndef g():\n    return 1',
  'rust\nfn f() -> u8 { todo!() }',
  'sh\nmake test',
  'text\nsrc/\n├── [name].ts',
  'markdown\n# [NAME]',
  'json metadata\n{"status": "draft", "created": "YYYY-MM-DD"}',
)
const block = fc.oneof(
  fc
    .tuple(fc.integer({min: 1, max: 6}), fc.oneof(title, phase, words))
    .map(([level, text]) => `${'#'.repeat(level)} ${text}`),
  fc.tuple(title, words).map(([name, value]) => `**${name}**: ${value}`),
  title.map(name => `**${name}**:`),
  fc
    .tuple(fc.constantFrom('-', '- [ ]', '- [x]', '1.', '- [ ] T001', '- [ ] TXXX [P]'), words)
    .map(parts => parts.join(' ')),
  fc.tuple(fc.constantFrom('- Why?', '1. ~~How?~~', '### Q1: Who?'), answer).map(parts => parts.join('')),
  fc.tuple(words, words).map(([a, b]) => `| Question | Answer |\n| --- | --- |\n| ${a} | ${b} |`),
  fc.tuple(code, fc.constantFrom('```', '````', '~~~')).map(([text, marks]) => `${marks}${text}\n${marks}`),
  code.map(text => `${fence}${text}`),
  fc.tuple(words, fc.constantFrom('===', '---')).map(parts => parts.join('\n')),
  words.map(text => `<!-- ${text} -->`),
  fc.constantFrom('<!-- TODO: ask -->', '<!-- ACTION REQUIRED: do it\nnow -->', '<!--', '---', fence, '```go'),
  fc.constantFrom(
    '<!-- plan-lint preset: phased -->',
    '<!-- plan-lint-disable -->',
    '<!-- plan-lint-disable-line x -->',
  ),
  words,
)
const margin = fc.constantFrom('', '', '', '', '> ', '  ', '    ', '\t', '- ', '> - ')
const placed = fc.tuple(block, margin).map(([text, before]) => text.replace(/^/gm, before))

/** A text, and the preset to judge it by. */
export type Plan = readonly [text: string, preset: string]

const preset = fc.constantFrom('auto', ...presets.map(({id}) => id))

/** Documents made of what plans are made of, in any order and state of repair. */
const madeOfParts: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '---\nstatus: Draft\n---\n', '# Implementation Plan: A\n\n'),
    fc.array(fc.tuple(placed, fc.constantFrom('\n', '\n\n')), {maxLength: 25}),
  )
  .map(([head, blocks]) => head + blocks.flat().join(''))

/** Strings of any characters, those that Markdown gives a meaning more often than others. */
const anyString: fc.Arbitrary<string> = fc.string({
  unit: fc.oneof(
    {
      arbitrary: fc.constantFrom(...'\n\n\n  #-*_`~[]()|<!>:?{}1.ax', '\r', '\t', '```', '<!--', '-->', '\ufeff'),
      weight: 6,
    },
    {arbitrary: fc.string({unit: 'binary', minLength: 1, maxLength: 1}), weight: 1},
    {arbitrary: fc.integer({min: 0xd800, max: 0xdfff}).map(unit => String.fromCharCode(unit)), weight: 1},
  ),
  maxLength: 200,
})

const example = fc.constantFrom(...rules.flatMap(({id}) => rulePage(id).examples))

/** An example of a rule's page with part of another in its middle. */
const mixedExamples: fc.Arbitrary<Plan> = fc
  .tuple(example, example, fc.nat(30), fc.nat(30))
  .map(([outer, inner, at, from]) => {
    const lines = outer.plan.split('\n')
    lines.splice(at, 0, ...inner.plan.split('\n').slice(from))
    return [lines.join('\n'), outer.preset]
  })

/** Kinds of plans at random. Whoever adds a rule need not think of them: its page is in the third. */
export const plans: Readonly<Record<string, fc.Arbitrary<Plan>>> = {
  'plans made of parts': fc.tuple(madeOfParts, preset),
  'any strings': fc.tuple(anyString, preset),
  'examples mixed': mixedExamples,
}
