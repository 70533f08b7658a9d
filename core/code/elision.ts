const line = /^([ \t]*)((?:\.{3,}|…)(?:[ \t][^{}`"'*\r\n]*$|(?=[ \t]|$)))/gm
const inBraces = /(\{\s*)(\.{3,}|…)(?=\s*\})/g
const inParentheses = /(\(\s*)(\.{3,}|…)(?=\s*\))/g

const blank = (_: string, before: string, text: string) => before + ' '.repeat(text.length)

/**
 * Blanks the dots that stand for statements left out: `{ ... }` and lines that begin with them (`... as before`).
 * Offsets stay as they are; no pattern passes over the same blanks twice, so the time taken is linear.
 */
export function blankElidedStatements(code: string): string {
  return /\.{3}|…/.test(code) ? code.replace(line, blank).replace(inBraces, blank) : code
}

/** The same, and `(...)` for parameters or arguments left out; not for C, where that is a parameter list. */
export function blankElisions(code: string): string {
  return blankElidedStatements(code).replace(inParentheses, blank)
}
