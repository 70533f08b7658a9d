import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseDocument} from '../core/document.ts'
import type {Finding, Severity} from '../core/finding.ts'
import {Plan} from '../core/plan.ts'
import type {Preset} from '../core/preset.ts'
import {SourceText} from '../core/text.ts'
import {lint} from '../index.ts'
import {mutationsOf} from '../test/mutations/all.ts'
import {type CleanPlan, cleanPlanOf, type Mutation, toldOf} from '../test/mutations/mutation.ts'
import type {Entry} from './entries.ts'

/** A plan of the fixtures, or a clean one spoilt in one thing, with what is told of it. */
export interface Proof {
  rule: string
  severity: Severity
  /** A line of a fixture, or the name of a mutation. */
  at: {file: string; line: number} | {mutation: string}
}

interface Faulty {
  file: string
  plan: Plan
  findings: readonly Finding[]
}

const fixtures = join(import.meta.dirname, '../fixtures')

function faultyPlansOf(preset: Preset): Faulty[] {
  const names = readdirSync(join(fixtures, preset.id)).filter(name => name.endsWith('.findings'))
  return names.map(name => {
    const file = name.replace(/\.findings$/, '.md')
    const text = readFileSync(join(fixtures, preset.id, file), 'utf8')
    const plan = new Plan(parseDocument(text), preset)
    return {file, plan, findings: lint(text, {preset: preset.id}).findings}
  })
}

function isInScope({scope}: Entry, plan: Plan, offsets: readonly number[]): boolean {
  if (scope === 'anywhere') return true
  const phases = offsets.map(at => plan.phases.find(({section: {start, end}}) => start <= at && at < end) ?? null)
  if (scope === 'document') return phases[0] === null
  return phases.some(phase => phase && (scope === 'phase' || phase.kind?.id === scope.kind))
}

function holds(data: Readonly<Record<string, unknown>> | undefined, wanted: Entry['data']): boolean {
  return Object.entries(wanted).every(([key, value]) => data?.[key] === value)
}

/** Finds the proofs of a preset's entries in its fixtures and mutations. */
export class Proofs {
  readonly #clean: CleanPlan
  readonly #mutations: readonly Mutation[]
  readonly #faulty: readonly Faulty[]

  constructor(preset: Preset) {
    this.#clean = cleanPlanOf(preset)
    this.#mutations = mutationsOf(this.#clean).flatMap(([, mutations]) => mutations)
    this.#faulty = faultyPlansOf(preset)
  }

  /** A fixture in which the entry is missing, else a mutation that takes it away. */
  of(entry: Entry): Proof | undefined {
    return this.#inFixtures(entry) ?? this.#inMutations(entry)
  }

  /** What is told where a table says so: at a fixture's line, or after a mutation. */
  at(at: Proof['at'], rule: string): Proof | undefined {
    if ('mutation' in at) {
      const mutation = this.#mutations.find(({name}) => name === at.mutation)
      return mutation && this.#run(mutation)
    }
    const {plan, findings = []} = this.#faulty.find(({file}) => file === at.file) ?? {}
    const found = findings.find(finding => finding.rule === rule && plan && lineOf(plan, finding) === at.line)
    return found && {rule, severity: found.severity, at}
  }

  /** The lines of a fixture on which a rule speaks up. */
  linesOf(file: string, rule: string): number[] {
    return this.#faulty
      .filter(faulty => faulty.file === file)
      .flatMap(({plan, findings}) => findings.filter(found => found.rule === rule).map(found => lineOf(plan, found)))
  }

  #inFixtures(entry: Entry): Proof | undefined {
    // What of a section's contents is missing, the data do not tell.
    if (entry.mutation !== undefined) return undefined
    for (const {file, plan, findings} of this.#faulty) {
      const found = findings.find(
        ({rule, data, start}) => rule === entry.rule && holds(data, entry.data) && isInScope(entry, plan, [start]),
      )
      if (found) return {rule: found.rule, severity: found.severity, at: {file, line: lineOf(plan, found)}}
    }
    return undefined
  }

  #inMutations(entry: Entry): Proof | undefined {
    const mutation = this.#mutations.find(
      ({name, edits, expected}) =>
        name.replace(/^phase \S+: /, '').startsWith(entry.mutation ?? '') &&
        expected.some(({rule, data}) => rule === entry.rule && holds(data, entry.data)) &&
        isInScope(
          entry,
          this.#clean.plan,
          edits.map(({start}) => start),
        ),
    )
    return mutation && this.#run(mutation)
  }

  #run(mutation: Mutation): Proof | undefined {
    const [told, other] = toldOf(this.#clean, mutation)
    if (!told || other) return undefined
    return {rule: told.rule, severity: told.severity, at: {mutation: mutation.name}}
  }
}

function lineOf(plan: Plan, {start}: Finding): number {
  return new SourceText(plan.text).positionAt(start).line
}
