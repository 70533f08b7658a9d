import {type Node, type ParseError, parseTree, printParseErrorCode} from 'jsonc-parser'
import type {Edit, Range} from '../finding.ts'
import {tooDeepAt} from './depth.ts'

export interface JsonObject extends Range {
  type: 'object'
  /** In document order; of a key that stands twice the last counts, as it does to `JSON.parse`. */
  entries: JsonEntry[]
}

export interface JsonArray extends Range {
  type: 'array'
  items: JsonValue[]
}

/** Its range leaves the quotes out, unless there is nothing between them. */
export interface JsonString extends Range {
  type: 'string'
  text: string
}

export interface JsonOther extends Range {
  type: 'number' | 'boolean' | 'null'
}

export type JsonValue = JsonObject | JsonArray | JsonString | JsonOther

export interface JsonEntry {
  key: JsonString
  value: JsonValue
}

/** A place where a text is no JSON; of no length where the text is empty. */
export interface JsonFault extends Range {
  problem: string
  fix: Edit[]
}

export interface Json {
  /** Null where a fault leaves open what was meant. */
  value: JsonValue | null
  faults: JsonFault[]
}

const problems: Record<string, string> = {
  CommaExpected: 'a comma is missing before this',
  ColonExpected: 'a colon is missing before this',
  PropertyNameExpected: 'a key in double quotes is missing here',
  ValueExpected: 'a value is missing here',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'nothing may follow after its end',
  UnexpectedEndOfString: 'the string is not closed on its line',
  InvalidEscapeCharacter: 'the string has an escape that JSON does not know; a backslash is written \\\\',
  InvalidUnicode: 'the string has an incomplete \\u escape',
  InvalidCharacter: 'the string has a tab or another control character; write it as an escape, such as \\t',
  InvalidSymbol: 'strings and keys stand in double quotes',
}

function problemOf(code: string, words: string): string {
  if (/^(?:true|false|null|none|nil|undefined|nan)$/i.test(words))
    return 'the words that JSON knows are true, false, null'
  return problems[code] ?? 'this is no number, string or other value'
}

function blanked(text: string, ranges: readonly ParseError[]): string {
  const pieces: string[] = []
  let done = 0
  for (const {offset, length} of ranges) {
    pieces.push(text.slice(done, offset), ' '.repeat(length))
    done = offset + length
  }
  return pieces.join('') + text.slice(done)
}

/** Offset of the comma in front of a closing bracket where the parser wants another value; null at other errors. */
function trailingComma(text: string, {offset}: ParseError): number | null {
  if (text[offset] !== '}' && text[offset] !== ']') return null
  let before = offset - 1
  while (/\s/.test(text[before] ?? '')) before--
  return text[before] === ',' ? before : null
}

class JsonReader {
  readonly #text: string
  readonly #base: number

  constructor(text: string, base: number) {
    this.#text = text
    this.#base = base
  }

  read(): Json {
    if (this.#text.trim() === '')
      return {value: null, faults: [{...this.#range(0, 0), problem: 'it is empty', fix: []}]}
    const deep = tooDeepAt(this.#text)
    if (deep !== null) {
      return {value: null, faults: [{...this.#range(deep, 1), problem: 'it is nested too deeply', fix: []}]}
    }
    const {comments, errors, tree, text} = this.#parse()
    const commas = errors.map(error => trailingComma(text, error))
    const faults: JsonFault[] = comments.map(({offset, length}) => ({
      ...this.#range(offset, length),
      problem: 'it cannot hold comments',
      fix: [],
    }))
    const broken = errors[commas.indexOf(null)]
    if (broken) return {value: null, faults: [this.#faultOf(broken)]}
    for (const comma of new Set(commas)) {
      const place = this.#range(comma as number, 1)
      faults.push({...place, problem: 'no comma may stand before a closing bracket', fix: [{...place, text: ''}]})
    }
    return {value: tree ? this.#valueOf(tree) : null, faults: faults.sort((a, b) => a.start - b.start)}
  }

  /** Comments are taken out first, as they hide from the parser's errors what stands before a bracket. */
  #parse() {
    let text = this.#text
    let errors: ParseError[] = []
    let tree = parseTree(text, errors, {disallowComments: true})
    const comments = errors.filter(({error}) => printParseErrorCode(error) === 'InvalidCommentToken')
    if (comments.length > 0) {
      text = blanked(text, comments)
      errors = []
      tree = parseTree(text, errors, {disallowComments: true})
    }
    return {text, errors, comments, tree}
  }

  /** An unclosed comment is longer than the text to the parser. */
  #range(offset: number, length: number): Range {
    return {start: this.#base + offset, end: this.#base + Math.min(offset + length, this.#text.length)}
  }

  /** What is missing at the end is told at the last thing that is there. */
  #faultOf({error, offset, length}: ParseError): JsonFault {
    const end = this.#text.slice(0, offset + length).trimEnd().length
    const start = Math.max(0, Math.min(offset, end - 1))
    const problem = problemOf(printParseErrorCode(error), this.#text.slice(start, end))
    return {...this.#range(start, end - start), problem, fix: []}
  }

  #valueOf({type, offset, length, value, children = []}: Node): JsonValue {
    const start = this.#base + offset
    const end = start + length
    switch (type) {
      case 'object': {
        const entries: JsonEntry[] = []
        for (const child of children) this.#addEntry(child, entries)
        return {type, start, end, entries}
      }
      case 'array':
        return {type, start, end, items: children.map(child => this.#valueOf(child))}
      case 'string': {
        const quote = length > 2 ? 1 : 0
        return {type, start: start + quote, end: end - quote, text: String(value)}
      }
      case 'property':
        throw new TypeError('A property is no value of its own.')
      default:
        return {type, start, end}
    }
  }

  #addEntry({children}: Node, entries: JsonEntry[]): void {
    const [key, value] = children ?? []
    if (key && value) entries.push({key: this.#valueOf(key) as JsonString, value: this.#valueOf(value)})
  }
}

/**
 * Parses strict JSON (RFC 8259: neither comments nor commas before a closing bracket) that begins at offset `base` of
 * a document; all ranges are offsets of the document. Of a text that cannot be read only the first fault is given.
 */
export function parseJson(text: string, base: number): Json {
  return new JsonReader(text, base).read()
}

/** The value of `key`, and undefined where there is none. */
export function valueAt(object: JsonObject, key: string): JsonValue | undefined {
  return object.entries.findLast(entry => entry.key.text === key)?.value
}
