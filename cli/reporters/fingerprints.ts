import {createHash} from 'node:crypto'
import {fingerprintOf} from '../fingerprint.ts'
import type {LintedFile} from './reporter.ts'

/**
 * A name for each finding of a file, in their order; no two are alike in a run. It stays the same when text is added or
 * removed elsewhere.
 */
export function fingerprintsOf({path, source, result}: LintedFile): string[] {
  const seen = new Map<string, number>()
  return result.findings.map(finding => {
    const content = fingerprintOf(finding, source.text)
    const count = seen.get(content) ?? 0
    seen.set(content, count + 1)
    return createHash('sha256')
      .update(JSON.stringify([path, content, count]))
      .digest('hex')
  })
}
