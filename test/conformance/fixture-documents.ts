import {existsSync, readFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {globSync} from 'tinyglobby'
import {lint} from '../../index.ts'
import type {Document} from './document.ts'
import {rowsOf} from './hosts/core.ts'
import type {Row} from './row.ts'

const fixtures = join(import.meta.dirname, '../../fixtures')

/**
 * The fixtures, once in a project that says nothing and once in one that asks for their preset. Place, severity and rule
 * are those of the `.findings` files; these say nothing of wording and changes, which are the engine's.
 * @throws {Error} when a `.findings` file and the engine differ
 */
export function fixtureDocuments(): Document[] {
  return globSync('*/*.md', {cwd: fixtures})
    .sort()
    .flatMap(path => {
      const text = readFileSync(join(fixtures, path), 'utf8')
      const preset = dirname(path)
      const name = `${preset}-${basename(path, '.md')}`
      const findings = worded(path, rowsOf(text, lint(text).findings))
      // The fallback is chosen where nothing tells of a plan.
      const isPlan = preset !== 'plan'
      return ['auto', preset].map((config): Document => ({name, text, config, isPlan, findings}))
    })
}

function worded(path: string, rows: readonly Row[]): readonly Row[] {
  const expected = expectedOf(path)
  const actual = rows.map(({at, severity, rule}) => `${at} ${severity} ${rule}`)
  if (actual.join('\n') === expected.join('\n')) return rows
  throw new Error(`The findings of ${path} are not those of the file beside it.`)
}

function expectedOf(path: string): string[] {
  const file = join(fixtures, path.replace(/\.md$/, '.findings'))
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []
  return lines.map(line => line.split(' ').slice(0, 3).join(' '))
}
