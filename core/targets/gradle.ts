import {argumentsOf, valueGiven} from './arguments.ts'
import {nearestName} from './near.ts'
import {joined} from './paths.ts'
import {perFile} from './per-file.ts'
import {fileAbove} from './search.ts'
import type {Tool, UnknownTarget} from './target.ts'

const valued = new Set(
  '--tests -p --project-dir -b --build-file -c --settings-file --console -I --init-script -g --gradle-user-home --max-workers -x --exclude-task --warning-mode --include-build --priority --args'.split(
    ' ',
  ),
)
const settings = ['settings.gradle', 'settings.gradle.kts']

/** The projects of a build as its settings list them: `:app`, `:lib:core`; null where a program puts them together. */
const projectsIn = perFile((workspace, file): ReadonlySet<string> | null => {
  const text = workspace.read(file)
  if (text === null) return null
  const projects = new Set<string>()
  const code = text.replace(/^[ \t]*\/\/.*$/gm, '')
  for (const [, list = ''] of code.matchAll(
    /\b(?:include|includeFlat|includeBuild)\b[ \t]*\(?([^()\n]*(?:\n[ \t]+["'][^()\n]*){0,200})/g,
  )) {
    const names = [...list.matchAll(/["']([^"'\n]*)["']/g)].map(([, name = '']) => name)
    if (names.length === 0 || names.some(name => name.includes('$'))) return null
    for (const name of names) addProject(projects, name.replace(/^(?:\.{1,2}\/)+/, ''))
  }
  return projects.size > 0 ? projects : null
})

/** `:a:b` is in `:a`, which is there by itself then. */
function addProject(projects: Set<string>, name: string): void {
  let path = ''
  for (const part of name.split(/[:/]/).filter(Boolean)) {
    path += `:${part}`
    projects.add(path)
  }
}

export const gradle: Tool = {
  programs: ['gradle', 'gradlew', 'gradlew.bat'],
  files: settings,
  placing: ['-p', '--project-dir'],
  *unknownIn({words, folder, workspace}) {
    const given = argumentsOf(words, valued)
    const place = valueGiven(given, '-p', '--project-dir')
    const at = place === undefined ? folder : place?.isPlain ? joined(folder, place.text) : null
    const file = at === null ? null : fileAbove(workspace, at, settings)
    const projects = file === null ? null : projectsIn(workspace, file)
    if (file === null || projects === null) return
    for (const {text, isPlain, start} of given.operands) {
      const end = text.lastIndexOf(':')
      if (!isPlain || end <= 0 || !/^[\w:.-]+$/.test(text) || !text.startsWith(':')) continue
      const name = text.slice(0, end)
      if (projects.has(name)) continue
      const found = nearestName(workspace, name, [...projects])
      yield {
        start,
        end: start + end,
        name,
        noun: 'project',
        place: file,
        nearest: found,
        isPath: false,
      } satisfies UnknownTarget
    }
  },
}
