import type {Verdict} from '../../core/readiness/verdict.ts'
import {memberOf} from '../arguments.ts'
import {pathsAsked} from '../paths-asked.ts'
import {colorAsked, colorOptions, configAsked, configOptions, formatOption, wantsJson} from '../project-options.ts'
import {complain, print, write} from '../terminal.ts'
import {defineCommand} from './command.ts'

export const status = defineCommand({
  usage: ['[options] [files, folders, globs, @lists]'],
  summary: 'lists plans, and how far each is',
  options: {
    require: {type: 'string', value: 'verdict', help: 'fail where a plan is less than this'},
    ...configOptions,
    ...formatOption,
    ...colorOptions,
  },
  async notes() {
    return `Verdicts:
  draft       something of the template is left, or a section is missing
  reviewable  all is there; questions may be open
  executable  no question is open, every phase can be validated, and what the
              plan refers to is there
  done        all work is done, and the status does not say otherwise

Without paths it looks into the plans that plan-lint finds.
docs/status.schema.json describes the JSON.`
  },
  async run(world, given) {
    const {values, argv} = given
    const isJson = wantsJson(values.format)
    const required = await requiredOf(values.require)
    const paths = await pathsAsked(world, given)
    const {statusesOf} = await import('../readiness/statuses.ts')
    const {statuses, below, isWhole} = await statusesOf(world, paths, configAsked(values), required)
    if (isJson) {
      const [{jsonAnswer}, {summaryOf}] = await Promise.all([
        import('../json-answer.ts'),
        import('../readiness/summary.ts'),
      ])
      await write(world.stdout, jsonAnswer({files: statuses, summary: summaryOf(statuses)}))
    } else if (statuses.length > 0) {
      const [{styleFor}, {statusesShown}] = await Promise.all([import('../style.ts'), import('../readiness/shown.ts')])
      const style = await styleFor(world, colorAsked(argv), [JSON.stringify(statuses)])
      await print(world, statusesShown(statuses, style))
    }
    await complain(world, below)
    if (!isWhole) return 2
    return below.length > 0 ? 1 : 0
  },
})

async function requiredOf(verdict: string | undefined): Promise<Verdict | undefined> {
  if (verdict === undefined) return undefined
  const {verdicts} = await import('../../core/readiness/verdict.ts')
  return memberOf(verdict, verdicts, 'verdict')
}
