import {readFileSync} from 'node:fs'
import {join} from 'node:path'

const root = join(import.meta.dirname, '../..')

/** A fenced block of a page. */
export interface Block {
  /** Of the page, relative to the root of the project. */
  page: string
  /** Where it begins on the page, from 1. */
  line: number
  language: string
  /** What stands behind the language. */
  info: string
  content: string
  /** The last line with words before it. */
  before: string
}

export function readPage(page: string): string {
  return readFileSync(join(root, page), 'utf8')
}

/** The fenced blocks of a page, those in lists included. */
export function blocksOf(page: string): Block[] {
  const text = readPage(page)
  return Array.from(text.matchAll(/^( *)(`{3,})([\w-]*) ?([^`\n]*)\n([\s\S]*?)^\1\2$/gm), match => {
    const [, indent = '', , language = '', info = '', content = ''] = match
    const above = text.slice(0, match.index)
    return {
      page,
      line: above.split('\n').length,
      language,
      info,
      content: content.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      before: above.trimEnd().split('\n').at(-1) ?? '',
    }
  })
}

/**
 * The command lines that a block tells its reader, or a CI service, to run; none for a whole file, which the test of
 * the page runs as what it is.
 */
export function commandsIn({language, info, content}: Block): string[] {
  if (info.startsWith('file=')) return []
  const lines = content.split('\n')
  if (language === 'sh') return lines.map(line => line.replace(/\s+#.*/, '').trim()).filter(line => line !== '')
  if (language !== 'yaml') return []
  return lines.flatMap(line => /^[\s-]*(?:run|script): (.+)$/.exec(line)?.[1] ?? [])
}
