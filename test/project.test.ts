import {readFileSync} from 'node:fs'
import {homedir} from 'node:os'
import {dirname, join, relative, resolve} from 'node:path'
import {globSync} from 'tinyglobby'
import {describe, expect, test} from 'vitest'
import {presets, rules} from '../index.ts'

const root = resolve(import.meta.dirname, '..')

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function filesIn(...patterns: string[]): string[] {
  return globSync(patterns, {cwd: root, dot: true, ignore: ['**/node_modules', '.git', 'dist', 'dist.*']}).sort()
}

function linesOf(text: string): number {
  return text.trimEnd().split('\n').length
}

const ruleFiles = filesIn('rules/*.ts').filter(file => file !== 'rules/index.ts')

describe.each(rules)('rule $id', ({id, summary, enabledByDefault, messages}) => {
  test('has a page, and a line in the index and the README', () => {
    expect(read(`rules/${id}.md`)).toContain(`# ${id}\n`)
    expect(read('rules/index.ts')).toContain(`'./${id}.ts'`)
    expect(read('README.md')).toContain(`[${id}](rules/${id}.md)`)
  })

  test('is on in some preset', () => {
    const isOn = presets.some(preset => (preset.rules[id] ?? (enabledByDefault ? 'on' : 'off')) !== 'off')
    expect(isOn).toBe(true)
  })

  test('speaks in lines, without a full stop', () => {
    for (const words of [summary, ...Object.values(messages)]) {
      expect(words).toMatch(/^\S.*[^.\s]$/)
      expect(words.length).toBeLessThanOrEqual(110)
    }
  })
})

test('every file of a rule is in the index', () => {
  expect(ruleFiles).toEqual(rules.map(({id}) => `rules/${id}.ts`).sort())
})

test('every page is that of a rule', () => {
  expect(filesIn('rules/*.md')).toEqual(rules.map(({id}) => `rules/${id}.md`).sort())
})

test.each(presets)('preset $id sets rules that exist', preset => {
  const ids = rules.map(({id}) => id)
  expect(Object.keys(preset.rules).filter(id => !ids.includes(id))).toEqual([])
})

test('rules are short', () => {
  const lengths = ruleFiles.map(file => linesOf(read(file))).sort((a, b) => a - b)
  expect(lengths.at(-1)).toBeLessThanOrEqual(120)
  expect(lengths[lengths.length >> 1]).toBeLessThanOrEqual(60)
})

test('commands are thin', () => {
  for (const file of filesIn('cli/bin/*.ts')) expect(linesOf(read(file)), file).toBeLessThanOrEqual(15)
})

test('hosts are thin, and know no rule and no preset by name', () => {
  // `plan` is also the name space of the rules in other linters.
  const ids = [...rules, ...presets].map(({id}) => id).filter(id => id !== 'plan')
  for (const file of filesIn('hosts/**/*.ts')) {
    const code = read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    const strings = [...code.matchAll(/['"`](?:plan-)?([\w-]+)['"`]/g)].map(([, words = '']) => words)
    expect(linesOf(read(file)), file).toBeLessThanOrEqual(150)
    expect(
      strings.filter(words => ids.includes(words)),
      file,
    ).toEqual([])
  }
})

interface Import {
  /** A file of the project, relative to its root, or the name of a package. */
  from: string
  /** What is imported beside types; `*` where that is not said by name. */
  values: string[]
}

const importStatement =
  /^(?:import|export)\s+(type\s+)?(?:([\w$]+)\s*,?\s*)?(?:\{([^}]*)\}|(\*(?:\s+as\s+\w+)?))?\s*from\s+'([^']+)'/gm
const bareImport = /^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm

function importsOf(file: string): Import[] {
  const text = read(file)
  const target = (name: string) => (name.startsWith('.') ? relative(root, join(root, dirname(file), name)) : name)
  const statements = [...text.matchAll(importStatement)].map(
    ([, type, whole = '', names = '', all = '', name = '']) => {
      const words = names.split(',').map(word => word.trim())
      const values = type ? [] : [whole, all, ...words.filter(word => !word.startsWith('type '))]
      return {from: target(name), values: values.filter(value => value !== '')}
    },
  )
  const others = [...text.matchAll(bareImport)].map(([, bare, called]) => bare ?? called ?? '')
  return [...statements, ...others.map(name => ({from: target(name), values: ['*']}))]
}

describe('imports go one way', () => {
  const isOfProject = (from: string) => /^[\w-]+\/.*\.ts$|^[\w-]+\.ts$/.test(from)
  const allowed: Record<string, (from: Import) => boolean> = {
    core: ({from}) => from.startsWith('core/') || (!isOfProject(from) && !from.startsWith('node:')),
    rules: ({from}) => /^(?:core|rules)\//.test(from),
    presets: ({from, values}) =>
      from.startsWith('presets/') ||
      (from === 'core/preset.ts' && values.every(value => value === 'definePreset')) ||
      (from.startsWith('core/') && values.length === 0),
    config: ({from}) => /^(?:core|config)\//.test(from) || !isOfProject(from),
    // Hosts of all kinds bundle it, also for browsers.
    repository: ({from, values}) =>
      /^(?:core|repository)\//.test(from) ||
      (from.startsWith('config/') && values.length === 0) ||
      (!isOfProject(from) && (!from.startsWith('node:') || from === 'node:crypto')),
    hosts: ({from}) => !/^(?:cli|scripts|test|dist)\//.test(from),
    cli: ({from}) => !/^(?:hosts|scripts|test|dist)\//.test(from) || from === 'hosts/lsp/stdio.ts',
  }

  test.each(Object.entries(allowed))('from %s', (folder, isAllowed) => {
    const files = filesIn(`${folder}/**/*.ts`)
    const imports = files.flatMap(file => importsOf(file).map(found => ({file, ...found})))
    expect(imports.length).toBeGreaterThan(2)
    expect(imports.filter(found => !isAllowed(found)).map(({file, from}) => `${file} imports ${from}`)).toEqual([])
  })
})

/** The files of the engine in which `pattern` occurs. */
function ofEngineWith(pattern: RegExp): string[] {
  return filesIn('{core,rules,presets}/**/*.ts').filter(file => pattern.test(read(file)))
}

test('the engine knows no console and no process', () => {
  const named = ofEngineWith(/(?<![\w.'"])(?:console|process|globalThis|require|fetch)\s*[.[(]/)
  expect(named).toEqual([])
})

test('the engine hands no list of a document over as arguments, of which there may not be too many', () => {
  const spreading = ofEngineWith(/(?:\.(?:push|unshift|concat)|Math\.(?:min|max)|String\.\w+)\((?:[^(){}\n]*, )?\.\.\./)
  expect(spreading).toEqual([])
})

test('no file names a path of the machine it was written on', () => {
  const here = [root, homedir()].filter(path => path.split(/[/\\]/).length > 2)
  const someone = /(?:\/home|\/Users|[A-Z]:\\+Users)[/\\]+(?!me\b)\w|\/(?:root|tmp|workspaces?)\/\w/
  const files = filesIn('**/*').filter(file => file !== 'package-lock.json')
  const naming = files.filter(file => {
    const text = read(file)
    return someone.test(text) || here.some(path => text.includes(`${path}/`))
  })
  expect(files.length).toBeGreaterThan(100)
  expect(naming).toEqual([])
})
