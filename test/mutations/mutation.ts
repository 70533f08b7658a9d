import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseDocument} from '../../core/document.ts'
import type {Edit, Finding, Range, Severity} from '../../core/finding.ts'
import {applyEdits} from '../../core/fixes.ts'
import {Plan} from '../../core/plan.ts'
import type {Preset} from '../../core/preset.ts'
import {lint} from '../../index.ts'

/** The one finding that a spoilt plan has to yield. */
export interface Expected {
  rule: string
  severity?: Severity
  data?: Record<string, string | number>
  /** Text that the finding has to stand on. */
  on?: string
}

/** A clean plan spoilt in one thing. */
export interface Mutation {
  name: string
  edits: readonly Edit[]
  /** Any of these, once, and nothing else. */
  expected: readonly Expected[]
}

/** The complete plan of a preset, and how the engine reads it. */
export interface CleanPlan {
  preset: Preset
  text: string
  plan: Plan
}

export function cleanPlanOf(preset: Preset): CleanPlan {
  const text = readFileSync(join(import.meta.dirname, `../../fixtures/${preset.id}/clean.md`), 'utf8')
  const plan = new Plan(parseDocument(text), preset)
  return {preset, text, plan}
}

export function remove({start, end}: Range): Edit {
  return {start, end, text: ''}
}

export function replace({start, end}: Range, text: string): Edit {
  return {start, end, text}
}

export function insert(at: number, text: string): Edit {
  return {start: at, end: at, text}
}

/** The whole lines that a range touches, line break included. */
export function wholeLines(text: string, {start, end}: Range): Range {
  const feed = text.indexOf('\n', end)
  return {start: text.lastIndexOf('\n', start - 1) + 1, end: feed < 0 ? text.length : feed + 1}
}

export interface Told {
  rule: string
  severity: Severity
  data: Finding['data']
  on: string
}

/** What the preset's rules say of the mutated plan. */
export function toldOf({preset, text}: CleanPlan, {edits}: Mutation): Told[] {
  const mutated = applyEdits(text, edits)
  return lint(mutated, {preset: preset.id}).findings.map(({rule, severity, data, start, end}) => ({
    rule,
    severity,
    data,
    on: mutated.slice(start, end),
  }))
}
