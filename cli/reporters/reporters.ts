import {commandless} from '../terminal.ts'
import type {Reporter} from './reporter.ts'
import {atOnce, type OpenStream, withText} from './stream.ts'

interface Entry {
  /** Who or what reads it. */
  summary: string
  /** Whether it reads the outlines of the files. */
  wantsOutline?: boolean
  /** Whether it reads what the rules say of themselves. */
  wantsRules?: boolean
  /** Whether commands to a CI service are what it is for. */
  givesCommands?: boolean
  /** Loaded once it is asked for, as every run pays for what it loads. */
  load(): Promise<Reporter | Streamed>
}

/** A report that need not wait for the last file. */
interface Streamed {
  open: OpenStream
}

/** What makes a report; with `open` if it can be told file by file. */
export interface LoadedReporter extends Partial<Streamed> {
  reporter: Reporter
}

/** In the order of the help. */
export const reporters = {
  stylish: {summary: 'for people', load: async () => (await import('./stylish.ts')).stylish},
  compact: {
    summary: 'a line per finding, for grep and editors',
    load: async () => ({open: (await import('./compact.ts')).compact}),
  },
  agent: {
    summary: 'for coding agents',
    wantsOutline: true,
    load: async () => ({open: (await import('./agent.ts')).agent}),
  },
  markdown: {
    summary: 'for pull requests',
    wantsOutline: true,
    load: async () => (await import('./markdown.ts')).markdown,
  },
  json: {summary: 'for programs', wantsOutline: true, load: async () => (await import('./json.ts')).json},
  sarif: {
    summary: 'SARIF 2.1.0',
    wantsOutline: true,
    wantsRules: true,
    load: async () => (await import('./sarif.ts')).sarif,
  },
  github: {
    summary: 'annotations of GitHub Actions',
    givesCommands: true,
    load: async () => (await import('./github.ts')).github,
  },
  gitlab: {summary: 'GitLab Code Quality', load: async () => (await import('./gitlab.ts')).gitlab},
  junit: {summary: 'JUnit XML', load: async () => (await import('./junit.ts')).junit},
  checkstyle: {summary: 'Checkstyle XML', load: async () => (await import('./checkstyle.ts')).checkstyle},
  rdjson: {summary: 'reviewdog', load: async () => (await import('./rdjson.ts')).rdjson},
} as const satisfies Record<string, Entry>

export type ReporterName = keyof typeof reporters

export const reporterNames = Object.keys(reporters) as ReporterName[]

export function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name)
}

/** What the reporter of that name reads besides the findings. */
export function wantsOf(name: ReporterName): {wantsOutline: boolean; wantsRules: boolean} {
  const {wantsOutline = false, wantsRules = false}: Entry = reporters[name]
  return {wantsOutline, wantsRules}
}

/** The reporter of that name; what documents hold does not become a command in its report. */
export async function loadReporter(name: ReporterName): Promise<LoadedReporter> {
  const {load, givesCommands = false}: Entry = reporters[name]
  const loaded = await load()
  if (typeof loaded !== 'function') {
    const open = withText(loaded.open, commandless)
    return {open, reporter: atOnce(open)}
  }
  return {reporter: givesCommands ? loaded : async (run, target) => commandless(await loaded(run, target))}
}
