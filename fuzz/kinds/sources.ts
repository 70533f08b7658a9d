import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {globSync} from 'tinyglobby'
import {planOf, presetIds} from '../../bench/plans.ts'
import {presets} from '../../index.ts'
import {edited, editOf} from '../../test/core/edits.ts'
import {oddTexts, type Plan} from '../../test/plan-texts.ts'

const root = join(import.meta.dirname, '../..')

export const preset = fc.constantFrom('auto', ...presets.map(({id}) => id))

const fixtures = globSync('fixtures/**/*.md', {cwd: root})
  .sort()
  .map(file => readFileSync(join(root, file), 'utf8'))
/** What stands in rules' and other pages is Markdown of people as well. */
const pages = globSync(['*.md', 'docs/*.md', 'rules/*.md'], {cwd: root})
  .sort()
  .map(file => readFileSync(join(root, file), 'utf8'))
const odd = Object.values(oddTexts).filter(({length}) => length < 4000)

const begun = fc.oneof(
  {weight: 6, arbitrary: fc.constantFrom(...fixtures)},
  {weight: 2, arbitrary: fc.tuple(fc.constantFrom(...presetIds), fc.nat()).map(([id, seed]) => planOf(id, 2000, seed))},
  {weight: 1, arbitrary: fc.constantFrom(...pages)},
  {weight: 1, arbitrary: fc.constantFrom(...odd)},
)

/** Plans of the fixtures and others, changed in a few places. */
export const mutated: fc.Arbitrary<Plan> = fc
  .tuple(begun, fc.array(editOf([...fixtures, ...odd]), {minLength: 1, maxLength: 8}), preset)
  .map(([text, edits, id]) => {
    const texts = [text]
    for (const edit of edits) texts.push(edited(texts, edit))
    return [texts.at(-1) ?? '', id]
  })

const marks = [
  ...['[', ']', '(', ')', '`', '``', '*', '**', '_', '~', '>', '> ', '- ', '1. ', '#', '# ', '|', '\\', '!', '<', '&'],
  ...['    ', '\t', ' ', '\n', '\n\n', '\r', '\n- ', '\n> ', '\n\t- ', '\n1) ', '\n| a |', '\n|-|', '\n# A', '\n```\n'],
  ...['```', '~~~\n', '<!--', '-->', '<a ', '</a>', '![', '](', '[a](', '[a]: b\n', '{', '}', '"', "'", ':', '…', '–'],
  ...[
    'TBD ',
    '[NAME]',
    'T001 ',
    '- [ ] T001 ',
    'Phase 1',
    'Phase 1: ',
    '\n## Phase 1\n',
    'a',
    '1',
    '1.',
    '.',
    '/',
    '-',
  ],
  ...[
    'a/b',
    '@',
    '$',
    '{{',
    '}}',
    '<x>',
    'depends on T001, ',
    'T001-T002 ',
    'after ',
    'and ',
    ', ',
    ' or ',
    '?',
    '“',
    '漢',
  ],
  ...['func f(', 'func f() {', '{"a":', '[[', ']]', 'SELECT ', 'a;\n', '//', '/*', '*/', '"""', '\\"', '=>', '::'],
]

/** Texts that repeat a few marks often, one row after the other or in each other. */
const repeated = fc
  .array(
    fc.tuple(
      fc.array(fc.constantFrom(...marks), {minLength: 1, maxLength: 3}),
      fc.oneof({weight: 3, arbitrary: fc.integer({min: 1, max: 40})}, {weight: 1, arbitrary: fc.nat(1500)}),
    ),
    {minLength: 1, maxLength: 5},
  )
  .map(parts => parts.map(([words, count]) => words.join('').repeat(count)).join(''))

const opening = fc.constantFrom('', '', '# A\n\n', '```go\n', '```json metadata\n', '- ', '| a |\n|---|\n', '<!-- ')

export const repetitions: fc.Arbitrary<Plan> = fc
  .tuple(opening, repeated, preset)
  .map(([head, text, id]) => [head + text, id])

const pieces = [...fixtures, ...pages].flatMap(text => text.split(/\n{2,}/)).filter(({length}) => length < 1500)

/** Plans put together from blocks of other plans. */
export const patchworks: fc.Arbitrary<Plan> = fc
  .tuple(
    fc.array(fc.constantFrom(...new Set(pieces)), {maxLength: 20}),
    fc.constantFrom('\n', '\n\n', '\n\n\n'),
    preset,
  )
  .map(([parts, gap, id]) => [parts.join(gap), id])
