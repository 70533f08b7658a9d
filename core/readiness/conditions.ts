import {blockAroundAll} from '../fences/whole.ts'
import type {Finding} from '../finding.ts'
import type {Analysis} from '../lint.ts'
import {oncePer} from '../once.ts'
import type {Plan} from '../plan.ts'
import type {Verdict} from './verdict.ts'

interface Condition {
  keepsFrom: Verdict
  /** Of which findings it holds; absent where of all. */
  when?(finding: Finding, analysis: Analysis): boolean
}

/** A rule tells of what its template requires by errors, of what it merely expects by warnings. */
const isError = ({severity}: Finding) => severity === 'error'

/** Where a broken fence leaves open what is code, sections may be hidden in it. */
const mayHideSections = (_: Finding, {plan: {document}}: Analysis) =>
  document.unreadableFrom !== null || blockAroundAll(document) !== null

const labelStarts = oncePer(({fields}: Plan) => new Set(fields.flatMap(({name}) => (name ? [name.start] : []))))

/** A label without a value is what the template had; one that is missing or not valid is a matter of form. */
const isUnfilled = ({severity, start}: Finding, {plan, plain}: Analysis) =>
  severity === 'error' && labelStarts(plan).has(plain.toPlain(start))

/** The rules whose findings keep a plan from a verdict, each by its id. */
export const conditions: Readonly<Record<string, Condition>> = {
  'no-placeholders': {keepsFrom: 'reviewable'},
  'no-template-text': {keepsFrom: 'reviewable'},
  'no-unclosed-fences': {keepsFrom: 'reviewable', when: mayHideSections},
  'no-empty-sections': {keepsFrom: 'reviewable'},
  'required-fields': {keepsFrom: 'reviewable', when: isUnfilled},
  'required-sections': {keepsFrom: 'reviewable', when: isError},
  'no-clarification-markers': {keepsFrom: 'executable'},
  'phase-validation': {keepsFrom: 'executable'},
  'task-references': {keepsFrom: 'executable'},
  'stage-graph': {keepsFrom: 'executable'},
  'stage-metadata': {keepsFrom: 'executable', when: isError},
  'stage-sync': {keepsFrom: 'executable'},
  'code-references': {keepsFrom: 'executable'},
  'file-changes': {keepsFrom: 'executable'},
  'known-commands': {keepsFrom: 'executable'},
}

/** The verdict that a finding keeps its plan from; null where it keeps it from none. */
export function keptFrom(finding: Finding, analysis: Analysis): Verdict | null {
  const condition = Object.hasOwn(conditions, finding.rule) ? conditions[finding.rule] : undefined
  return condition && (condition.when?.(finding, analysis) ?? true) ? condition.keepsFrom : null
}
