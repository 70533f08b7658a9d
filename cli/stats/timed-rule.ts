import type {Report, Rule} from '../../core/rule.ts'

/**
 * `rule`, which tells what each of its checks takes in milliseconds. What several rules ask of a plan is found out for
 * the first of them.
 */
export function timedRule(rule: Rule, now: () => number, tell: (milliseconds: number) => void): Rule {
  return {
    ...rule,
    check(plan, options) {
      const started = now()
      try {
        // A generator does its work while it is gone through.
        return whole(rule.check(plan, options))
      } finally {
        tell(now() - started)
      }
    },
  }
}

/** What is no list is left to the engine to complain of. */
function whole(reports: Iterable<Report>): Iterable<Report> {
  return reports?.[Symbol.iterator] ? [...reports] : reports
}
