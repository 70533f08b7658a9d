import {folderOf} from '../workspace-paths.ts'
import {joined} from './paths.ts'
import {perFile} from './per-file.ts'
import {fileAbove, nearestPath} from './search.ts'
import type {Word} from './shell.ts'
import type {Tool, UnknownTarget} from './target.ts'

const commands = new Set(['test', 'build', 'run', 'vet', 'install', 'list', 'fmt', 'generate', 'fix'])
/** Every other option has its value behind it. */
const flags = new Set(
  '-v -race -a -n -x -short -cover -json -c -failfast -i -work -msan -asan -trimpath -benchmem -fullpath -m -u -e -f -deps -test -compiled -export -find -linkshared -modcacherw -buildvcs -h'.split(
    ' ',
  ),
)

/** The packages that a command names, before what is handed to its programs. */
function packagesIn(words: readonly Word[], isRun: boolean): Word[] {
  const packages: Word[] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as Word
    const name = word.text.replace(/^--/, '-')
    if (name === '-args' || name === '-') break
    if (name.startsWith('-')) index += flags.has(name) || name.includes('=') ? 0 : 1
    else packages.push(word)
    if (isRun && packages.length > 0) break
  }
  return packages
}

/** The folder that a pattern for packages begins in, from the root of the repository; null where it is none of it. */
function folderFor(pattern: string, folder: string, module: string, moduleFolder: string): string | null {
  const path = pattern.replace(/\/?\.\.\.$/, '')
  if (/^\.{1,2}(?:\/|$)/.test(path)) return path.includes('...') ? null : joined(folder, path)
  if (module === '' || !path.startsWith(`${module}/`)) return null
  return joined(moduleFolder, path.slice(module.length + 1))
}

const moduleOf = perFile((workspace, file) => /^module[ \t]+"?([^\s"]+)/m.exec(workspace.read(file) ?? '')?.[1] ?? '')

export const go: Tool = {
  programs: ['go', 'gotestsum'],
  files: ['go.mod', 'go.work'],
  *unknownIn({program, words, folder, workspace}) {
    const command = program === 'go' ? words[0]?.text : 'test'
    const file = fileAbove(workspace, folder, ['go.mod', 'go.work'])
    if (command === undefined || !commands.has(command) || file === null) return
    const given = program === 'go' ? words.slice(1) : words.slice(words.findIndex(({text}) => text === '--') + 1)
    if (given.some(({text}) => /^--?C(?:=|$)/.test(text))) return
    const module = moduleOf(workspace, file)
    for (const {text, isPlain, start, end} of packagesIn(given, command === 'run')) {
      const at = isPlain ? folderFor(text, folder, module, folderOf(file)) : null
      if (at === null || workspace.kindOf(at) !== null || workspace.isIgnored(at)) continue
      const nearest = nearestPath(workspace, at, text)
      yield {start, end, name: text, noun: 'package', place: at, nearest, isPath: true} satisfies UnknownTarget
    }
  },
}
