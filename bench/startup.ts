import process from 'node:process'
import {table} from '../scripts/docs.ts'
import {command} from './command.ts'
import {mayLoad, mostBytes, plainPreset} from './startup/budget.ts'
import {filesLoadedFor, type LoadedFile} from './startup/loaded.ts'
import {median} from './statistics.ts'

const runs = 11
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} KB`

/** Of each file the median of all runs, which load the same. */
function medians(all: readonly (readonly LoadedFile[])[]): LoadedFile[] {
  const [first = []] = all
  return first.map((file, index) => ({
    ...file,
    milliseconds: median(all.map(files => files[index]?.milliseconds ?? Number.NaN)),
  }))
}

function madeOf(modules: readonly string[]): string {
  const [first, second, third, ...others] = modules
  if (others.length > 0) return `${first}, ${second}, ${third} and ${others.length} more`
  return modules.join(', ') || '–'
}

function filesTable(files: readonly LoadedFile[]): string {
  const rows = [...files]
    .sort((a, b) => b.milliseconds - a.milliseconds || b.bytes - a.bytes)
    .map(({path, bytes, modules, milliseconds}) => [
      path.replace(/-\w{8}(?=\.js$)/, ''),
      madeOf(modules),
      kilobytes(bytes),
      `${milliseconds.toFixed(2)} ms`,
    ])
  return table(['File', 'Made of', 'Size', 'Time'], rows, ['---', '---', '---:', '---:'])
}

/** What a run loads that it should not; empty where that is nothing. */
function overrun(files: readonly LoadedFile[]): string[] {
  const modules = files.flatMap(file => file.modules).filter(module => !mayLoad(module))
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return [
    ...modules.map(module => `- loads \`${module}\`, which is not in the budget`),
    ...(bytes > mostBytes ? [`- loads ${bytes} bytes, more than ${mostBytes}`] : []),
  ]
}

await command({
  script: 'bench:startup',
  summary: 'Tells what the built command loads to lint one plan, how long that takes, and whether it may load it.',
  parts: [plainPreset],
  async run() {
    const files = medians(Array.from({length: runs}, () => filesLoadedFor(plainPreset)))
    const faults = overrun(files)
    if (faults.length > 0) process.exitCode = 1
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
    const milliseconds = files.reduce((sum, file) => sum + file.milliseconds, 0)
    const count = files.flatMap(({modules}) => modules).length
    const total = `${files.length} files with ${count} modules, ${kilobytes(bytes)}; their code runs for ${milliseconds.toFixed(1)} ms before the plan is linted. Budget: ${kilobytes(mostBytes)}, and the modules in \`bench/startup/budget.ts\`.`
    const verdict = faults.length > 0 ? `Beyond the budget:\n\n${faults.join('\n')}` : 'Nothing is beyond the budget.'
    return [total, verdict, filesTable(files.filter(file => file.milliseconds >= 0.1))].join('\n\n')
  },
})
