/** Where the two parsers part, by the example that shows it. */
export interface KnownDifference {
  /** What one of them finds and the other does not. */
  differs: readonly string[]
  why: string
  /** What it means for a plan; null where nothing. */
  matters: string | null
}

export const knownDifferences: Readonly<Record<string, KnownDifference>> = {
  'CommonMark 24': {
    differs: ['remark: fence @1-3 "foo+bar"', 'ours: fence @1-3 "foo\\\\+bar"'],
    why: 'We keep an info string as it is written; remark resolves its escapes.',
    matters: null,
  },
  'CommonMark 34': {
    differs: ['remark: fence @1-3 "föö"', 'ours: fence @1-3 "f&ouml;&ouml;"'],
    why: 'We keep an info string as it is written; remark resolves its entities.',
    matters: null,
  },
  'CommonMark 215': {
    differs: ['remark: heading 1 @1-3 "bar"', 'ours: heading 1 @2-3 "bar"'],
    why: 'Remark lets an underlined heading begin at the link definition above it.',
    matters: null,
  },
  'CommonMark 260': {
    differs: ['remark: item of depth 1 @1-1', 'ours: item of depth 1 @1-2'],
    why: 'Lezer counts an empty line of the quote as the last line of the item.',
    matters: null,
  },
  'a numbered item in a numbered item, not the first': {
    differs: ['ours: numbered item of depth 2 @2-2'],
    why: 'Inside an item only a numbered item that begins with 1 may end a paragraph; Lezer takes any number in any numbered list.',
    matters: 'Hardly: a list that begins with 2 inside an item is a list to its author too.',
  },
  'an empty item in an item': {
    differs: ['ours: item of depth 2 @2-2'],
    why: 'Inside an item an empty item may not end a paragraph; Lezer lets it in a list of the same sort.',
    matters: null,
  },
  'a box without words': {
    differs: ['ours: open box @1'],
    why: 'Lezer asks for a blank after the box, remark also for words.',
    matters: 'Hardly: to its author it is a task, not yet written.',
  },
  'a box with its words on the next line': {
    differs: ['remark: open box @1'],
    why: 'Lezer asks for a blank after the box, to remark the end of the line is one.',
    matters: 'Hardly: nobody breaks a line there.',
  },
  'a table right below a paragraph with a bar': {
    differs: ['remark: table @2-4 "Path"|"Why" / "a.go"|"new"'],
    why: 'Lezer looks for a table below a paragraph only where its first line has no bar.',
    matters: 'Rarely: the rows are read as lines of prose until an empty line stands above the table.',
  },
  'a delimiter row outside the item': {
    differs: ['ours: table @1-2 "a"|"b"'],
    why: 'Lezer does not ask whether the delimiter row belongs to the same item.',
    matters: null,
  },
  'a delimiter row that is indented like code': {
    differs: ['ours: table @1-2 "a"|"b"'],
    why: 'Lezer does not ask how far the delimiter row is indented.',
    matters: null,
  },
  'a row that is indented like code': {
    differs: ['remark: table @1-2 "a"', 'ours: table @1-3 "a" / "1"'],
    why: 'Lezer does not ask how far a row is indented; to remark it is code.',
    matters: null,
  },
  'a fence in an item, closed and not': {
    differs: [
      'remark: item of depth 1 @7-12',
      'remark: fence @9-11 "sh"',
      'ours: fence @9-10 "sh"',
      'ours: item of depth 1 @7-10',
    ],
    why: 'Remark gives the empty line before the next item to a fence that the item leaves open, and the item one more.',
    matters: null,
  },
  'a fence with trailing blanks': {
    differs: ['remark: fence @1-3 "json metadata  "', 'ours: fence @1-3 "json metadata"'],
    why: 'Remark keeps the blanks at the end of an info string of several words.',
    matters: null,
  },
  'a foot note with a list': {
    differs: ['remark: item of depth 1 @4-4'],
    why: 'Lezer knows no foot notes; we read the words of one as a definition or a paragraph.',
    matters: 'Hardly: a note holds neither sections nor tasks.',
  },
  'a definition that goes on': {
    differs: ['remark: item of depth 1 @1-2', 'ours: item of depth 1 @1-1'],
    why: 'Lezer ends the item with the definition, before a line that is not indented.',
    matters: null,
  },
  'indented code before a list': {
    differs: ['ours: numbered item of depth 1 @2-2'],
    why: 'Remark takes indented code for a paragraph, which only an item that begins with 1 may end.',
    matters: null,
  },
  'an open comment in an item': {
    differs: ['remark: item of depth 1 @1-2', 'ours: item of depth 1 @1-1'],
    why: 'Remark ends an item with an open comment in the line of the next item.',
    matters: null,
  },
}
