import type {Edit, FindingData, Range, Related, Severity, Suggestion} from './finding.ts'
import type {Plan} from './plan.ts'

export type RuleGroup =
  | 'sections'
  | 'leftovers'
  | 'questions'
  | 'code'
  | 'phases'
  | 'tasks'
  | 'stages'
  | 'repository'
  | 'directives'

/** One option of a rule, written as JSON Schema: the same value gives type, default, validation and docs. */
export type OptionSpec =
  | {type: 'boolean'; default: boolean; description: string}
  | {type: 'integer'; default: number; minimum?: number; description: string}
  | {type: 'string'; default: string; enum?: readonly string[]; description: string}
  | {type: 'array'; items: {type: 'string'}; default: readonly string[]; description: string}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>

type OptionValue<S extends OptionSpec> = S extends {type: 'boolean'}
  ? boolean
  : S extends {type: 'integer'}
    ? number
    : S extends {type: 'array'}
      ? readonly string[]
      : S extends {enum: readonly (infer Member)[]}
        ? Member
        : string

export type OptionValues<S extends OptionSpecs> = {readonly [Name in keyof S]: OptionValue<S[Name]>}

/** The names in braces of a message template: `'"{text}" is a slot'` has the slot `text`. */
type Slots<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Slots<Rest>
  : never

export type Messages = Readonly<Record<string, string>>

/** What a rule may attach to a finding besides its place and its words. */
export interface Extras {
  related?: Related[]
  fix?: Edit[]
  suggestions?: Suggestion[]
  /** Only where the document itself changes how grave a finding is (a draft's open question). */
  severity?: Severity
}

/** A finding before the runner has added what is the same for all: rule id, severity, address. */
export interface Report extends Range, Extras {
  message: string
  data: FindingData
}

/** Fills the message `id` with `data`; a slot of the template that `data` lacks does not compile. */
export type Say<M extends Messages> = <Id extends keyof M & string>(
  id: Id,
  place: Range,
  data: FindingData & Record<Slots<M[Id]>, string | number>,
  extras?: Extras,
) => Report

export interface RuleDefinition<O extends OptionSpecs, M extends Messages> {
  /** Kebab-case, final: config, docs and reports use it. */
  id: string
  /** One line in the imperative mood of a finding: what is wrong with the plan. */
  summary: string
  group: RuleGroup
  /** Severity where neither preset nor user says otherwise. */
  severity: Severity
  /** False where a rule runs only in presets (or configs) that ask for it. */
  enabledByDefault?: boolean
  options?: O
  /** Templates with `{slots}`; each says what is wrong and what to do. A long value is cut short in `"{slot}"`. */
  messages: M
  check(plan: Plan, options: OptionValues<O>, say: Say<M>): Iterable<Report>
}

/** A rule as the engine holds it, its option and message types erased. */
export interface Rule {
  readonly id: string
  readonly summary: string
  readonly group: RuleGroup
  readonly severity: Severity
  readonly enabledByDefault: boolean
  readonly options: OptionSpecs
  readonly messages: Messages
  /** `options` holds a value for every key of the option spec. */
  check(plan: Plan, options: Readonly<Record<string, unknown>>): Iterable<Report>
}

const longestQuote = 48

/** Words of the document on one line, short enough to quote in a message. */
function excerpt(words: string): string {
  const line = words.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (line.length <= longestQuote) return line
  const cut = line.slice(0, longestQuote - 1).replace(/(?<=.{24})\s+\S*$|[\uD800-\uDBFF]$/, '')
  return `${cut.trimEnd()}…`
}

/** A slot in quotes stands for words of the document. */
function fill(template: string, data: FindingData): string {
  return template.replace(/("?)\{(\w+)\}\1/g, (slot, quote: string, name: string) => {
    const value = String(data[name] ?? slot)
    return quote ? `"${excerpt(value)}"` : value
  })
}

/**
 * Makes a rule of its definition. Options and message slots are checked by the compiler.
 * @throws {TypeError} when the id is not kebab-case or no message is defined
 */
export function defineRule<const O extends OptionSpecs = Record<never, never>, const M extends Messages = Messages>(
  definition: RuleDefinition<O, M>,
): Rule {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(definition.id)) {
    throw new TypeError(`Rule id "${definition.id}" is not kebab-case; use lower-case words joined by hyphens.`)
  }
  if (Object.keys(definition.messages).length === 0) {
    throw new TypeError(`Rule "${definition.id}" has no message; add at least one to "messages".`)
  }
  const say: Say<M> = (id, place, data, extras) => ({
    start: place.start,
    end: place.end,
    message: fill(definition.messages[id] as string, data),
    data,
    ...extras,
  })
  return {
    id: definition.id,
    summary: definition.summary,
    group: definition.group,
    severity: definition.severity,
    enabledByDefault: definition.enabledByDefault ?? true,
    options: definition.options ?? {},
    messages: definition.messages,
    check: (plan, options) => definition.check(plan, options as OptionValues<O>, say),
  }
}

/** The default of every option of `rule`. */
export function defaultOptions(rule: Rule): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rule.options).map(([name, spec]) => [name, spec.default]))
}
