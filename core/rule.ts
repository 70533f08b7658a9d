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
  | 'own'

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
  /** What it is about; hosts switch groups on and off together. Default: `own`, for rules that are not plan-lint's. */
  group?: RuleGroup
  /** Address of a page about the rule, for hosts to link to. */
  url?: string
  /** Severity where neither preset nor user says otherwise. */
  severity: Severity
  /** False where a rule runs only in presets (or configs) that ask for it. */
  enabledByDefault?: boolean
  /** True where some of its findings bring a fix that is safe to make unasked. */
  fixable?: boolean
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
  /** Address of its page, where it has one. */
  readonly url?: string
  readonly severity: Severity
  readonly enabledByDefault: boolean
  /** Whether some of its findings bring a safe fix. */
  readonly fixable?: boolean
  readonly options: OptionSpecs
  readonly messages: Messages
  /** `options` holds a value for every key of the option spec. */
  check(plan: Plan, options: Readonly<Record<string, unknown>>): Iterable<Report>
}

const longestQuote = 48
const lettersOfPath = /^[\w@.+/-]{1,160}$/

/** A path that is cut says nothing. */
function isPath(line: string): boolean {
  return line.includes('/') && lettersOfPath.test(line)
}

/** Words of the document on one line, short enough to quote in a message. */
export function excerpt(words: string): string {
  const line = words.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (line.length <= longestQuote || isPath(line)) return line
  const cut = line.slice(0, longestQuote - 1).replace(/(?<=.{24})\s+\S*$|[\uD800-\uDBFF]$/, '')
  return `${cut.trimEnd()}…`
}

/** A slot of a template, and the words before it. */
interface TemplateSlot {
  before: string
  name: string
  isQuoted: boolean
  /** What is said where the data have no such slot. */
  whole: string
}

interface Template {
  slots: readonly TemplateSlot[]
  after: string
}

const templates = new Map<string, Template>()

function readTemplate(template: string): Template {
  const slots: TemplateSlot[] = []
  let end = 0
  for (const {0: whole, 1: quote, 2: name = '', index} of template.matchAll(/("?)\{(\w+)\}\1/g)) {
    slots.push({before: template.slice(end, index), name, isQuoted: quote !== '', whole})
    end = index + whole.length
  }
  return {slots, after: template.slice(end)}
}

/** A template is read once, as one message may be told of a plan a million times. */
function readOnce(template: string): Template {
  let read = templates.get(template)
  if (!read) {
    read = readTemplate(template)
    templates.set(template, read)
  }
  return read
}

/** A slot in quotes stands for words of the document. */
function fill(template: string, data: FindingData): string {
  const {slots, after} = readOnce(template)
  let message = ''
  for (const {before, name, isQuoted, whole} of slots) {
    const value = String(data[name] ?? whole)
    message += before + (isQuoted ? `"${excerpt(value)}"` : value)
  }
  return message + after
}

/**
 * Makes a rule of its definition. Options and message slots are checked by the compiler.
 * @throws {TypeError} when the id is not kebab-case, no message is defined, or a part is missing or of another form
 */
export function defineRule<const O extends OptionSpecs = Record<never, never>, const M extends Messages = Messages>(
  definition: RuleDefinition<O, M>,
): Rule {
  const {id, summary, group = 'own', url, severity, enabledByDefault = true, fixable = false, messages} = definition
  assertForm(definition)
  const say: Say<M> = (message, place, data, extras) => ({
    start: place.start,
    end: place.end,
    message: fill(templateOf(messages, message), data),
    data,
    ...extras,
  })
  return {
    id,
    summary,
    group,
    ...(url === undefined ? {} : {url}),
    severity,
    enabledByDefault,
    fixable,
    options: definition.options ?? {},
    messages,
    check: (plan, options) => definition.check(plan, options as OptionValues<O>, say),
  }
}

type AnyDefinition = Omit<RuleDefinition<OptionSpecs, Messages>, 'check'> & {check: unknown}

function assertForm(definition: AnyDefinition): void {
  const {id, summary, url, severity, messages, options = {}, check} = definition
  if (typeof id !== 'string' || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    throw new TypeError(`Rule id "${id}" is not kebab-case; use lower-case words joined by hyphens.`)
  }
  const lack = (lack: string) => {
    throw new TypeError(`Rule "${id}" has ${lack}.`)
  }
  if (!summary) lack('no summary; say in a line what it finds')
  if (Object.keys(messages ?? {}).length === 0) lack('no message; add at least one to "messages"')
  if (typeof check !== 'function') lack('no function "check"; add it')
  if (severity === undefined) lack('no severity; give it error, warning or info')
  if (!['error', 'warning', 'info'].includes(severity))
    lack(`the severity ${JSON.stringify(severity)}; it can be error, warning or info`)
  if (url !== undefined && !URL.canParse(url)) lack(`the address ${JSON.stringify(url)}; begin it with "https://"`)
  for (const [name, spec] of Object.entries(options)) {
    if (spec?.default === undefined)
      throw new TypeError(`Option "${name}" of rule "${id}" has no default; give it one.`)
  }
}

function templateOf(messages: Messages, message: string): string {
  const template = messages[message]
  if (template !== undefined) return template
  throw new TypeError(`there is no message "${message}"; it has ${Object.keys(messages).join(', ')}`)
}

/** The default of every option of `rule`. */
export function defaultOptions(rule: Rule): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rule.options).map(([name, spec]) => [name, spec.default]))
}
