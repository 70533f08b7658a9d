import type {ProjectConfig} from '../../config/load.ts'
import {shownPath} from '../../config/paths.ts'
import {loadGrammars} from '../../core/code/grammars.ts'
import {languagesIn} from '../../core/code/languages-in.ts'
import type {Finding} from '../../core/finding.ts'
import type {Place} from '../../core/inspection/inspection.ts'
import {type LedgerEntry, ledgerOf} from '../../core/ledger.ts'
import {analyse} from '../../core/lint.ts'
import {SourceText} from '../../core/text.ts'
import type {Baseline} from '../baseline.ts'
import type {LoadedWorld} from '../commands/command.ts'
import {placeIn} from '../place-in.ts'
import {readDocument} from '../read.ts'
import type {Repositories} from '../repositories.ts'
import {settingsFor} from '../settings-for.ts'

/** How many findings, by rule. */
export type Counts = Record<string, number>

/** What the directives of a file keep back. */
export interface FileLedger {
  /** Relative to the working folder. */
  path: string
  suppressions: (Place & Omit<LedgerEntry, 'start' | 'end'>)[]
  /** How many findings they keep back together. */
  suppressed: number
  /** What a baseline keeps back besides; absent without one. */
  baseline?: Counts
}

/**
 * Reads what the directives in `file` keep back under `config`, in the repository around it, and what `baseline` does.
 * @throws {Problem} when the file cannot be read
 * @throws {RuleFailure} when a rule breaks down
 */
export async function fileLedger(
  {fs, cwd}: LoadedWorld,
  file: string,
  config: ProjectConfig & {repositories: Repositories},
  baseline: Baseline | undefined,
): Promise<FileLedger> {
  const path = shownPath(cwd, file)
  const {text} = readDocument(fs, file, path)
  await loadGrammars(languagesIn(text))
  const {repositories} = config
  const {result, plan, plain} = analyse(text, {
    ...config.catalogue,
    ...settingsFor(file, config, {severities: {}}),
    ...(await repositories.lintOption(repositories.addressOf(file))),
  })
  const source = new SourceText(text)
  const suppressions = ledgerOf(plan).map(({start, end, ...entry}) => ({
    ...placeIn({plain, source}, {start, end}),
    ...entry,
  }))
  const ledger = {path, suppressions, suppressed: result.suppressed}
  if (!baseline) return ledger
  const {findings} = baseline.without(file, {path, source, result}).result
  return {...ledger, baseline: countsOf(result.findings.filter(finding => !findings.includes(finding)))}
}

function countsOf(findings: readonly Finding[]): Counts {
  const counts: Counts = {}
  for (const {rule} of findings) counts[rule] = (counts[rule] ?? 0) + 1
  return counts
}

/** What a ledger comes to. */
export interface Totals {
  files: number
  suppressions: number
  /** Findings that they keep back. */
  suppressed: number
  /** Suppressions with a rule that nothing is kept back of. */
  unused: number
  withoutReason: number
  /** Findings that a baseline keeps back besides; absent without one. */
  baseline?: number
}

export function totalsOf(ledger: readonly FileLedger[]): Totals {
  const all = ledger.flatMap(({suppressions}) => suppressions)
  const inBaseline = ledger.flatMap(({baseline}) => (baseline ? [sum(Object.values(baseline))] : []))
  return {
    files: ledger.length,
    suppressions: all.length,
    suppressed: sum(ledger.map(({suppressed}) => suppressed)),
    unused: all.filter(({unused}) => unused.length > 0).length,
    withoutReason: all.filter(({reason}) => reason === '').length,
    ...(inBaseline.length > 0 && {baseline: sum(inBaseline)}),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
