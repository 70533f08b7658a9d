import {Facts} from '../facts.ts'
import {grammarOf} from './grammars.ts'
import type {Language} from './languages.ts'
import {type Parsed, read} from './read.ts'

/** A piece of code, whole file or fragment; parsed once, however much is asked about it. */
export class Code {
  readonly text: string
  readonly language: Language
  /** What was found out about it. */
  readonly facts: Facts
  #parsed: Parsed | null | undefined

  constructor(text: string, language: Language) {
    this.text = text
    this.language = language
    this.facts = new Facts(text, 0)
  }

  /**
   * Its syntax tree; null where no sense can be made of it, or its language has no grammar.
   * @throws {Error} when the grammar was not loaded before (see `loadGrammars`)
   */
  get parsed(): Parsed | null {
    if (this.#parsed === undefined) {
      const grammar = grammarOf(this.language)
      this.#parsed = grammar && this.text.trim() ? read(this.text, grammar) : null
    }
    return this.#parsed
  }
}

/** `make`, called at most once for each piece of code; what it returns is shared, and nobody may change it. */
export function oncePerCode<T>(make: (code: Code) => T): (code: Code) => T {
  return code => code.facts.recallWhole(make, null, () => make(code))
}

/** For `recall`, which knows texts and not their languages. */
export function codeIn(text: string, language: Language): Code {
  return new Code(text, language)
}
