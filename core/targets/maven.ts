import {oncePer} from '../once.ts'
import type {Workspace} from '../workspace.ts'
import {argumentsOf, has, valuesGiven} from './arguments.ts'
import {nearestName} from './near.ts'
import {joined} from './paths.ts'
import {perText} from './per-text.ts'
import {fileIn, filesNamed, nearestPath} from './search.ts'
import type {Tool, UnknownTarget} from './target.ts'

const valued = new Set(
  '-pl --projects -f --file -P --activate-profiles -rf --resume-from -s --settings -T --threads -gs -l --log-file -t --toolchains -b --builder'.split(
    ' ',
  ),
)

/** The id of a module, not that of its parent. */
const idIn = perText((pom): string | null => {
  const start = pom.indexOf('<parent>')
  const end = pom.indexOf('</parent>', start)
  const own = start >= 0 && end >= 0 ? pom.slice(0, start) + pom.slice(end) : pom
  return /<artifactId>\s*([^<\s]+)\s*<\/artifactId>/.exec(own)?.[1] ?? null
})

/** The ids of all modules. */
const idsOf = oncePer((workspace: Workspace): readonly string[] =>
  filesNamed(workspace, ['pom.xml']).flatMap(file => idIn(workspace.read(file) ?? '') ?? []),
)

export const maven: Tool = {
  programs: ['mvn', 'mvnw', 'mvnw.cmd', 'mvnd'],
  files: ['pom.xml'],
  *unknownIn({words, folder, workspace}) {
    const given = argumentsOf(words, valued)
    const file = fileIn(workspace, folder, ['pom.xml'])
    if (file === null || has(given, '-f', '--file')) return
    for (const list of valuesGiven(given, '-pl', '--projects')) {
      let start = list.start
      for (const written of list.text.split(',')) {
        const lead = /^[!+?-]*/.exec(written)?.[0].length ?? 0
        const place = {start: start + lead, end: start + written.length}
        start += written.length + 1
        const unknown = list.isPlain ? unknownModule(workspace, folder, file, written.slice(lead)) : null
        if (unknown) yield {...unknown, ...place}
      }
    }
  },
}

function unknownModule(
  workspace: Workspace,
  folder: string,
  file: string,
  name: string,
): Omit<UnknownTarget, 'start' | 'end'> | null {
  const id = /^[\w.-]*:([\w.-]+)$/.exec(name)?.[1]
  if (id === undefined) {
    const at = /^[\w./-]+$/.test(name) ? joined(folder, name) : null
    if (at === null || workspace.kindOf(at) !== null || workspace.isIgnored(at)) return null
    return {name, noun: 'module', place: file, nearest: nearestPath(workspace, at, name), isPath: true}
  }
  const ids = idsOf(workspace)
  if (ids.includes(id)) return null
  const found = nearestName(workspace, id, ids)
  return {name, noun: 'module', place: file, nearest: found && name.slice(0, -id.length) + found, isPath: false}
}
