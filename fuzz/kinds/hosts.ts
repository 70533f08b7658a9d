import fc from 'fast-check'
import {lint} from 'markdownlint/sync'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import markdownlintRules from '../../hosts/markdownlint.ts'
import remarkPlanLint from '../../hosts/remark.ts'
import {type Plan, plans} from '../../test/plan-texts.ts'
import {type AnyKind, defineKind} from './kind.ts'
import {smallerTexts} from './smaller.ts'
import {mutated, patchworks} from './sources.ts'

const remark = unified().use(remarkParse).use(remarkPlanLint).freeze()

/** Plans as other linters hand them to our rules; each stops at a place that it cannot show. */
export const hosts: AnyKind = defineKind<Plan>({
  name: 'hosts',
  arbitrary: fc.oneof(mutated, patchworks, ...Object.values(plans)),
  batch: 40,
  async faultsIn([text]) {
    lint({strings: {plan: text}, customRules: markdownlintRules, config: {default: false, plan: true}})
    const tree = remark.parse(text)
    await remark.run(tree, text)
    return []
  },
  *smaller([text, preset]) {
    for (const rest of smallerTexts(text)) yield [rest, preset] as const
  },
})
