import {type Node, type ParseError, parseTree, printParseErrorCode} from 'jsonc-parser'

/** Where, by offset, and why a text is no JSON. */
export interface JsonFault {
  offset: number
  reason: string
}

/** The tree of `text`, which is JSON where comments and trailing commas are allowed, or what is wrong with it. */
export function jsonTree(text: string): Node | JsonFault {
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
