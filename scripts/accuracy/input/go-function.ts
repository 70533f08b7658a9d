import type {Row} from './row.ts'

/** A function in a code block of a plan, as a parser of its language reads it. */
export interface FunctionFound {
  place: string
  file: string
  name: string
  /** 1-based, of the signature. */
  line: number
  /** Of the closing brace; that of the signature where there is no body. */
  endLine: number
  /** Whether its body does something, so that `no-function-bodies` has to tell it. */
  isImplemented: boolean
}

const bodyKinds = ['statements', 'comment-only', 'ellipsis', 'empty']

/** @throws {Problem} when a value is none of a function's; keys beside those that are read may hold anything */
export function functionOf(row: Row): FunctionFound {
  const line = row.lineNumber('line')
  const hasBody = row.flag('hasBody')
  return {
    place: row.place,
    file: row.path('file'),
    name: row.text('name'),
    line,
    endLine: hasBody ? row.lineNumber('bodyEndLine', line) : line,
    isImplemented: hasBody && row.member('bodyKind', bodyKinds) === 'statements',
  }
}
