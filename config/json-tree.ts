import {type Node, type ParseError, parseTree, printParseErrorCode} from 'jsonc-parser'
import {tooDeepAt} from '../core/metadata/depth.ts'

/** Where, by offset, and why a text is no JSON. */
export interface JsonFault {
  offset: number
  reason: string
}

/** Few enough for a parser that calls itself for each, and more than brackets in comments could add up to. */
const deepest = 1000

/** The tree of `text`, which is JSON where comments and trailing commas are allowed, or what is wrong with it. */
export function jsonTree(text: string): Node | JsonFault {
  const deep = tooDeepAt(text, deepest)
  if (deep !== null) return {offset: deep, reason: 'it is nested too deeply'}
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, {allowTrailingComma: true})
  const [error] = errors
  if (tree && !error) return tree
  if (!error || text.trim() === '') return {offset: 0, reason: 'it is empty'}
  return {offset: error.offset, reason: inWords(error)}
}

export function isJsonFault(result: Node | JsonFault): result is JsonFault {
  return 'reason' in result
}

/** `PropertyNameExpected` as "property name expected". */
function inWords({error}: ParseError): string {
  return printParseErrorCode(error)
    .replace(/\B[A-Z]/g, letter => ` ${letter}`)
    .toLowerCase()
}
