import {RandomWords} from '../../random-words.ts'
import {type GrowingText, unitsUpTo} from '../text.ts'

function words(length: number): string {
  const random = new RandomWords(1)
  return unitsUpTo(length, () => `${random.sentence()} `).join('')
}

const shapes: Readonly<Record<string, (length: number) => string>> = {
  'One line of words': words,
  'One word': length => 'word'.repeat(length / 4),
  'One heading': length => `## ${words(length)}`,
  'One title': length => `# ${words(length)}`,
  'One list item': length => `- [ ] ${words(length)}`,
  'One task': length => `- [ ] T001 [P] [US1] ${words(length)}`,
  'One label': length => `**Status**: ${words(length)}`,
  'One cell of a table': length => `| A | B |\n|---|---|\n| ${words(length)} | b |`,
  'One row of cells': length => `| A | B |\n|---|---|\n| ${words(length).replaceAll(' ', ' | ')} |`,
  'One header of cells': length => `| ${words(length).replaceAll(' ', ' | ')} |\n|---|---|\n| a | b |`,
  'One quote': length => `> ${words(length)}`,
  'One code span': length => `\`${words(length).replaceAll('`', '')}\``,
  'One comment': length => `<!-- ${words(length)} -->`,
  'One paragraph of many lines': length => words(length).replaceAll('. ', '.\n'),
  'One item of many lines': length => `- ${words(length).replaceAll('. ', '.\n  ')}`,
  'One block of HTML': length => `<div>\n${words(length).replaceAll('. ', '.\n')}</div>`,
  'One indented block': length => words(length).replaceAll(/(?<=^|\. )/g, '\n    '),
}

export const longLines: readonly GrowingText[] = [
  ...Object.entries(shapes).map(([name, of]) => ({
    name,
    preset: 'auto',
    longest: 1_000_000,
    of: (length: number) => `# Plan\n\nSee.\n\n${of(length)}\n`,
  })),
  {
    name: 'One front matter',
    preset: 'auto',
    longest: 1_000_000,
    of: length => `---\n${words(length).replaceAll('. ', '.\nkey: ')}\n---\n\n# Plan\n`,
  },
]
