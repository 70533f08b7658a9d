import type {Rule} from './rule.ts'

/** A rule that broke down on a document; `cause` is what it threw. */
export class RuleFailure extends Error {
  readonly rule: Rule

  constructor(rule: Rule, cause: unknown) {
    const words = cause instanceof Error ? cause.message : String(cause)
    super(`Rule "${rule.id}" failed: ${words}`, {cause})
    this.name = 'RuleFailure'
    this.rule = rule
  }
}
