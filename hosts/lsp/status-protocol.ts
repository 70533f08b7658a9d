import type {Severity} from '../../core/finding.ts'
import type {PresetSource} from '../../core/lint.ts'
import type {Verdict} from '../../core/readiness/verdict.ts'

/** A notification for editors that ask for it: what an open document is judged by, after each time it was. */
export const statusNotification = 'plan-lint/status'
/** A request, with the address of an open document: the presets that it can name. */
export const presetsRequest = 'plan-lint/presets'
/** A command, with the address of an open document and the id of a preset, or `auto` for the one it looks like. */
export const setPresetCommand = 'plan-lint.setPreset'

export interface PlanStatus {
  uri: string
  version: number
  /** Null where the document is no plan. */
  plan: {
    preset: string
    presetSource: PresetSource
    /** What in the document speaks for the preset. */
    evidence: string[]
    /** How many findings there are. */
    counts: Record<Severity, number>
    /** How far the plan is, and how many causes keep it from the next verdict, which is null above the last. */
    readiness: {verdict: Verdict; next: Verdict | null; blockers: number}
  } | null
  /** Path of the configuration file, where there is one. */
  configFile: string | null
  /** Why the configuration is not in force; one message or more. */
  configProblems: readonly string[]
  /** The configuration is not in force because it is code, and the workspace is not trusted. */
  isConfigRefused: boolean
  /** Why the document could not be checked. */
  failure: string | null
}

export interface PresetsParams {
  uri: string
}

export interface PresetChoice {
  id: string
  /** Which documents it is for. */
  summary: string
}
