import {join} from 'node:path'
import {readDocument} from '../../../cli/read.ts'
import {type Region, regionOf} from '../../../cli/reporters/region.ts'
import type {FileSystem} from '../../../config/file-system.ts'
import {SourceText} from '../../../core/text.ts'
import {type Finding, lint, type Preset, presets} from '../../../index.ts'

export type PlacedFinding = Pick<Finding, 'rule' | 'severity' | 'message' | 'data'> & Region

/** A plan as plan-lint judges it without any configuration. */
export interface LintedPlan {
  preset: Preset
  lineCount: number
  findings: readonly PlacedFinding[]
}

/** @throws {Problem} when the file `path` below `root` cannot be read */
export function lintPlan(fs: FileSystem, root: string, path: string): LintedPlan {
  const {text} = readDocument(fs, join(root, path), path)
  const source = new SourceText(text)
  const {preset: id, findings} = lint(text)
  const preset = presets.find(candidate => candidate.id === id)
  if (!preset) throw new Error(`the preset "${id}" is not in the list of presets`)
  return {
    preset,
    lineCount: source.lineCount,
    findings: findings.map(({start, end, ...finding}) => ({...finding, ...regionOf(source, {start, end})})),
  }
}
