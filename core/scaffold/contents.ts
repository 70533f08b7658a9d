import type {ContentSpec} from '../preset.ts'
import {oneOf, ordinal, slot, written} from './slots.ts'

/** Numbers the tasks of one document. */
export interface TaskNumbers {
  next(): string
  /** Put after the id of tasks that belong to a story, such as `[US1]`. */
  tag: string
}

/** What stands in a section until somebody writes it, shaped as its template asks; empty where it asks for nothing. */
export function contentLines(contents: readonly ContentSpec[], title: string, tasks: TaskNumbers): string[] {
  const shaping = contents.find(content => 'min' in content && content.kind !== 'words')
  const items =
    shaping ?? contents.find(({kind}) => kind === 'file-references' || kind === 'command' || kind === 'reasons')
  const lines = contents.flatMap(content => {
    if (content === items) return itemLines(content, itemWords(contents, title), tasks)
    return otherLines(content, title)
  })
  return lines
}

/** What one item is to say. */
function itemWords(contents: readonly ContentSpec[], title: string): (index: number) => string {
  const files = contents.find(content => content.kind === 'file-references')
  if (files) return index => `${ordinal(index)} file, as its path${files.lines ? ' and line' : ''}, and what is in it`
  if (contents.some(({kind}) => kind === 'command')) return () => 'A command to run, and what it shows'
  if (contents.some(({kind}) => kind === 'reasons')) return index => `${ordinal(index)} of ${title}, and the reason`
  return index => `${ordinal(index)} of ${title}`
}

function itemLines(content: ContentSpec, words: (index: number) => string, tasks: TaskNumbers): string[] {
  const count = 'min' in content && content.kind !== 'words' ? Math.max(1, content.min) : 1
  return Array.from({length: count}, (_, index) => {
    switch (content.kind) {
      case 'numbered':
      case 'steps':
        return `${index + 1}. ${slot(words(index))}`
      case 'checklist':
        return `- [ ] ${slot(words(index))}`
      case 'tasks':
        return `- [ ] ${tasks.next()} ${tasks.tag}${slot('What to do, and in which file')}`
      default:
        return `- ${slot(words(index))}`
    }
  })
}

function otherLines(content: ContentSpec, title: string): string[] {
  switch (content.kind) {
    case 'table':
      return table(content)
    case 'pairs':
      return [content.first, content.second].map(half => `- **${half}**: ${slot(`${half} in a few words`)}`)
    case 'change-paths':
      return content.labels.map(label => `- **${label}**: ${slot(`Paths of the files to ${label.toLowerCase()}`)}`)
    case 'code':
      return [slot(`${title} as a code block`)]
    case 'code-or-none':
      return [slot(`${title} as a code block, or None and the reason`)]
    case 'tree':
      return [slot(`${title} as a tree of files in a code block`)]
    case 'diagram':
      return [slot(`${title} as a mermaid block, an image or a drawing`)]
    case 'words':
      return [slot(`${title} in some sentences`)]
    default:
      // What a list is to hold is said in its items.
      return []
  }
}

function table({columns, values = {}, dates}: Extract<ContentSpec, {kind: 'table'}>): string[] {
  const cells = columns.map(column => {
    if (column === dates) return 'YYYY-MM-DD'
    const members = values[column]
    return slot(members ? oneOf(members) : `${written(column)} in a few words`)
  })
  const row = (words: readonly string[]) => `| ${words.join(' | ')} |`
  return [row(columns.map(column => written(column))), row(columns.map(() => '---')), row(cells)]
}
