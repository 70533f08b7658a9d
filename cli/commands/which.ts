import {
  colorAsked,
  colorOptions,
  configOptions,
  formatOption,
  onlyArgument,
  projectOf,
  wantsJson,
} from '../project-options.ts'
import {print, write} from '../terminal.ts'
import {defineCommand} from './command.ts'

export const which = defineCommand({
  usage: ['<file>'],
  summary: 'says which preset judges a file, and why',
  options: {...configOptions, ...formatOption, ...colorOptions},
  async notes() {
    return 'It also tells what would change that, and what other presets miss in the file.'
  },
  async run(world, {values, positionals, argv}) {
    const isJson = wantsJson(values.format)
    const name = onlyArgument(positionals, 'file', 'plan-lint which <file>')
    const config = await projectOf(world, values)
    const [{readPlan}, {answerOf}] = await Promise.all([import('../read-plan.ts'), import('../which/answer.ts')])
    const answer = answerOf(readPlan(world, name, config), config, world.cwd)
    if (isJson) {
      const {jsonAnswer} = await import('../json-answer.ts')
      await write(world.stdout, jsonAnswer({...answer}))
      return 0
    }
    const [{styleFor}, {answerShown}] = await Promise.all([import('../style.ts'), import('../which/shown.ts')])
    const style = await styleFor(world, colorAsked(argv), [JSON.stringify(answer)])
    await print(world, answerShown(answer, style))
    return 0
  },
})
