import {type Directive, type DirectiveKind, lineNamedBy} from '../../core/directives.ts'
import type {Edit} from '../../core/finding.ts'
import type {Block} from '../../core/markdown.ts'
import type {Plan} from '../../core/plan.ts'

/** An edit of a plan's own text; `snippet` is its text with a place to fill in. */
export type PlanEdit = Edit & {snippet?: string}

/** A directive put into a plan, or a rule put into one that is there. */
export interface Suppression {
  /** The sort of block that it counts for, where it counts for more than a line and less than the file. */
  block?: string
  edits: PlanEdit[]
  /** How many directives there are more. */
  added: number
  /** Whether it keeps back a finding of the rule that starts there, in the plan's own text. */
  covers(offset: number): boolean
}

const margin = /^[ \t>]*/
/** Blocks that are told of as a whole where no comment can stand in them, and what a menu calls them. */
const nouns: Partial<Record<Block['kind'], string>> = {
  paragraph: 'paragraph',
  fence: 'code block',
  code: 'code block',
  table: 'table',
  html: 'HTML block',
  comment: 'comment',
}

/** Ways to keep back what `rule` says of `line`, the one that changes least of the plan first. */
export function* lineSuppressions(plan: Plan, rule: string, line: number): Generator<Suppression> {
  const {source, frontMatter, items} = plan.document
  // No comment can stand in front matter, nor above it.
  if (frontMatter && line <= source.lineAt(frontMatter.end)) return
  const covers = (offset: number) => source.lineAt(offset) === line
  const {directives} = plan.directives
  const existing = directives.find(directive => isFor(line, directive, plan))
  if (existing) yield {edits: [nameIn(existing, rule)], added: 0, covers}

  const block = blockOn(plan, line)
  const opensBlock = block !== null && source.lineAt(block.start) === line
  const opensItem = items.some(({start}) => source.lineAt(start) === line)
  const above = {edits: [lineAbove(plan, line, 'disable-next-line', rule)], added: 1, covers}
  const behind = {edits: [endOfLine(plan, line, rule)], added: 1, covers}
  if (!block) yield* source.lineText(line).trim() === '' ? [behind] : [above, behind]
  else if (block.kind === 'paragraph') yield* opensItem ? [behind, above] : opensBlock ? [above, behind] : [behind]
  else if (opensBlock) yield above
  if (block && (!opensBlock || block.kind === 'paragraph')) yield* around(plan, block, rule)
}

/** Ways to keep back all that `rule` says of the document. */
export function* fileSuppressions(plan: Plan, rule: string): Generator<Suppression> {
  const {source, blocks, text} = plan.document
  const {directives} = plan.directives
  const covers = () => true
  const existing = directives.find(({kind, names}) => kind === 'disable-file' && names.length > 0)
  if (existing) yield {edits: [nameIn(existing, rule)], added: 0, covers}
  const isDirective = ({start}: Block) => directives.some(directive => directive.start === start)
  const first = blocks.findIndex(block => !isDirective(block))
  const [last, words] = first < 0 ? [blocks.at(-1), undefined] : [blocks[first - 1], blocks[first]]
  const below = last ? source.lineAt(last.end) + 1 : words ? source.lineAt(words.start) : source.lineCount + 1
  const at = below > source.lineCount ? text.length : source.lineStart(below)
  const edit = newLine(plan, at, '', directiveOf('disable-file', rule), last || !words ? '\n' : '\n\n')
  yield {edits: [edit], added: 1, covers}
}

function* around(plan: Plan, block: Block, rule: string): Generator<Suppression> {
  const {source} = plan.document
  const noun = nouns[block.kind]
  const [first, last] = [source.lineAt(block.start), source.lineAt(Math.max(block.start, block.end - 1))]
  const prefix = marginOf(plan, first)
  if (!noun || source.lineStart(first) + prefix.length < block.start) return
  const end = source.lineEnd(last)
  const edits = [
    lineAbove(plan, first, 'disable', rule),
    {start: end, end, text: `\n${prefix}<!-- plan-lint-enable ${rule} -->`},
  ]
  const covers = (offset: number) => first <= source.lineAt(offset) && source.lineAt(offset) <= last
  yield {block: noun, edits, added: 2, covers}
}

function isFor(line: number, directive: Directive, {document}: Plan): boolean {
  const {kind, names} = directive
  if (names.length === 0 || (kind !== 'disable-line' && kind !== 'disable-next-line')) return false
  return lineNamedBy(document.source, directive) === line
}

function blockOn({document}: Plan, line: number): Block | null {
  const {source, blocks} = document
  const [from, to] = [source.lineStart(line), source.lineEnd(line)]
  return blocks.find(({start, end}) => start <= to && end > from) ?? null
}

function nameIn({nameRanges, end}: Directive, rule: string): PlanEdit {
  const at = nameRanges.at(-1)?.end ?? end
  return {start: at, end: at, text: `, ${rule}`}
}

function lineAbove(plan: Plan, line: number, kind: DirectiveKind, rule: string): PlanEdit {
  const prefix = marginOf(plan, line)
  return newLine(plan, plan.document.source.lineStart(line), prefix, directiveOf(kind, rule), '\n')
}

function endOfLine({document: {source}}: Plan, line: number, rule: string): PlanEdit {
  const words = source.lineText(line)
  // Blanks or a backslash at the end are a line break.
  const bare = words.replace(/(?<![ \t])[ \t]+$/, '')
  const length = bare.endsWith('\\') ? bare.length - 1 : bare.length
  const at = source.lineStart(line) + length
  const space = words.slice(0, length).trim() === '' ? '' : ' '
  const [text, snippet] = directiveOf('disable-line', rule)
  return {start: at, end: at, text: space + text, snippet: space + snippet}
}

function newLine({text}: Plan, at: number, prefix: string, [words, snippet]: [string, string], feed: string): PlanEdit {
  const lead = at > 0 && text[at - 1] !== '\n' ? `\n${prefix}` : prefix
  return {start: at, end: at, text: lead + words + feed, snippet: lead + snippet + feed}
}

function marginOf({document: {source}}: Plan, line: number): string {
  return margin.exec(source.lineText(line))?.[0] ?? ''
}

/** The directive, and the same with its reason to be filled in. */
function directiveOf(kind: DirectiveKind, rule: string): [text: string, snippet: string] {
  const withReason = (reason: string) => `<!-- plan-lint-${kind} ${rule} -- ${reason} -->`
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
  return [withReason('reason'), withReason('${1:reason}')]
}
