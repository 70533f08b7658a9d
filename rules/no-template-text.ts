import type {Slot} from '../core/leftovers/slots.ts'
import {defineRule, type Extras} from '../core/rule.ts'

/** What the template offers to choose from: parted by bars, by slashes between code, or by slashes alone. */
function membersOf(choice: string): string[] {
  const separator = choice.includes('|') ? /(?:(?<!\s)\s+)?\|\s*/ : /\s\/\s/.test(choice) ? /(?<!\s)\s+\/\s+/ : /\//
  return choice.split(separator).filter(member => member !== '' && !/^etc\.?$/.test(member))
}

/** An instruction can go; of a choice one member can stay, which one is for the author to say. */
function changesFor({start, end, text, kind, whole, fix = []}: Slot): Extras {
  if (fix.length > 0) return {fix}
  if (whole) return {fix: [{...whole, text: ''}]}
  if (kind !== 'choice') return {}
  const suggestions = membersOf(text).map(member => ({
    title: `Keep ${member}`,
    edits: [{start, end, text: member}],
  }))
  return {suggestions}
}

export default defineRule({
  id: 'no-template-text',
  summary: 'Instructions or samples of the template are still there',
  group: 'leftovers',
  severity: 'error',
  fixable: true,
  messages: {
    comment: '"{instruction}" is meant for the author; follow it, then delete the comment',
    choice: '"{text}" is a choice that the template offers; keep the one that applies',
    letter: '"{text}" has the template\'s letter for a number; number it {expected}',
    empty: '"{text}" has nothing under it, as in the template; write it, or delete the heading',
    sample: '"{text}" is sample text of the template; replace it or delete it',
  },
  *check(plan, _options, say) {
    for (const found of plan.leftovers.templateText) {
      const {kind = 'sample', instruction = '', expected = ''} = found
      const text = found.text.replace(/\s+/g, ' ')
      if (kind === 'letter') yield say(kind, found, {text, expected}, changesFor(found))
      else yield say(kind, found, {text, instruction}, changesFor(found))
    }
  },
})
