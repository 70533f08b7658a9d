import type {Rule} from './rule.ts'

const pages = 'https://github.com/plan-lint/plan-lint/blob/main/rules'

/** The rules of this package, each with the address of its page. */
export function withPages(rules: readonly Rule[]): readonly Rule[] {
  return rules.map(rule => ({...rule, url: `${pages}/${rule.id}.md`}))
}
