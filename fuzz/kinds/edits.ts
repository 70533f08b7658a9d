import fc from 'fast-check'
import {type Edit, editOf, firstDifference} from '../../test/core/edits.ts'
import {plans} from '../../test/plan-texts.ts'
import {type AnyKind, defineKind} from './kind.ts'
import {smallerTexts, without} from './smaller.ts'
import {mutated, preset} from './sources.ts'

interface Edited {
  text: string
  edits: readonly Edit[]
  preset: string
}

const others = ['', '# Plan\n\n## Phase 1: A\n\n- [ ] T001 Write `src/a.ts`\n', '```go\nfunc f() {\n```\n']
const text = fc.oneof(mutated, ...Object.values(plans)).map(([first]) => first)

/** Texts that are changed step by step, as in an editor. */
export const edits: AnyKind = defineKind<Edited>({
  name: 'edits',
  arbitrary: fc.record({text, edits: fc.array(editOf(others), {minLength: 1, maxLength: 12}), preset}),
  batch: 40,
  *faultsIn({text, edits, preset}) {
    const texts = firstDifference(text, edits, preset)
    if (texts) yield `read step by step, this is another plan: ${JSON.stringify(texts.at(-1))}`
  },
  *smaller({text, edits, preset}) {
    for (const rest of without(edits)) yield {text, edits: rest, preset}
    for (const rest of smallerTexts(text)) yield {text: rest, edits, preset}
  },
})
