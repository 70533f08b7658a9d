import {oncePer} from '../once.ts'
import type {Workspace} from '../workspace.ts'
import {folderOf} from '../workspace-paths.ts'
import {argumentsOf, has, valuesGiven} from './arguments.ts'
import {nearestName} from './near.ts'
import {joined} from './paths.ts'
import {perText} from './per-text.ts'
import {fileAbove, filesNamed} from './search.ts'
import type {Word} from './shell.ts'
import type {Tool, UnknownTarget} from './target.ts'

const commands = new Set([
  'test',
  't',
  'build',
  'b',
  'run',
  'r',
  'check',
  'c',
  'clippy',
  'bench',
  'doc',
  'd',
  'rustc',
  'rustdoc',
  'fix',
  'nextest',
  'publish',
  'package',
  'tree',
  'llvm-cov',
])
const valued = new Set(
  '-p --package --bin --test --example --bench --manifest-path --features -F --exclude --target --profile --target-dir -j --jobs -E --filter-expr -Z --config --color --message-format -C'.split(
    ' ',
  ),
)

/** A crate with what can be run in it. */
interface Crate {
  name: string
  bins: ReadonlySet<string>
  tests: ReadonlySet<string>
}

/** Where sources of each kind lie that Cargo finds by itself. */
const places = {bin: 'src/bin', test: 'tests'} as const

type Kind = keyof typeof places

/** The names given in tables such as `[[bin]]`, and that of `[package]`, whose table has none. */
const namesIn = perText((manifest): readonly {table: string; name: string}[] => {
  const names: {table: string; name: string}[] = []
  let table = ''
  for (const line of manifest.split('\n')) {
    table = /^\s*\[\[?\s*([\w."-]+)\s*\]/.exec(line)?.[1] ?? table
    const name = /^\s*name\s*=\s*["']([^"']+)["']/.exec(line)?.[1]
    if (name !== undefined) names.push({table, name})
  }
  return names
})

function sourcesIn(workspace: Workspace, folder: string, kind: Kind): string[] {
  const at = joined(folder, places[kind]) ?? ''
  return workspace.namesIn(at).flatMap(name => {
    if (name.endsWith('.rs')) return [name.slice(0, -'.rs'.length)]
    return workspace.kindOf(`${at}/${name}/main.rs`) === 'file' ? [name] : []
  })
}

function crateAt(workspace: Workspace, file: string): Crate | null {
  const named = namesIn(workspace.read(file) ?? '')
  const name = named.find(({table}) => table === 'package')?.name
  if (name === undefined) return null
  const folder = folderOf(file)
  const given = (kind: Kind) => named.flatMap(({table, name}) => (table === kind ? [name] : []))
  const main = workspace.kindOf(joined(folder, 'src/main.rs') ?? '') === 'file' ? [name] : []
  return {
    name,
    bins: new Set([...main, ...given('bin'), ...sourcesIn(workspace, folder, 'bin')]),
    tests: new Set([...given('test'), ...sourcesIn(workspace, folder, 'test')]),
  }
}

/** All crates of a repository. */
const cratesOf = oncePer((workspace: Workspace): readonly Crate[] =>
  filesNamed(workspace, ['Cargo.toml']).flatMap(file => crateAt(workspace, file) ?? []),
)

/** The crates in lock files; those of others can be asked for, too. */
const lockedIn = oncePer((workspace: Workspace): ReadonlySet<string> => {
  const locks = filesNamed(workspace, ['Cargo.lock'])
  return new Set(locks.flatMap(file => namesIn(workspace.read(file) ?? '').map(({name}) => name)))
})

function unknown(
  workspace: Workspace,
  word: Word,
  noun: string,
  place: string,
  known: Iterable<string>,
): UnknownTarget {
  const {text: name, start, end} = word
  return {start, end, name, noun, place, nearest: nearestName(workspace, name, [...known]), isPath: false}
}

const isName = ({text, isPlain}: Word) => isPlain && /^[A-Za-z_][\w-]*$/.test(text)

/** The crates that are asked for by name, all where none is; null where that cannot be told. */
function* cratesAsked(
  workspace: Workspace,
  words: readonly Word[],
  crates: readonly Crate[],
  file: string,
): Generator<UnknownTarget, readonly Crate[] | null> {
  if (words.length === 0) return crates
  const names = crates.map(({name}) => name)
  for (const word of words) {
    if (!isName(word) || (!names.includes(word.text) && lockedIn(workspace).has(word.text))) return null
    if (!names.includes(word.text)) yield unknown(workspace, word, 'crate', file, names)
  }
  return crates.filter(({name}) => words.some(({text}) => text === name))
}

export const cargo: Tool = {
  programs: ['cargo', 'cross'],
  files: ['Cargo.toml'],
  *unknownIn({words, folder, workspace}) {
    const given = argumentsOf(words[0]?.text.startsWith('+') ? words.slice(1) : words, valued)
    if (!commands.has(given.operands[0]?.text ?? '') || has(given, '--manifest-path', '-C')) return
    const file = fileAbove(workspace, folder, ['Cargo.toml'])
    const crates = cratesOf(workspace)
    if (file === null || crates.length === 0) return
    const packages = valuesGiven(given, '-p', '--package')
    const asked = yield* cratesAsked(workspace, packages, crates, file)
    if (asked === null || asked.length < packages.length) return
    for (const [option, noun, kind] of kinds) {
      const known = asked.flatMap(crate => [...crate[kind]])
      for (const word of valuesGiven(given, option))
        if (isName(word) && !known.includes(word.text)) yield unknown(workspace, word, noun, file, known)
    }
  },
}

/** Options that name what is built or run, and what that is called. */
const kinds = [
  ['--bin', 'binary', 'bins'],
  ['--test', 'test', 'tests'],
] as const
