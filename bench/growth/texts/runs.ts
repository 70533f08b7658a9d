import {type GrowingText, repeated} from '../text.ts'

/** What a parser may wait to see the end of, or has to look back for. */
const marks = [
  ...'[`*><_~(!#|-+=\'"\\&${:@.?/',
  '* ',
  '> ',
  '- ',
  '1. ',
  '# ',
  '> - ',
  '- [ ] ',
  '[ ] ',
  '[a] ',
  '"[a] ',
  '[a](',
  '[a]: b ',
  '![',
  '**a ',
  '**a** ',
  '**a**: ',
  '_a_ ',
  '`a ',
  '(a ',
  'a: ',
  'a — ',
  'a/b',
  '<!--',
  '<!-- a -->',
  '<a ',
  '{{',
  '| a ',
  '```',
  'T001 ',
  'T001, ',
  'Phase 1 ',
  'Phase 1: ',
  'TODO ',
  'depends on T001 ',
  '[NEEDS CLARIFICATION',
  'https://a.b/',
  '@a.b',
  '… ',
  '\t',
  '\u00a0',
  '한 ',
  '三',
]

/** One line of nothing but a mark, over and over. */
export const runs: readonly GrowingText[] = marks.map(mark => ({
  name: `\`${JSON.stringify(mark)}\` on one line`,
  preset: 'auto',
  longest: 1_000_000,
  of: length => `# Plan\n\n${repeated(mark, length)}\n`,
}))

/** The same, but a line for each. */
export const lines: readonly GrowingText[] = marks.map(mark => ({
  name: `\`${JSON.stringify(mark)}\` on each line`,
  preset: 'auto',
  longest: 1_000_000,
  of: length => `# Plan\n\n${repeated(`${mark}\n`, length)}`,
}))
