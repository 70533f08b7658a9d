import {NodeType, Tree} from '@lezer/common'
import {
  type BlockParser,
  type InlineParser,
  type LeafBlockParser,
  type Line,
  parser,
  Table as TableSyntax,
  TaskList,
} from '@lezer/markdown'

const inlineParsers = 'Escape Entity InlineCode HTMLTag Emphasis HardBreak Link Image LinkEnd'.split(' ')

/** Takes all text of a block at once: without it the parser asks at each character for inlines that it does not know. */
const noInlines: InlineParser = {
  name: 'NoInlines',
  parse: context => context.end,
}

/**
 * Any list item ends a paragraph that stands in another list or quote (CommonMark 5.3); only inside the same item has an
 * ordered one to begin with 1. The parser asks that of both and takes `2. …` right below `- …` for more of that item.
 */
const itemAfterContainer: BlockParser = {
  name: 'ItemAfterContainer',
  endLeaf(context, line) {
    const {depth} = line as Line & {depth: number}
    return depth < context.depth && /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/.test(line.text.slice(line.pos))
  },
}

/** What no other parser took up: the text of an item with a task box, as the parser of task lists tells it, or a paragraph. */
const plainText: BlockParser = {
  name: 'PlainText',
  leaf: (context, {content}) =>
    /^\[[ xX]\][ \t]/.test(content) && context.parentType().name === 'ListItem' ? task : paragraph,
  after: 'TaskList',
}

const hash = '#'.charCodeAt(0)
const openingMarks = /#{1,6}(?![^ \t])/y

/** Takes a heading with marks for one node, too: what its marks are and what its title is, its text tells in less time. */
const heading: BlockParser = {
  name: 'ATXHeading',
  parse(context, line) {
    if (line.next !== hash) return false
    openingMarks.lastIndex = line.pos
    const [marks] = openingMarks.exec(line.text) ?? []
    if (marks === undefined) return false
    const start = context.lineStart + line.pos
    const tree = new Tree(headingTypes[marks.length] ?? NodeType.none, [], [], line.text.length - line.pos)
    context.nextLine()
    context.addElement(context.elt(tree, start))
    return true
  },
}

/** Parses the blocks of CommonMark with GFM tables and task boxes. In two steps: what one configuration adds it cannot remove. */
export const blockParser = parser
  .configure([TableSyntax, TaskList, {parseBlock: [itemAfterContainer, heading, plainText]}])
  .configure({remove: [...inlineParsers, 'TaskList'], parseInline: [noInlines]})

const types = new Map(blockParser.nodeSet.types.map(type => [type.name, type]))

/** @throws {RangeError} when the parser knows no such node */
function typeNamed(name: string): NodeType {
  const type = types.get(name)
  if (!type) throw new RangeError(`The Markdown parser knows no "${name}"`)
  return type
}

/** By level. */
const headingTypes = [0, 1, 2, 3, 4, 5, 6].map(level => (level === 0 ? NodeType.none : typeNamed(`ATXHeading${level}`)))

/** Ends a block of text in a node without children, which is all that is looked at and costs least to make. */
function textOfType(name: 'Paragraph' | 'Task'): LeafBlockParser {
  const type = typeNamed(name)
  return {
    nextLine: () => false,
    finish(context, {start, content}) {
      context.addElement(context.elt(new Tree(type, [], [], content.length), start))
      return true
    },
  }
}

const paragraph = textOfType('Paragraph')
const task = textOfType('Task')
