import type {FieldSpec, Title} from '../preset.ts'

/**
 * A slot that `no-placeholders` asks to fill, whatever the preset: a phrase in brackets. Digits and signs of code would
 * make it look like a value.
 */
export function slot(words: string): string {
  const plain = words
    .replace(/[^\p{L}\p{M}\s&'’/.,()-]/gu, ' ')
    .replace(/(?<!\s)\s+([,.])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  const lead = plain.replace(/^[^\p{L}]+/u, '')
  // One word alone may be a tag.
  return `[${/\s/.test(lead) ? lead : `${lead || 'Something'} to be written`}]`
}

/** A title as a heading says it: the first of a number of like ones, without the dots that stand for any words. */
export function written(title: Title, number = 1): string {
  return title.replaceAll('{n}', String(number)).replaceAll('…', ' ').replace(/\s+/g, ' ').trim()
}

/** What a field is given in place of a value. */
export function fieldSlot({label, type, values}: FieldSpec): string {
  if (values && values.length > 0) {
    // A plan that is begun is in the first of its states.
    return /^status$/i.test(label) ? (values[0] as string) : slot(oneOf(values))
  }
  switch (type) {
    case 'date':
      return 'YYYY-MM-DD'
    case 'path':
      return slot('Path of the file')
    case 'path-line':
      return slot('Path of the file, and the line')
    case 'link':
      return slot('Link to the page')
    case 'reference':
      return slot('Path or link')
    default:
      return slot(`${written(label)} in a few words`)
  }
}

/** `a, b or c`. */
export function oneOf(values: readonly string[]): string {
  return values.length > 1 ? `${values.slice(0, -1).join(', ')} or ${values.at(-1)}` : (values[0] ?? '')
}

const ordinals = ['First', 'Second', 'Third', 'Fourth', 'Fifth']

/** `First`, `Second` … `Next`. */
export function ordinal(index: number): string {
  return ordinals[index] ?? 'Next'
}
