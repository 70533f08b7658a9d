import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {describe, expect, test} from 'vitest'
import {rules} from '../../index.ts'
import {options} from '../../scripts/accuracy/command.ts'
import {keys} from '../../scripts/accuracy/input/label.ts'
import {project} from '../cli/world.ts'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/accuracy.md'), 'utf8')
const [, figures = ''] = /<!-- accuracy:start -->\n([\s\S]*?)<!-- accuracy:end -->/.exec(page) ?? []

/** The tables, each as rows of cells by the titles of its columns; the first is called `name`. */
const tables = figures.split(/^### /m).flatMap(part => {
  const lines = part.split('\n').filter(line => line.startsWith('| '))
  const [head = [], , ...rows] = lines.map(line => line.slice(2, -2).split(' | '))
  if (head.length === 0) return []
  const title = part.slice(0, part.indexOf('\n'))
  const asRecords = rows.map(row =>
    Object.fromEntries(row.map((cell, at) => [at === 0 ? 'name' : (head[at] ?? ''), cell])),
  )
  return [{title, rows: asRecords}]
})

describe('the figures', () => {
  test('are there', () => {
    const titles = tables.map(({title}) => title)
    expect(titles).toEqual(expect.arrayContaining(['Aims', 'Precision of each rule', 'Recall of each kind of fault']))
    expect(titles).toEqual(expect.arrayContaining(['Families', 'Repositories', 'Function bodies in Go']))
    expect(figures).toMatch(/^\d+ plans were read, of \d+ in the folder, from \d+ repositories: \d+ sure labels/m)
  })

  test.each(tables.filter(({title}) => title !== 'Aims'))('add up: $title', ({rows}) => {
    const all = rows.at(-1)
    expect(all?.name).toBe('All')
    for (const row of rows) {
      const {Right = 0, Wrong = 0, Found = 0, Missed = 0} = row
      const share = (part: number, other: number) => (part + other === 0 ? '–' : (part / (part + other)).toFixed(3))
      const whole = row.Precision ?? row.Share
      if (whole !== undefined) expect(whole).toBe(share(Number(Right), Number(Wrong)))
      if (row.Recall !== undefined) expect(row.Recall).toBe(share(Number(Found), Number(Missed)))
    }
    for (const column of ['Plans', 'Right', 'Wrong', 'Found', 'Missed']) {
      const sum = rows.slice(0, -1).reduce((total, row) => total + Number(row[column] ?? 0), 0)
      expect(sum, column).toBe(Number(all?.[column] ?? 0))
    }
  })

  test('are those of rules that exist', () => {
    const [{rows = []} = {}] = tables.filter(({title}) => title === 'Precision of each rule')
    const names = rows.slice(0, -1).map(({name}) => name)
    expect(names.length).toBeGreaterThan(4)
    expect(names.filter(name => !rules.some(({id}) => name === `\`${id}\``))).toEqual([])
  })

  test('say nothing of what the plans hold', () => {
    expect(figures).not.toMatch(/\.md\b|__|Wrong and missed/)
  })
})

test('labels and functions as the page shows them are read', () => {
  const block = (name: string) => new RegExp(`^\`\`\`json ${name}\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? ''
  const folder = project({
    'plans/search.md': `# Search\n${'\nWords.\n'.repeat(30)}`,
    'labels.jsonl': block('labels'),
    'go.jsonl': block('functions'),
  })
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const argv = ['--docs', 'plans', '--labels', 'labels.jsonl', '--go', 'go.jsonl']
  const script = [`--import=${tsx}`, join(root, 'scripts/accuracy.ts'), ...argv]
  const {status, stdout, stderr} = spawnSync(process.execPath, script, {cwd: folder, encoding: 'utf8'})
  expect({status, stderr}).toEqual({status: 0, stderr: ''})
  expect(stdout).toContain('1 plan was read, of 1 in the folder: 2 sure labels and 1 debatable one.')
})

test('every option and every key has its place on the page', () => {
  for (const option of Object.keys(options)) expect(page).toContain(`--${option}`)
  for (const key of keys) expect(page).toContain(`\n| \`${key}\` | `)
})
