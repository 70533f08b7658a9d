import type {GrowingText} from '../text.ts'

/** Lines of which each goes one level deeper than the one before; the text grows with the square of the depth. */
function deeper(length: number, line: (depth: number) => string): string {
  let text = '# Plan\n\n'
  for (let depth = 0; text.length < length; depth++) text += line(depth)
  return text
}

const shapes: Readonly<Record<string, (depth: number) => string>> = {
  'List in list': depth => `${'  '.repeat(depth)}- one\n`,
  'Numbered list in list': depth => `${'   '.repeat(depth)}1. one\n`,
  'Task in task': depth => `${'  '.repeat(depth)}- [ ] T${depth} one\n`,
  'Quote in quote': depth => `${'> '.repeat(depth)}one\n`,
  'Quote in list in quote': depth => `${'> - '.repeat(depth)}one\n`,
  'Lists that open on each line': depth => `${'- '.repeat(depth)}one\n\n`,
}

export const nesting: readonly GrowingText[] = [
  ...Object.entries(shapes).map(([name, line]) => ({
    name,
    preset: 'auto',
    longest: 1_000_000,
    of: (length: number) => deeper(length, line),
  })),
  // As deep as people nest at most, over and over.
  {
    name: 'Lists of eight levels',
    preset: 'auto',
    longest: 1_000_000,
    of: length => {
      const list = Array.from({length: 8}, (_, depth) => `${'  '.repeat(depth)}- one of the items\n`).join('')
      return `# Plan\n\n${list.repeat(Math.ceil(length / list.length))}`
    },
  },
  {
    name: 'Quotes of a hundred levels',
    preset: 'auto',
    longest: 1_000_000,
    of: length => `# Plan\n\n${`${'>'.repeat(100)} one\n`.repeat(Math.ceil(length / 105))}`,
  },
]
