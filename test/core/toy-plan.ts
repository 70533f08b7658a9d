import {parseDocument} from '../../core/document.ts'
import {Plan} from '../../core/plan.ts'
import {definePreset, type Preset} from '../../core/preset.ts'

const bare: Preset = {
  id: 'toy',
  summary: 'For tests',
  fingerprints: [],
  priority: 0,
  sections: [],
  vocabulary: {
    questions: ['Open Questions'],
    validation: ['Validation', 'Success Criteria'],
    checkpoints: ['Checkpoint', 'Independent Test'],
  },
  literals: [],
  templateText: {},
  rules: {},
}

/** `text` read as the plan of a preset that asks for nothing but what is given. */
export function planOf(text: string, preset: Partial<Preset> = {}): Plan {
  const document = parseDocument(text)
  return new Plan(document, definePreset({...bare, ...preset}))
}
