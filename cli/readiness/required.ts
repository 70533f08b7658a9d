import {reaches} from '../../core/readiness/verdict.ts'
import type {Handled} from '../lint-file.ts'
import type {LintRequest} from '../lint-request.ts'
import {blockersShown, reportedReadiness} from '../reporters/readiness.ts'
import {counted} from '../reporters/words.ts'

/** More plans than this are counted, not told. */
const mostTold = 20

/** A line for each plan that is less far than `required`, with all that keeps it back; none where all are. */
export function belowRequired(
  handled: readonly Handled[],
  {required, showsAll}: Pick<LintRequest, 'required' | 'showsAll'>,
): string[] {
  if (!required) return []
  const lines = handled.flatMap(({linted: {path, outline}}) => {
    if (!outline || reaches(outline.readiness.verdict, required)) return []
    const {verdict, blockers} = reportedReadiness(outline.readiness, required)
    return [`${path}: ${verdict}, not ${required}: ${blockersShown(blockers)}`]
  })
  const rest = showsAll ? 0 : lines.length - mostTold
  if (rest <= 0) return lines
  return [
    ...lines.slice(0, mostTold),
    `${counted(rest, 'more plan')} less than ${required}; plan-lint status names all`,
  ]
}
