import {table} from '../docs.ts'

/** A kind of fault that a reader marks in a plan. */
export interface Kind {
  /** What is marked, for the page that tells how to label. */
  meaning: string
  /** The rules of which any may tell it: the same leftover is a slot to one and an empty field to another. */
  rules: readonly string[]
}

const leftoverRules = [
  'no-placeholders',
  'no-template-text',
  'no-clarification-markers',
  'required-fields',
  'no-empty-sections',
  'document-title',
]

export const kinds = {
  placeholder: {meaning: 'A slot that was never filled in, such as a name in brackets', rules: leftoverRules},
  'template-text': {meaning: 'Words of the template itself, such as its hints and samples', rules: leftoverRules},
  'needs-clarification': {
    meaning: 'A marker that says something is to be cleared up',
    rules: [...leftoverRules, 'no-open-questions'],
  },
  'open-question': {
    meaning: 'A question that has no answer',
    rules: ['no-open-questions', 'no-clarification-markers'],
  },
  'missing-section': {
    meaning: 'A section that the plan lacks; `text` is its id, `line` any line',
    rules: ['required-sections'],
  },
  'empty-section': {meaning: 'A heading with nothing below it', rules: ['no-empty-sections']},
  'phase-without-validation': {
    meaning: 'A phase that does not say how it is validated',
    rules: ['phase-validation', 'required-sections', 'section-content'],
  },
  'phase-without-command': {
    meaning: 'A phase validated by words alone, where its template asks for a command',
    rules: ['phase-validation', 'section-content'],
  },
  numbering: {
    meaning: 'A number of a phase or a task that is out of line or there twice',
    rules: ['phase-numbering', 'task-ids'],
  },
  'bad-reference': {
    meaning: 'A task or stage that is referred to and is not there',
    rules: ['task-references', 'stage-graph', 'stage-sync'],
  },
  'unclosed-fence': {meaning: 'A code block that is not closed where it ends', rules: ['no-unclosed-fences']},
  'status-mismatch': {meaning: 'A status that the boxes or the stages contradict', rules: ['status-consistency']},
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof kinds
export const kindNames = Object.keys(kinds) as KindName[]

const leftovers = ['placeholder', 'template-text', 'needs-clarification'] as const

/** The rules of which every finding has to be backed by a label, with the kinds that back one. */
export const backing: Readonly<Record<string, readonly KindName[]>> = {
  'required-sections': ['missing-section'],
  'no-placeholders': leftovers,
  'no-template-text': leftovers,
  'no-clarification-markers': [...leftovers, 'open-question'],
  'no-open-questions': ['open-question', 'needs-clarification'],
  'no-empty-sections': ['empty-section', 'placeholder', 'template-text'],
  'no-unclosed-fences': ['unclosed-fence'],
  'phase-numbering': ['numbering'],
  'phase-validation': ['phase-without-validation', 'phase-without-command'],
  'status-consistency': ['status-mismatch'],
  'task-ids': ['numbering'],
  'task-references': ['bad-reference'],
}

/** The rule that is held against an oracle, and what a body that it has to tell is called among the kinds. */
export const bodies = {rule: 'no-function-bodies', kind: 'go-function-body'}

/** The kinds for the page that tells how to label. */
export function labelKindsTable(): string {
  const code = (name: string) => `\`${name}\``
  return table(
    ['Kind', 'What is marked', 'Rules that may tell it'],
    Object.entries(kinds).map(([name, {meaning, rules}]) => [code(name), meaning, rules.map(code).join(', ')]),
  )
}
