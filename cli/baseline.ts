import {dirname, resolve} from 'node:path'
import type {FileSystem} from '../config/file-system.ts'
import {shownPath} from '../config/paths.ts'
import {causeOf, Problem} from '../config/problem.ts'
import {fingerprintOf} from './fingerprint.ts'
import {replaceFile} from './replace-file.ts'
import type {LintedFile} from './reporters/reporter.ts'

/** How many findings there are of each fingerprint, by rule; the rule is there for people who read the file. */
type Counts = Record<string, Record<string, number>>

interface Content {
  version: 1
  /** By path, relative to the folder of the baseline. */
  files: Record<string, Counts>
}

/** Findings that a project has put up with: they are kept back, others are not. */
export class Baseline {
  readonly #folder: string
  readonly #known: Content['files']
  readonly #seen: Content['files'] = {}
  /** What is known of files that are there no more: they may have been renamed. */
  readonly #homeless: Counts = {}
  #withheld = 0

  private constructor(file: string, known: Content['files'], fs: FileSystem) {
    this.#folder = dirname(file)
    this.#known = known
    for (const [path, counts] of Object.entries(known)) {
      if (!fs.existsSync(resolve(this.#folder, path))) addAll(this.#homeless, counts)
    }
  }

  /**
   * Reads a baseline; without a file it is empty where `mayBeAbsent`. `shown` is what messages call it.
   * @throws {Problem} when it cannot be read, or is none
   */
  static read(fs: FileSystem, file: string, shown: string, mayBeAbsent: boolean): Baseline {
    if (mayBeAbsent && !fs.existsSync(file)) return new Baseline(file, {}, fs)
    let text: string
    try {
      text = fs.readFileSync(file, 'utf8')
    } catch (error) {
      throw new Problem(`${shown}: cannot be read: ${causeOf(error)}; --update-baseline writes it`)
    }
    return new Baseline(file, contentOf(text, shown).files, fs)
  }

  /** How many findings were kept back. */
  get withheld(): number {
    return this.#withheld
  }

  /** `linted`, read from `file`, without the findings that the baseline holds. */
  without(file: string, linted: LintedFile): LintedFile {
    const path = shownPath(this.#folder, file)
    const left = structuredClone(this.#known[path] ?? {})
    const seen = this.#seen[path] ?? {}
    this.#seen[path] = seen
    const findings = linted.result.findings.filter(finding => {
      const fingerprint = fingerprintOf(finding, linted.source.text)
      add(seen, finding.rule, fingerprint)
      return !take(left, finding.rule, fingerprint) && !take(this.#homeless, finding.rule, fingerprint)
    })
    this.#withheld += linted.result.findings.length - findings.length
    return {...linted, result: {...linted.result, findings}}
  }

  /** How many findings the baseline holds for the files looked at that are there no more. */
  get gone(): number {
    return Object.entries(this.#seen).reduce((sum, [path, seen]) => sum + excess(this.#known[path] ?? {}, seen), 0)
  }

  /** How many findings an update would add. */
  get added(): number {
    return Object.entries(this.#seen).reduce((sum, [path, seen]) => sum + excess(seen, this.#known[path] ?? {}), 0)
  }

  /**
   * Writes what was found now in place of what was known of the same files; of files that are there no more nothing is
   * kept.
   * @throws {Problem} when it cannot be written
   */
  update(fs: FileSystem, file: string, shown: string): void {
    const exists = (path: string) => this.#seen[path] || fs.existsSync(resolve(this.#folder, path))
    const kept = Object.entries({...this.#known, ...this.#seen}).filter(
      ([path, counts]) => Object.keys(counts).length > 0 && exists(path),
    )
    const content: Content = {version: 1, files: sorted(Object.fromEntries(kept))}
    try {
      replaceFile(file, `${JSON.stringify(content, null, 2)}\n`)
    } catch (error) {
      throw new Problem(`${shown}: cannot be written: ${causeOf(error)}`)
    }
  }
}

function add(counts: Counts, rule: string, fingerprint: string): void {
  const ofRule = counts[rule] ?? {}
  counts[rule] = ofRule
  ofRule[fingerprint] = (ofRule[fingerprint] ?? 0) + 1
}

function addAll(counts: Counts, more: Counts): void {
  for (const [rule, ofRule] of Object.entries(more)) {
    for (const [key, count] of Object.entries(ofRule)) for (let n = 0; n < count; n++) add(counts, rule, key)
  }
}

function take(counts: Counts, rule: string, fingerprint: string): boolean {
  const ofRule = counts[rule]
  const count = ofRule?.[fingerprint] ?? 0
  if (!ofRule || count === 0) return false
  ofRule[fingerprint] = count - 1
  return true
}

/** How many more findings `counts` holds than `others`, fingerprint by fingerprint. */
function excess(counts: Counts, others: Counts): number {
  return Object.entries(counts).reduce((sum, [rule, ofRule]) => {
    const more = Object.entries(ofRule).map(([key, count]) => Math.max(0, count - (others[rule]?.[key] ?? 0)))
    return sum + more.reduce((total, count) => total + count, 0)
  }, 0)
}

/** In order of names, so that two branches change the same file in the same way. */
function sorted<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)])) as T
}

function contentOf(text: string, shown: string): Content {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    throw new Problem(`${shown}: is no JSON; write it anew with --update-baseline after deleting it`)
  }
  if (isContent(content)) return content
  throw new Problem(`${shown}: is no baseline of this version of plan-lint; delete it and run --update-baseline`)
}

function isContent(value: unknown): value is Content {
  const isRecord = (item: unknown): item is Record<string, unknown> =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
  if (!isRecord(value) || value.version !== 1 || !isRecord(value.files)) return false
  const rules = Object.values(value.files).flatMap(file => (isRecord(file) ? Object.values(file) : [null]))
  return rules.every(rule => isRecord(rule) && Object.values(rule).every(count => Number.isInteger(count)))
}
