import {memberOf} from '../arguments.ts'
import {colorAsked, colorOptions, configOptions, onlyArgument, projectOf} from '../project-options.ts'
import {complain, print, write} from '../terminal.ts'
import {defineCommand} from './command.ts'

export const stages = defineCommand({
  usage: ['<file>', '<file> --format mermaid'],
  summary: 'tells what of a plan can be begun now, and what after it',
  options: {
    format: {type: 'string', short: 'f', value: 'name', help: 'text (default), json or mermaid'},
    ...configOptions,
    ...colorOptions,
  },
  async notes() {
    return `A wave holds the stages or phases that can go on side by side once the waves
before it are done. docs/stages.schema.json describes the JSON.`
  },
  async run(world, {values, positionals, argv}) {
    const format = memberOf(values.format ?? 'text', ['text', 'json', 'mermaid'], 'format')
    const name = onlyArgument(positionals, 'file', 'plan-lint stages <file>')
    const config = await projectOf(world, values)
    const [{readPlan}, {readSchedule}] = await Promise.all([
      import('../read-plan.ts'),
      import('../stages/read-schedule.ts'),
    ])
    const read = readPlan(world, name, config)
    const found = await readSchedule(read)
    if ('faults' in found) {
      await complain(world, found.faults)
      return 1
    }
    const {steps, graph} = found
    if (format === 'mermaid') {
      const [{mermaid}, {byWave}] = await Promise.all([import('../inspect/picture.ts'), import('../stages/by-wave.ts')])
      await print(world, mermaid(graph, byWave(steps)))
    } else if (format === 'json') {
      const [{jsonAnswer}, {stagesReport}] = await Promise.all([
        import('../json-answer.ts'),
        import('../stages/stages-report.ts'),
      ])
      await write(world.stdout, jsonAnswer(stagesReport(read, steps)))
    } else {
      const [{styleFor}, {stagesShown}] = await Promise.all([import('../style.ts'), import('../stages/shown.ts')])
      const style = await styleFor(world, colorAsked(argv), [JSON.stringify(steps)])
      await print(world, stagesShown(read.path, steps, style))
    }
    return 0
  },
})
