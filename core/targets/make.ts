import {folderOf} from '../workspace-paths.ts'
import {argumentsOf, valueGiven, valuesGiven} from './arguments.ts'
import {makefileTargets} from './makefile.ts'
import {joined} from './paths.ts'
import {fileIn} from './search.ts'
import type {Tool, UnknownTarget} from './target.ts'

const valued = new Set(
  '-C -f -I -o -W --directory --file --makefile --include-dir --old-file --assume-old --new-file --what-if --assume-new'.split(
    ' ',
  ),
)
const files = ['GNUmakefile', 'makefile', 'Makefile']
/** What implicit rules of `make` can build of sources that are there. */
const built = /\.(?:o|a|so|c|h|s|exe|elf|bin|hex|pdf|html|d)$/

export const make: Tool = {
  programs: ['make', 'gmake'],
  files,
  placing: ['-C', '--directory', '-f', '--file', '--makefile'],
  namesIn: (workspace, file) => makefileTargets(workspace, file).names,
  *unknownIn({words, folder, workspace}) {
    const given = argumentsOf(words, valued)
    const folders = valuesGiven(given, '-C', '--directory')
    let at: string | null = folder
    for (const {text, isPlain} of folders) at = at === null || !isPlain ? null : joined(at, text)
    if (at === null) return
    const named = valueGiven(given, '-f', '--file', '--makefile')
    const file = fileIn(workspace, at, named ? [named.text] : files)
    // Of a file elsewhere the paths in it are those seen from here.
    if (file === null || named === null || folderOf(file) !== at) return
    const targets = makefileTargets(workspace, file)
    const jobs = words.findIndex(({text}) => text === '-j' || text === '-l')
    for (const word of given.operands) {
      const {text, isPlain, start, end} = word
      const isAmount = word === words[jobs + 1] && /^\d/.test(text)
      if (!isPlain || isAmount || text.includes('=') || !/^[A-Za-z0-9_][\w.+:-]*$/.test(text) || built.test(text))
        continue
      if (!targets.lacks(text) || workspace.kindOf(joined(at, text) ?? '') !== null) continue
      const nearest = targets.nearestTo(workspace, text)
      yield {start, end, name: text, noun: 'target', place: file, nearest, isPath: false} satisfies UnknownTarget
    }
  },
}
