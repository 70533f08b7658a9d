import type {MicromarkToken, RuleParams} from 'markdownlint'

const lineBreak = /\r\n?|\n/

/**
 * The document as its author wrote it, but for a byte order mark, with `\n` for every line break. markdownlint takes
 * the front matter off and overwrites the text of comments with dots, also inside code; the tokens still hold it.
 */
export function documentText({frontMatterLines, lines, parsers}: RuleParams): string {
  const hasComment = lines.some(line => line.includes('<!--'))
  const body = hasComment ? restoreComments(lines, parsers.micromark.tokens) : lines
  return [...frontMatterLines, ...body].join('\n')
}

function restoreComments(lines: readonly string[], tokens: readonly MicromarkToken[]): string[] {
  const restored = [...lines]
  for (const {text, startLine, startColumn} of tokens) {
    for (const [index, part] of text.split(lineBreak).entries()) {
      const at = startLine - 1 + index
      const line = restored[at]
      if (line === undefined) break
      const start = index === 0 ? startColumn - 1 : 0
      restored[at] = line.slice(0, start) + part + line.slice(start + part.length)
    }
  }
  return restored
}
