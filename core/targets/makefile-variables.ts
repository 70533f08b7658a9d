import {type Wildcard, wildcardOf} from './wildcards.ts'

/** So deep may variables stand for others. */
const deepest = 8
/** So many words a line may stand for, and so often a variable is filled in on the way. */
const mostWords = 2000

/** What the variables of a Makefile are set to where it says so plainly; null where it depends. */
export class Variables {
  readonly #values = new Map<string, string | null>()
  #left = 0

  /** Notes `name = value`; `operator` is what stands before the value. */
  set(name: string, operator: string, value: string): void {
    const before = this.#values.get(name)
    if (operator === '!=') this.#values.set(name, null)
    else if (operator !== '+=') this.#values.set(name, before === undefined || before === value ? value : null)
    else if (before !== null) this.#values.set(name, before === undefined ? value : `${before} ${value}`)
  }

  /** The words of `text` with variables filled in; where a part cannot be told there is a gap. */
  wordsOf(text: string): Wildcard[] {
    this.#left = mostWords
    return splitWords(text).flatMap(word => this.#expand(word, 0))
  }

  #expand(word: string, depth: number): Wildcard[] {
    const reference = referenceIn(word)
    if (!reference) return [wildcardOf(word.split('%'))]
    const {before, name, after} = reference
    const value = this.#values.get(name) ?? null
    const values = value === null || depth >= deepest ? [] : splitWords(value)
    const isTold = value !== null && values.length <= this.#left && (values.length === 1 || before + after === '')
    this.#left -= values.length
    if (isTold && depth < deepest) return values.flatMap(each => this.#expand(before + each + after, depth + 1))
    return [wildcardOf([...before.split('%'), after.includes('$') ? '' : after])]
  }
}

/** The first `$(NAME)`, `${NAME}` or `$N` in a word, and what stands around it. */
function referenceIn(word: string): {before: string; name: string; after: string} | null {
  const at = word.indexOf('$')
  if (at < 0) return null
  const open = word.charAt(at + 1)
  const before = word.slice(0, at)
  if (open !== '(' && open !== '{') return {before, name: open, after: word.slice(at + 2)}
  const end = closeOf(word, at + 1)
  return {before, name: word.slice(at + 2, end - 1), after: word.slice(end)}
}

/** Past the bracket that closes the one at `start`. */
export function closeOf(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '(' || character === '{') depth++
    else if (character === ')' || character === '}') depth--
    if (depth === 0) return at + 1
  }
  return text.length
}

/** Words of a line of a Makefile; blanks in brackets, as in `$(addprefix a,b c)`, part none. */
export function splitWords(text: string): string[] {
  const words: string[] = []
  let start = -1
  for (let at = 0; at <= text.length; at++) {
    const character = text.charAt(at)
    const isBlank = at === text.length || character === ' ' || character === '\t'
    if (isBlank && start >= 0) {
      words.push(text.slice(start, at))
      start = -1
    } else if (!isBlank && start < 0) start = at
    if (character === '$' && /[({]/.test(text.charAt(at + 1))) at = closeOf(text, at + 1) - 1
  }
  return words
}
