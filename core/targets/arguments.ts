import type {Word} from './shell.ts'

/** An option of a command line, with its value. */
export interface Option {
  name: string
  value: Word | null
}

/** The words behind a program's name, told apart. */
export interface Arguments {
  options: readonly Option[]
  operands: readonly Word[]
  /** What stands behind `--`. */
  rest: readonly Word[]
}

function valueInside(word: Word, offset: number): Word {
  return {...word, start: word.start + offset, text: word.text.slice(offset)}
}

/** Tells options from operands; `valued` are the options whose value is the next word, or is glued to their letter. */
export function argumentsOf(words: readonly Word[], valued: ReadonlySet<string>): Arguments {
  const options: Option[] = []
  const operands: Word[] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as Word
    const {text} = word
    if (text === '--') return {options, operands, rest: words.slice(index + 1)}
    const equals = text.indexOf('=')
    if (!text.startsWith('-') || text === '-') operands.push(word)
    else if (valued.has(text)) options.push({name: text, value: words[++index] ?? null})
    else if (equals > 0) options.push({name: text.slice(0, equals), value: valueInside(word, equals + 1)})
    else if (/^-[^-]./.test(text) && valued.has(text.slice(0, 2)))
      options.push({name: text.slice(0, 2), value: valueInside(word, 2)})
    else options.push({name: text, value: null})
  }
  return {options, operands, rest: []}
}

/** The last value of the option with one of `names`; undefined where it is not given. */
export function valueGiven({options}: Arguments, ...names: readonly string[]): Word | null | undefined {
  return options.findLast(({name}) => names.includes(name))?.value
}

/** The values of all options with one of `names`. */
export function valuesGiven({options}: Arguments, ...names: readonly string[]): Word[] {
  return options.flatMap(({name, value}) => (value && names.includes(name) ? [value] : []))
}

export function has({options}: Arguments, ...names: readonly string[]): boolean {
  return options.some(({name}) => names.includes(name))
}
