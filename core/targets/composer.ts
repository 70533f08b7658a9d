import {argumentsOf, has, valueGiven} from './arguments.ts'
import {nearestName} from './near.ts'
import {joined} from './paths.ts'
import {perFile} from './per-file.ts'
import {fileIn} from './search.ts'
import type {Tool, UnknownTarget} from './target.ts'

const valued = new Set(['-d', '--working-dir', '--timeout', '--format'])
const builtIn = new Set(
  `about archive audit browse bump check-platform-reqs clear-cache clearcache cc config create-project depends why diagnose dump-autoload
  dumpautoload exec fund global help home info show init i install licenses list outdated prohibits why-not reinstall remove rm uninstall require r
  run run-script search self-update selfupdate status suggests u update upgrade validate completion`
    .trim()
    .split(/\s+/),
)
/** No plugin has a command of such a name. */
const ownScripts = /^(?:tests?|lint|check|fix|format|analy[sz]e|cs|stan|phpstan|phpunit|build|ci|qa|dev)(?:[:-]|$)/

/** The scripts of a `composer.json`; null where it cannot be read. */
const scriptsIn = perFile((workspace, file): string[] | null => {
  try {
    const {scripts = {}} = JSON.parse(workspace.read(file) ?? '') as {scripts?: object}
    return Object.keys(scripts)
  } catch {
    return null
  }
})

export const composer: Tool = {
  programs: ['composer'],
  files: ['composer.json'],
  placing: ['-d', '--working-dir'],
  namesIn: (workspace, file) => scriptsIn(workspace, file) ?? [],
  *unknownIn({words, folder, workspace}) {
    const given = argumentsOf(words, valued)
    const place = valueGiven(given, '-d', '--working-dir')
    const at = place === undefined ? folder : place?.isPlain ? joined(folder, place.text) : null
    const file = at === null ? null : fileIn(workspace, at, ['composer.json'])
    const [command, script] = given.operands
    const isRun = command?.text === 'run' || command?.text === 'run-script'
    const word = isRun ? script : command
    const scripts = file === null ? null : scriptsIn(workspace, file)
    if (file === null || !word?.isPlain || !scripts || has(given, '-l', '--list')) return
    const {text: name, start, end} = word
    if (!/^[A-Za-z][\w:.-]*$/.test(name) || scripts.includes(name) || (!isRun && builtIn.has(name))) return
    const found = nearestName(workspace, name, scripts)
    // It may be a command of a plugin.
    if (!isRun && found === null && !ownScripts.test(name)) return
    yield {start, end, name, noun: 'script', place: file, nearest: found, isPath: false} satisfies UnknownTarget
  },
}
