import type {Range} from '../finding.ts'

/** A word of a command line, with its place. */
export interface Word extends Range {
  /** Without quotes. */
  text: string
  /** Whether it means just what it says: no variable, no pattern, no output of another command. */
  isPlain: boolean
}

/** A program with its arguments. */
export interface Step {
  words: readonly Word[]
  /** What stands between it and the next one. */
  joint: '' | '&&' | '||' | ';' | '|' | '&'
  /** Whether it runs in a shell of its own, which leaves no trace in the one around it. */
  isNested: boolean
}

/** In a word these stand for something else. `...` does so alone; `./...` is a pattern that tools read themselves. */
const stands = /[$`*?[\]{}<>…]|^\.{3}$/
const joints = ['&&', '||', ';', '|', '&'] as const
/** A longer line is no command that somebody wrote. */
const longest = 4000

/** Where a stretch in quotes, or between `$(` and its end, closes; the end of the line where it does not. */
function closeOf(line: string, start: number, close: string): number {
  let at = start
  while (at < line.length && line[at] !== close) at += line[at] === '\\' && close !== "'" ? 2 : 1
  return Math.min(at + 1, line.length)
}

/** The end of the part of a word that begins at `start`, and what it says. */
function partAt(line: string, start: number): {end: number; text: string} {
  const character = line.charAt(start)
  if (character === '"' || character === "'") {
    const end = closeOf(line, start + 1, character)
    return {end, text: line.slice(start + 1, line[end - 1] === character && end > start + 1 ? end - 1 : end)}
  }
  if (character === '\\') return {end: Math.min(start + 2, line.length), text: line.slice(start + 1, start + 2)}
  if (character === '`') return {end: closeOf(line, start + 1, '`'), text: '`'}
  if (line.startsWith('$(', start)) {
    const end = closeOf(line, start + 2, ')')
    return {end, text: line.slice(start, end)}
  }
  return {end: start + 1, text: character}
}

function wordAt(line: string, start: number): Word {
  let text = ''
  let end = start
  while (end < line.length && !/[\s;|&()<>]/.test(line.charAt(end))) {
    const part = partAt(line, end)
    text += part.text
    end = part.end
  }
  return {start, end, text, isPlain: !stands.test(text)}
}

/** A word in quotes as a whole begins and ends inside them. */
function withoutQuotes(line: string, word: Word): Word {
  const {start, end} = word
  const isQuoted = /["']/.test(line.charAt(start)) && end - start > 1 && line[end - 1] === line[start]
  return isQuoted && partAt(line, start).end === end ? {...word, start: start + 1, end: end - 1} : word
}

/** Past a redirection at `start`, with the file that it leads to. */
function afterRedirection(line: string, start: number): number {
  let at = start
  while (at < line.length && /[<>&]/.test(line.charAt(at))) at++
  while (line[at] === ' ') at++
  return Math.max(wordAt(line, at).end, start + 1)
}

/** Takes a line apart from left to right. */
class Splitter {
  readonly steps: Step[] = []
  readonly #line: string
  #words: Word[] = []
  #depth = 0

  constructor(line: string) {
    this.#line = line
    for (let at = 0; at < line.length; ) at = this.#take(at)
    this.#close('')
  }

  /** Takes what begins at `at`, and gives the place behind it. */
  #take(at: number): number {
    const line = this.#line
    const character = line.charAt(at)
    if (/\s/.test(character)) return at + 1
    if (character === '#' && (at === 0 || /\s/.test(line.charAt(at - 1)))) return line.length
    if (character === '<' || character === '>' || line.startsWith('&>', at)) return afterRedirection(line, at)
    const joint = joints.find(mark => line.startsWith(mark, at))
    if (joint) return this.#close(joint, at + joint.length)
    if (character === '(' || character === ')') return this.#bracket(character, at)
    const word = wordAt(line, at)
    // `2>` sends away what a program complains of.
    if (!/^\d$/.test(word.text) || !/[<>]/.test(line.charAt(word.end))) this.#words.push(withoutQuotes(line, word))
    return word.end
  }

  #bracket(character: string, at: number): number {
    this.#close(';')
    this.#depth = Math.max(0, this.#depth + (character === '(' ? 1 : -1))
    return at + 1
  }

  #close(joint: Step['joint'], next = 0): number {
    if (this.#words.length > 0) this.steps.push({words: this.#words, joint, isNested: this.#depth > 0})
    this.#words = []
    return next
  }
}

/** The programs that a line of shell runs, in order. Offsets count from the start of the line. */
export function stepsOf(line: string): readonly Step[] {
  return line.length > longest ? [] : new Splitter(line).steps
}
