import type {Document} from './document.ts'

/** How blocks of HTML begin that no blank line ends, and what ends them (CommonMark 4.6). */
const forms: readonly (readonly [beginning: RegExp, end: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
]

/** Whether what is written behind the end of a document would be part of a comment, or of other HTML, that is not closed. */
export function endsInOpenHtml({blocks, text}: Document): boolean {
  const last = blocks.at(-1)
  if (last?.kind !== 'comment' && last?.kind !== 'html') return false
  const words = text.slice(last.start)
  const [, end] = forms.find(([beginning]) => beginning.test(words)) ?? []
  return end !== undefined && !end.test(words)
}
