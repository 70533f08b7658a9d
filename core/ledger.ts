import {type Directive, isNameOf} from './directives.ts'
import type {Range} from './finding.ts'
import type {Plan} from './plan.ts'
import {suppressing, unusedNames} from './unused-directives.ts'

/** Where a directive keeps findings back: on a line, on the one below, from there on until it is ended, everywhere. */
export type SuppressionKind = 'line' | 'next-line' | 'block' | 'file'

/** A directive that keeps findings back, and what came of it. */
export interface LedgerEntry extends Range {
  kind: SuppressionKind
  /** Ids of rules, and names that are of none as they were written; nothing means every rule. */
  rules: string[]
  /** Empty where none is given. */
  reason: string
  /** How many findings of each rule are kept back; one that two directives keep back counts for both. */
  kept: Record<string, number>
  /** Those of `rules` that nothing is kept back of, though this run looks for it. */
  unused: string[]
}

/** What a plan's own directives keep back, in document order. */
export function ledgerOf({directives: {directives, kept, ...known}}: Plan): LedgerEntry[] {
  return directives.flatMap(directive => {
    const {kind, names, start, end, reason} = directive
    if (!suppressing.has(kind)) return []
    const rules = names.map(name => known.ruleIds.find(id => isNameOf(name, id)) ?? name)
    const unused = unusedNames(directive, {kept, ...known})
    return [
      {
        start,
        end,
        kind: kindOf(directive),
        rules,
        reason,
        kept: Object.fromEntries(kept.get(directive) ?? []),
        unused: rules.filter((_, index) => unused[index]),
      },
    ]
  })
}

function kindOf({kind}: Directive): SuppressionKind {
  switch (kind) {
    case 'disable-line':
      return 'line'
    case 'disable-next-line':
      return 'next-line'
    case 'disable-file':
      return 'file'
    default:
      return 'block'
  }
}
