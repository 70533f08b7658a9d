import {presets} from '../../presets/index.ts'
import {rules} from '../../rules/index.ts'
import type {Examined} from '../doctor/examined.ts'
import {colorAsked, colorOptions, configAsked, configOptions, formatOption, wantsJson} from '../project-options.ts'
import {write} from '../terminal.ts'
import {defineCommand} from './command.ts'

export const doctor = defineCommand({
  usage: ['[options] [checks]'],
  summary: 'proves that the rules load wherever they are set up',
  options: {...configOptions, ...formatOption, ...colorOptions},
  async notes() {
    return `It shows a plan with known faults to all that is set up in the project: editors,
markdownlint, remark, hooks. What does not tell of them is named, with the
reason and what to do about it; so are known traps. Nothing is written.

Names of checks, as in "plan-lint doctor remark vs-code", leave out the others.

Exit codes: 0 nothing wrong, but maybe warnings, 1 something is wrong,
2 something could not be looked at, or there was nothing to look at`
  },
  async run(world, {values, positionals, argv}) {
    const isJson = wantsJson(values.format)
    const asked = configAsked(values)
    const [{surroundingsOf}, {examined, exitCodeOf}, {checksNamed}] = await Promise.all([
      import('../doctor/surroundings.ts'),
      import('../doctor/examined.ts'),
      import('../doctor/checks.ts'),
    ])
    const checks = checksNamed(positionals)
    const surroundings = await surroundingsOf(world, asked, {rules, presets})
    if (isJson) {
      const {jsonAnswer} = await import('../json-answer.ts')
      const findings: Examined[] = []
      for await (const one of examined(checks, surroundings)) findings.push(one)
      await write(world.stdout, jsonAnswer({checks: findings}))
      return exitCodeOf(findings)
    }
    const {showAll} = await import('../doctor/shown.ts')
    return exitCodeOf(await showAll(examined(checks, surroundings), checks, world, colorAsked(argv)))
  },
})
