import {posix} from 'node:path'
import {harmless} from '../../../cli/terminal.ts'
import type {JudgedPlan} from '../judge/judged-plan.ts'

/**
 * What is wrong, missed or exempt, one a line, as programs print faults: `folder/plan.md:3: wrong rule: words`. The
 * words are quoted from the plans and their labels; `folder` is what messages call the folder of plans.
 */
export function disagreements(plans: readonly JudgedPlan[], folder: string): string {
  const lines = plans.flatMap(({path, faultVerdicts, bodyVerdicts, presetVerdict}) => {
    const place = posix.join(folder.replaceAll('\\', '/'), path)
    return [...(presetVerdict ? [presetVerdict] : []), ...faultVerdicts, ...bodyVerdicts]
      .filter(({outcome}) => outcome !== 'right' && outcome !== 'found')
      .sort((a, b) => a.line - b.line)
      .map(({outcome, subject, line, words}) => {
        const about = `${line > 0 ? `${place}:${line}` : place}: ${outcome} ${subject}`
        return harmless(words === '' ? about : `${about}: ${words}`)
      })
  })
  return lines.length > 0 ? lines.join('\n') : 'Nothing is wrong, and nothing is missed.'
}
