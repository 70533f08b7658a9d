import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {basename} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {SourceText} from '../core/text.ts'
import {type Finding, lint} from '../index.ts'

const root = fileURLToPath(new URL('../fixtures/', import.meta.url))

function foldersIn(path: string): string[] {
  return readdirSync(`${root}${path}`, {withFileTypes: true})
    .filter(entry => entry.isDirectory())
    .map(entry => `${path}${entry.name}`)
}

/** Folders of whole plans, one for each preset, and folders of plans that show one shape each. */
const shapes = 'real-shapes'
/** Plans in small repositories, which `repositories.test.ts` reads. */
const repositories = 'repositories'
const folders = foldersIn('').filter(folder => folder !== shapes && folder !== repositories)
const shapeFolders = foldersIn(`${shapes}/`)

function plansIn(folder: string): string[] {
  return readdirSync(`${root}${folder}`).filter(name => name.endsWith('.md'))
}

function read(path: string): string {
  return readFileSync(`${root}${path}`, 'utf8')
}

/** The expected lines of a plan; a plan without a `.findings` file has none. */
function expectedOf(path: string): string[] {
  const file = path.replace(/\.md$/, '.findings')
  return existsSync(`${root}${file}`) ? read(file).trimEnd().split('\n') : []
}

/** The data that a rule promises; more of it only fills the words of a message. */
const promised: Record<string, readonly string[]> = {
  'document-title': [],
  'file-changes': ['path'],
  'no-clarification-markers': ['text'],
  'no-database-queries': ['statement'],
  'no-empty-sections': ['title'],
  'no-function-bodies': ['language', 'lines', 'name'],
  'no-open-questions': ['question'],
  'no-placeholders': ['text'],
  'no-template-text': ['text'],
  'no-unclosed-fences': [],
  'phase-numbering': ['actual', 'expected'],
  'phase-validation': ['missing', 'phase'],
  'required-fields': ['field', 'parent'],
  'required-sections': ['parent', 'section'],
  'section-content': ['expected', 'section'],
  'section-order': ['after', 'section'],
  'task-files': ['id'],
  'task-format': ['id'],
  'task-ids': ['id', 'kind'],
  'task-parallelism': ['file', 'id', 'other'],
  'task-references': ['id', 'target'],
  'task-stories': ['id', 'story'],
  'stage-graph': ['actual', 'key', 'path', 'stage'],
  'stage-metadata': ['actual', 'expected', 'key', 'stage'],
  'stage-sync': ['actual', 'expected', 'key', 'stage'],
  'status-consistency': ['status'],
  'struct-tags': ['field', 'struct'],
  'test-signatures': ['name'],
}

/** One line of a `.findings` file: range, severity, rule, promised data with its keys in order. */
function lineOf(source: SourceText, finding: Finding): string {
  const start = source.positionAt(finding.start)
  const end = source.positionAt(finding.end)
  const keys = promised[finding.rule] ?? Object.keys(finding.data).sort()
  const data = Object.fromEntries(keys.map(key => [key, finding.data[key]]))
  const place = `${start.line}:${start.column}-${end.line}:${end.column}`
  return `${place} ${finding.severity} ${finding.rule} ${JSON.stringify(data)}`
}

test.each(folders)('%s has plans without findings and plans with findings', folder => {
  const counts = plansIn(folder).map(name => expectedOf(`${folder}/${name}`).length)
  expect(counts).toContain(0)
  expect(Math.max(...counts)).toBeGreaterThan(0)
})

describe.each([...folders, ...shapeFolders])('%s', folder => {
  const preset = basename(folder)

  test.each(plansIn(folder))('%s', name => {
    const path = `${folder}/${name}`
    const text = read(path)
    const source = new SourceText(text)
    const result = lint(text)

    expect({preset: result.preset, presetSource: result.presetSource}).toEqual({
      preset,
      presetSource: preset === 'plan' ? 'fallback' : 'detected',
    })
    expect(result.findings.map(finding => lineOf(source, finding))).toEqual(expectedOf(path))
  })
})

test('every .findings file belongs to a plan and expects something', () => {
  for (const folder of [...folders, ...shapeFolders]) {
    for (const name of readdirSync(`${root}${folder}`).filter(file => file.endsWith('.findings'))) {
      const plan = `${root}${folder}/${name.replace(/\.findings$/, '.md')}`
      expect(existsSync(plan), `${folder}/${name} has no plan beside it`).toBe(true)
      expect(read(`${folder}/${name}`).trim(), `${folder}/${name} is empty; delete it`).not.toBe('')
    }
  }
})

test('the README says of every shape what it stands for', () => {
  const readme = read('README.md')
  for (const folder of shapeFolders) {
    for (const name of plansIn(folder)) expect(readme).toContain(`| \`${folder}/${name}\` |`)
  }
})
