/** Expressions that may take more than linear time, and why that is no harm. */
export interface Bounded {
  /** The file that they stand in, relative to the root of the project. */
  file: string
  /** The expression as code has it, or how it begins; absent for all in the file. */
  expression?: string
  /** What keeps their input short, or whose it is. */
  bound: string
}

const plainTitles = 'meet plain titles, which have at most 500 characters'

export const bounded: readonly Bounded[] = [
  {
    file: 'cli/doctor/checks/claude-code.ts',
    expression: '/^(?:',
    bound: 'is the matcher of a hook of the project, whose code doctor runs, and meets names of tools',
  },
  {
    file: 'cli/doctor/hook/commit-hooks.ts',
    expression: '/',
    bound: 'is the pattern of a hook of the project, whose code doctor runs, and meets paths of plans',
  },
  {file: 'core/code/stub.ts', bound: 'meet statements of at most 200 characters'},
  {
    file: 'core/commands.ts',
    expression: String.raw`/(?:\b(?:run(?:ning)?`,
    bound: 'looks at no more than 80 characters before inline code',
  },
  {
    file: 'core/commands.ts',
    expression: String.raw`/\b(?:add|install`,
    bound: 'looks at no more than 80 characters before inline code',
  },
  {
    file: 'core/content/amounts.ts',
    expression: String.raw`/(?:\b(?:none|n\/a|`,
    bound: 'looks at no more than 60 letters of a word',
  },
  {file: 'core/derive/fields.ts', expression: String.raw`/\b(?:before|until)`, bound: 'meets at most 500 characters'},
  {file: 'core/derive/leftovers.ts', bound: 'meet lines of at most 700 characters'},
  {file: 'core/derive/reading.ts', bound: 'meets a label, which has at most 250 characters'},
  {
    file: 'core/derive/slot-shapes.ts',
    expression: String.raw`/[\w./#[\]@~-]*$/`,
    bound: 'looks at no more than 200 characters before a slot',
  },
  {file: 'core/derive/slot-shapes.ts', bound: 'meet values of at most 300 characters'},
  {file: 'core/derive/titles.ts', bound: 'meet titles of at most 500 characters'},
  {file: 'core/existing-code.ts', expression: String.raw`/^(?:from\s*`, bound: plainTitles},
  {
    file: 'core/leftovers/markers.ts',
    expression: String.raw`/\[NEEDS CLARIFICATION\b`,
    bound: 'looks at no more than 2,000 characters behind a marker',
  },
  {
    file: 'core/leftovers/slots.ts',
    expression: String.raw`/^\{\{\s*[\w .-]+`,
    bound: 'meets words of at most 200 characters',
  },
  {
    file: 'core/leftovers/slots.ts',
    expression: String.raw`/^[\s*_${'`'}]+|`,
    bound: 'meets words of at most 200 characters',
  },
  {file: 'core/leftovers/slots.ts', expression: '/[*_~]*$/', bound: 'meets the four characters before a slot'},
  {file: 'core/phase-states.ts', expression: '/^(?:implementation |phase |stage )?status', bound: plainTitles},
  {
    file: 'core/patterns.ts',
    expression: String.raw`/(^(?:[\s`,
    bound: 'meet titles of at most 500 characters',
  },
  {file: 'core/phase-titles.ts', bound: 'meet titles of at most 500 characters'},
  {file: 'core/plan-paths.ts', bound: 'meet paths of files, and the globs of plan-lint'},
  {file: 'core/rule.ts', expression: '/(?<=.{24})', bound: 'meets quotations of 48 characters'},
  {file: 'core/targets/doubt.ts', bound: 'meet the 120 characters around a command on its line'},
  {file: 'core/tasks/drawn.ts', bound: 'meet no more than 200 characters of a line'},
  {file: 'core/tasks/file-fields.ts', bound: 'meet at most 1,000 characters of a field'},
  {file: 'core/tasks/files.ts', bound: 'meet the 160 characters before a file or behind it'},
  {file: 'core/tasks/numbered.ts', bound: 'meet the beginning of a line, of at most 500 characters'},
  {file: 'core/tasks/paths.ts', bound: 'meet words of at most 500 characters'},
  {
    file: 'core/shell-fences.ts',
    expression: String.raw`/\b(?:add|insert`,
    bound: 'looks at no more than 400 characters before a block',
  },
  {
    file: 'core/tasks/references.ts',
    expression: String.raw`/\b(?:specs?|features?|`,
    bound: 'meets the 160 characters before a list of tasks',
  },
  {
    file: 'core/tasks/references.ts',
    expression: '/[([]*$/',
    bound: 'meets the 160 characters before a list of tasks',
  },
  {file: 'core/tasks/waits.ts', bound: 'meet the 160 characters before a name, or of a field'},
  {file: 'core/title-forms.ts', bound: plainTitles},
  {file: 'core/titles.ts', bound: plainTitles},
  {file: 'hosts/lsp/hover-page.ts', bound: 'meet pages of rules, which come with the rules'},
]

/** The entry that says why `expression`, which stands at `place`, is no harm. */
export function boundOf(place: string, expression: string): Bounded | undefined {
  return bounded.find(entry => place.startsWith(`${entry.file}:`) && expression.startsWith(entry.expression ?? ''))
}
