import type {Range as LspRange, Position} from 'vscode-languageserver'
import type {Edit, Range} from '../../core/finding.ts'
import type {Analysis, LintResult} from '../../core/lint.ts'
import type {Plan} from '../../core/plan.ts'
import type {Catalogue} from '../../core/plugin.ts'
import {type Readiness, readinessOf} from '../../core/readiness/readiness.ts'
import {SourceText} from '../../core/text.ts'
import type {Workspace} from '../../core/workspace.ts'

/** A document at one version, read as a plan: what the answers to an editor are made of. */
export class LintedDocument {
  readonly uri: string
  readonly version: number
  /** The text as the editor has it; findings and their edits are said of it. */
  readonly source: SourceText
  readonly result: LintResult
  /** The model; its offsets are said of its own text, which has no carriage returns. */
  readonly plan: Plan
  readonly catalogue: Catalogue
  readonly #analysis: Analysis

  constructor(document: {uri: string; version: number; text: string}, analysis: Analysis, catalogue: Catalogue) {
    this.uri = document.uri
    this.version = document.version
    this.source = new SourceText(document.text)
    this.result = analysis.result
    this.plan = analysis.plan
    this.catalogue = catalogue
    this.#analysis = analysis
  }

  /** How far the plan is. */
  get readiness(): Readiness {
    return readinessOf(this.#analysis)
  }

  /** What it was held against besides itself, for whoever lints a changed text in the same way. */
  get surroundings(): {workspace?: Workspace} {
    const {workspace} = this.plan
    return workspace ? {workspace} : {}
  }

  /** The place of a stretch of the text, in lines and UTF-16 columns counted from 0. */
  rangeOf({start, end}: Range): LspRange {
    return {start: this.#positionAt(start), end: this.#positionAt(end)}
  }

  /** The place of a stretch of the plan's own text. */
  rangeInPlan({start, end}: Range): LspRange {
    const {toOriginal} = this.#analysis.plain
    return this.rangeOf({start: toOriginal(start), end: toOriginal(end)})
  }

  /** The offset in the text; a position outside of it is taken for the nearest inside. */
  offsetAt({line, character}: Position): number {
    return this.source.offsetAt({line: line + 1, column: character + 1})
  }

  /** The offset in the plan's own text. */
  offsetInPlan(position: Position): number {
    return this.#analysis.plain.toPlain(this.offsetAt(position))
  }

  textEdits(edits: readonly Edit[]): {range: LspRange; newText: string}[] {
    return edits.map(edit => ({range: this.rangeOf(edit), newText: edit.text}))
  }

  #positionAt(offset: number): Position {
    const {line, column} = this.source.positionAt(offset)
    return {line: line - 1, character: column - 1}
  }
}
