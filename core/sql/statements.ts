/** One statement of a piece of SQL; offsets are UTF-16 units into it, the semicolon left out. */
export interface SqlStatement {
  start: number
  end: number
  /** Words and marks outside parentheses and comments, in upper case. */
  words: string[]
}

const token =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*(?:'|$)|\$(\w*)\$[\s\S]*?(?:\$\1\$|$)|"[^"]*"?|`[^`]*`?|\[[^[\]\n]*\]|[\p{L}_][\p{L}\p{N}_$.]*|\S/gu

/**
 * Splits SQL of any dialect at its semicolons, but not at those in quotes, comments, parentheses, or the body of a
 * trigger or routine. Any text is valid input.
 */
export function statementsIn(sql: string): SqlStatement[] {
  const statements: SqlStatement[] = []
  let current: SqlStatement | null = null
  let parentheses = 0
  let blocks = 0
  for (const {0: text, index} of sql.matchAll(token)) {
    if (/^(?:--|\/\*)/.test(text)) continue
    if (text === ';' && parentheses === 0 && blocks === 0) {
      current = null
      continue
    }
    if (!current) {
      current = {start: index, end: index, words: []}
      statements.push(current)
    }
    current.end = index + text.length
    if (text === '(') parentheses++
    else if (text === ')') parentheses = Math.max(0, parentheses - 1)
    else if (parentheses === 0) {
      current.words.push(text.toUpperCase())
      if (isRoutine(current)) blocks = Math.max(0, blocks + nesting(current))
    }
  }
  return statements
}

function isRoutine({words}: SqlStatement): boolean {
  const head = words.slice(0, 8)
  return head[0] === 'CREATE' && head.some(word => /^(?:TRIGGER|FUNCTION|PROCEDURE|EVENT)$/.test(word))
}

/** What the last word adds to the blocks that are open; those that `END IF` and its like close were not counted. */
function nesting({words}: SqlStatement): number {
  const word = words.at(-1) ?? ''
  if (words.at(-2) === 'END') return /^(?:IF|LOOP|WHILE|REPEAT|FOR)$/.test(word) ? 1 : 0
  return word === 'BEGIN' || word === 'CASE' ? 1 : word === 'END' ? -1 : 0
}
