import {createTwoFilesPatch, FILE_HEADERS_ONLY} from 'diff'
import picocolors from 'picocolors'
import {commandlessLine, harmless} from './terminal.ts'

/**
 * The change of one file as a unified diff, ready to be applied; empty where nothing changes. `before` is null for a
 * file that is new.
 */
export function unifiedDiff(path: string, before: string | null, after: string, color: boolean): string {
  if (before === after) return ''
  const name = harmless(path)
  const old = before === null ? '/dev/null' : `a/${name}`
  const patch = createTwoFilesPatch(old, `b/${name}`, before ?? '', after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  })
  const paint = picocolors.createColors(color)
  return patch
    .split('\n')
    .map(line => painted(commandlessLine(withoutControls(line)), paint))
    .join('\n')
}

/** A carriage return at the end of a line belongs to its line break. */
function withoutControls(line: string): string {
  const end = line.endsWith('\r') ? '\r' : ''
  const body = line.slice(0, line.length - end.length)
  return body.split('\t').map(harmless).join('\t') + end
}

function painted(line: string, paint: ReturnType<typeof picocolors.createColors>): string {
  if (/^(?:---|\+\+\+) /.test(line)) return paint.bold(line)
  if (line.startsWith('@@')) return paint.cyan(line)
  if (line.startsWith('-')) return paint.red(line)
  return line.startsWith('+') ? paint.green(line) : line
}
