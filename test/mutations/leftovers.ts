import type {Edit} from '../../core/finding.ts'
import {type CleanPlan, insert, type Mutation} from './mutation.ts'

/** Where a list item can be added without touching anything else: at the end of the text. */
function asItem({text}: CleanPlan, words: string): Edit {
  return insert(text.length, `${text.endsWith('\n') ? '' : '\n'}\n- ${words}\n`)
}

function asBlock({text}: CleanPlan, words: string): Edit {
  return insert(text.length, `${text.endsWith('\n') ? '' : '\n'}\n${words}\n`)
}

function literalEdit(clean: CleanPlan, literal: string): Edit {
  if (literal.startsWith('//')) return asBlock(clean, `\`\`\`go\n${literal}\n\`\`\``)
  if (/^\[[^\]]*\]$/.test(literal) || literal.startsWith('(') || literal.startsWith('{{')) return asItem(clean, literal)
  return asItem(clean, `\`${literal}\``)
}

/** Puts every slot, sample line, instruction and choice of the template into the plan. */
export function* leftoverMutations(clean: CleanPlan): Generator<Mutation> {
  const {literals, templateText} = clean.preset
  for (const literal of literals) {
    yield {
      name: `leave ${literal}`,
      edits: [literalEdit(clean, literal)],
      expected: [{rule: 'no-placeholders', severity: 'error'}],
    }
  }
  const expected = [{rule: 'no-template-text', severity: 'error' as const}]
  for (const line of templateText.lines ?? []) {
    if (!line.includes(' | ')) yield {name: `leave line ${line}`, edits: [asItem(clean, line)], expected}
  }
  for (const choice of templateText.choices ?? []) {
    yield {name: `leave choice ${choice}`, edits: [asItem(clean, choice)], expected}
  }
  for (const phrase of templateText.phrases ?? []) {
    yield {name: `leave comment ${phrase}`, edits: [asBlock(clean, `<!-- ${phrase} -->`)], expected}
  }
}
