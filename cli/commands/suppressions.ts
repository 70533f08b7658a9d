import {resolve} from 'node:path'
import {shownPath} from '../../config/paths.ts'
import {pathsAsked} from '../paths-asked.ts'
import {colorAsked, colorOptions, configOptions, formatOption, projectOf, wantsJson} from '../project-options.ts'
import {Repositories} from '../repositories.ts'
import {complain, complainOf, print, write} from '../terminal.ts'
import {defineCommand, type LoadedWorld} from './command.ts'

export const suppressions = defineCommand({
  usage: ['[options] [files, folders, globs, @lists]'],
  summary: 'lists the findings that plans keep back, and why',
  options: {
    baseline: {type: 'string', value: 'file', help: 'count what this baseline keeps back, too'},
    ...configOptions,
    ...formatOption,
    ...colorOptions,
  },
  async notes() {
    return `Behind each rule stands how many of its findings are kept back; "unused" is one
that nothing is kept back of. Without paths it looks into the plans that
plan-lint finds. docs/suppressions.schema.json describes the JSON.`
  },
  async run(world, given) {
    const {values, argv} = given
    const isJson = wantsJson(values.format)
    const paths = await pathsAsked(world, given)
    const config = await projectOf(world, values)
    const [{plansAsked}, {fileLedger, totalsOf}, {faultOf}] = await Promise.all([
      import('../plans-asked.ts'),
      import('../suppressions/ledger.ts'),
      import('../rule-fault.ts'),
    ])
    const {files, problems} = await plansAsked(world, {paths}, config)
    await complain(world, problems)
    let isWhole = problems.length === 0
    const baseline = values.baseline === undefined ? undefined : await openBaseline(world, values.baseline)
    const repositories = new Repositories(world.fs, config)
    const ledger = []
    for (const file of files) {
      try {
        ledger.push(await fileLedger(world, file, {...config, repositories}, baseline))
      } catch (error) {
        const path = shownPath(world.cwd, file)
        await complainOf(world, await faultOf(error, path), `${path}: `)
        isWhole = false
      }
    }
    if (isJson) {
      const {jsonAnswer} = await import('../json-answer.ts')
      await write(world.stdout, jsonAnswer({files: ledger, summary: totalsOf(ledger)}))
    } else if (ledger.length > 0) {
      const [{styleFor}, {ledgerShown}] = await Promise.all([import('../style.ts'), import('../suppressions/shown.ts')])
      const style = await styleFor(world, colorAsked(argv), [JSON.stringify(ledger)])
      await print(world, ledgerShown(ledger, style))
    }
    return isWhole ? 0 : 2
  },
})

async function openBaseline({fs, cwd}: LoadedWorld, name: string) {
  const {Baseline} = await import('../baseline.ts')
  const file = resolve(cwd, name)
  return Baseline.read(fs, file, shownPath(cwd, file), false)
}
