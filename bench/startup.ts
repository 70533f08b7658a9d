import process from 'node:process'
import {table} from '../scripts/docs.ts'
import {command} from './command.ts'
import {mayLoad, mostBytes, plainPreset} from './startup/budget.ts'
import {type LoadedModule, ObservedCommand} from './startup/loaded.ts'
import {median} from './statistics.ts'

const runs = 11
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} KB`

/** Of each module the median of all runs, which load the same. */
function medians(all: readonly (readonly LoadedModule[])[]): LoadedModule[] {
  const [first = []] = all
  return first.map((module, index) => ({
    ...module,
    milliseconds: median(all.map(modules => modules[index]?.milliseconds ?? Number.NaN)),
  }))
}

function modulesTable(modules: readonly LoadedModule[]): string {
  const rows = [...modules]
    .sort((a, b) => b.milliseconds - a.milliseconds || b.bytes - a.bytes)
    .map(({path, bytes, milliseconds}) => [`\`${path}\``, kilobytes(bytes), `${milliseconds.toFixed(2)} ms`])
  return table(['Module', 'Size', 'Time'], rows, ['---', '---:', '---:'])
}

/** What a run loads that it should not; empty where that is nothing. */
function overrun(modules: readonly LoadedModule[], bytes: number): string[] {
  const others = modules.filter(({path}) => !mayLoad(path))
  return [
    ...others.map(({path}) => `- loads \`${path}\`, which is not in the budget`),
    ...(bytes > mostBytes ? [`- loads ${bytes} bytes, more than ${mostBytes}`] : []),
  ]
}

await command({
  script: 'bench:startup',
  summary: 'Tells what the built command loads to lint one plan, how long that takes, and whether it may load it.',
  parts: [plainPreset],
  async run() {
    const observed = await ObservedCommand.build()
    try {
      const [, ...later] = Array.from({length: runs + 1}, () => observed.modulesLoadedFor(plainPreset))
      return figuresOf(medians(later))
    } finally {
      observed.remove()
    }
  },
})

function figuresOf(modules: readonly LoadedModule[]): string {
  const bytes = modules.reduce((sum, module) => sum + module.bytes, 0)
  const milliseconds = modules.reduce((sum, module) => sum + module.milliseconds, 0)
  const faults = overrun(modules, bytes)
  if (faults.length > 0) process.exitCode = 1
  const total = `${modules.length} modules, ${kilobytes(bytes)}; their code runs for ${milliseconds.toFixed(1)} ms before the plan is linted. Budget: ${kilobytes(mostBytes)}, and the modules in \`bench/startup/budget.ts\`.`
  const verdict = faults.length > 0 ? `Beyond the budget:\n\n${faults.join('\n')}` : 'Nothing is beyond the budget.'
  return [total, verdict, modulesTable(modules.filter(module => module.milliseconds >= 0.1))].join('\n\n')
}
