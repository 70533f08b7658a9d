import {realpathSync} from 'node:fs'
import {shownPath} from '../config/paths.ts'
import type {Finding} from '../core/finding.ts'
import type {SourceText} from '../core/text.ts'
import type {Changes, LineRange} from './changed.ts'
import type {LintRequest} from './lint-request.ts'
import type {LintedFile} from './reporters/reporter.ts'
import {partOf} from './shard.ts'

/** The files of a run, and what of their findings counts. */
export interface Selection {
  files: readonly string[]
  /** `linted`, which was read from `file`, with only the findings that the user asked for. */
  narrowed(file: string, linted: LintedFile): Promise<LintedFile>
  /** Why there are no files, where there are none; for people. */
  reason: string
}

/**
 * Those of `files` (absolute, in order) that `request` is about.
 * @throws {Problem} when git cannot tell what has changed
 */
export async function selectionOf(
  files: readonly string[],
  {changed, shard, standIn}: LintRequest,
  cwd: string,
): Promise<Selection> {
  const part = shard ? partOf(files, shard) : files
  const all = {files: part, narrowed: async (_: string, linted: LintedFile) => linted}
  if (standIn) return {...all, reason: `${shownPath(cwd, standIn.file)}: is left out by "ignores" of the configuration`}
  if (!changed) return {...all, reason: 'no file falls to this shard'}
  const {changesIn} = await import('./changed.ts')
  const changes = await changesIn(cwd, changed.since)
  const selection = {files: part.filter(file => changes.files.has(realOf(file))), reason: 'no plan has changed'}
  return changed.linesOnly ? {...selection, narrowed: narrowerBy(changes)} : {...all, ...selection}
}

function narrowerBy(changes: Changes): Selection['narrowed'] {
  return async (file, linted) => {
    const lines = await changes.linesOf(realOf(file))
    if (lines === 'all') return linted
    const findings = linted.result.findings.filter(finding => touches(finding, lines, linted.source))
    return {...linted, result: {...linted.result, findings}}
  }
}

function touches({start, end}: Finding, lines: readonly LineRange[], source: SourceText): boolean {
  const [first, last] = [source.lineAt(start), source.lineAt(Math.max(start, end - 1))]
  return lines.some(range => range.start <= last && first <= range.end)
}

/** As git names it, which follows the links in the path of its work tree. */
function realOf(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}
