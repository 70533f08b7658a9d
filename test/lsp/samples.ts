import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {globSync} from 'tinyglobby'
import type {Position, Range} from 'vscode-languageserver'
import {SourceText} from '../../core/text.ts'
import {project} from '../cli/world.ts'
import {oddTexts} from '../plan-texts.ts'
import type {Client} from './client.ts'

const root = join(import.meta.dirname, '../../fixtures')

/** Every plan among the fixtures, by its path. */
export const fixtures: Readonly<Record<string, string>> = Object.fromEntries(
  globSync('*/*.md', {cwd: root})
    .sort()
    .map(path => [path, readFileSync(join(root, path), 'utf8')]),
)

function asOnWindows(text: string): string {
  return `\ufeff${text.replaceAll('\n', '\r\n')}`
}

/** Every fixture, also as another system saves it, and what breaks programs that meet it unprepared. */
export const samples: Readonly<Record<string, string>> = {
  ...fixtures,
  ...Object.fromEntries(Object.entries(fixtures).map(([path, text]) => [`${path} on Windows`, asOnWindows(text)])),
  ...oddTexts,
}

/** Opens a document where its project keeps plans. */
export async function openPlan(client: Client, text: string): Promise<string> {
  return client.open(text, `${project({'.git/HEAD': ''})}/plans/a.md`)
}

function isAtOrBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character)
}

export function holds(outer: Range, inner: Range): boolean {
  return (
    isAtOrBefore(outer.start, inner.start) && isAtOrBefore(inner.start, inner.end) && isAtOrBefore(inner.end, outer.end)
  )
}

/** Whether a range has both its ends on a line of the document, not in its line break. */
export function isIn(text: string): (range: Range) => boolean {
  const source = new SourceText(text)
  const exists = ({line, character}: Position) =>
    line >= 0 && line < source.lineCount && character >= 0 && character <= source.lineText(line + 1).length
  return range => exists(range.start) && exists(range.end) && holds(range, {start: range.start, end: range.end})
}

/** A text with the place of its `‸`, which is taken out. */
export function withCursor(marked: string): {text: string; position: Position} {
  const [before = '', after = ''] = marked.split('‸')
  const lines = before.split(/\r\n|\r|\n/)
  return {text: before + after, position: {line: lines.length - 1, character: lines.at(-1)?.length ?? 0}}
}

/** About `count` places of a text, the same each time, those where ids and headings stand among them. */
export function positionsIn(text: string, count: number): Position[] {
  const source = new SourceText(text)
  const named = [...text.matchAll(/\bT\d+|^#+ .*\d|[Ss]tage[- ]\d|"[\w-]+"/gm)].map(
    ({index, 0: words}) => index + words.length,
  )
  const step = Math.max(1, Math.floor(text.length / count))
  const spread = Array.from({length: Math.floor(text.length / step) + 1}, (_, index) => index * step)
  const chosen = named.filter((_, index) => index % Math.ceil(named.length / count) === 0)
  return [...new Set([...chosen, ...spread])].map(offset => {
    const {line, column} = source.positionAt(offset)
    // Between a carriage return and its line feed there is no place for a cursor.
    return {line: line - 1, character: Math.min(column - 1, source.lineText(line).length)}
  })
}
