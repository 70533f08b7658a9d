import {amountInWords, kindInWords} from '../../core/content/amounts.ts'
import type {ContentSpec} from '../../core/preset.ts'

/** What a section is asked to hold, in a few words: `at least 1 item`, `a table: Date, Author, Change`. */
export function contentInWords(content: ContentSpec): string {
  switch (content.kind) {
    case 'list':
    case 'numbered':
    case 'checklist':
    case 'steps':
    case 'tasks':
      return amountInWords(content)
    case 'table':
      return `a table: ${content.columns.join(', ')}`
    case 'file-references':
      return `${content.each ? 'a file in each item' : 'files'}${content.lines ? ', with the line' : ''}`
    case 'words':
      return `at least ${content.min} words`
    case 'pairs':
      return `pairs of ${content.first} and ${content.second}`
    case 'reasons':
      return `the reason of each ${content.labels.map(numbered).join(', ')}`
    case 'change-paths':
      return `paths of the files to ${content.labels.join(', ').toLowerCase()}`
    default:
      return kindInWords(content.kind)
  }
}

function numbered(title: string): string {
  return title.replace(/(?<!\s)\s*\{n\}/, '')
}
