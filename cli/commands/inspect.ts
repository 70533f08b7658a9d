import {Problem} from '../../config/problem.ts'
import {inspect as inspected} from '../../core/inspection/inspection.ts'
import {placeIn} from '../place-in.ts'
import {configOptions, onlyArgument, projectOf} from '../project-options.ts'
import {print, write} from '../terminal.ts'
import {defineCommand} from './command.ts'

export const inspect = defineCommand({
  usage: ['<file>', '<file> --mermaid', '<file> --dot'],
  summary: 'prints what is in a plan as JSON, or a picture of it',
  options: {
    mermaid: {type: 'boolean', help: 'draw what waits for what, as Mermaid'},
    dot: {type: 'boolean', help: 'draw what waits for what, for Graphviz'},
    ...configOptions,
  },
  async notes() {
    return `The JSON holds title, status, phases, tasks, stages, commands, questions, files
and what depends on what; docs/inspection.schema.json describes it.`
  },
  async run(world, {values, positionals}) {
    if (values.mermaid && values.dot) throw new Problem('--mermaid and --dot contradict each other; leave one out')
    const name = onlyArgument(positionals, 'file', 'plan-lint inspect <file>')
    const config = await projectOf(world, values)
    const {readPlan} = await import('../read-plan.ts')
    const read = readPlan(world, name, config)
    const content = inspected(read.plan, range => placeIn(read, range))
    if (values.mermaid || values.dot) {
      const {byPhase, mermaid, dot} = await import('../inspect/picture.ts')
      await print(world, (values.dot ? dot : mermaid)(content.graph, byPhase(content.phases)))
      return 0
    }
    const {jsonAnswer} = await import('../json-answer.ts')
    const {preset, presetSource, evidence} = read.result
    await write(world.stdout, jsonAnswer({path: read.path, preset, presetSource, evidence, ...content}))
    return 0
  },
})
