import {describe, expect, test} from 'vitest'
import {aims} from '../../bench/compare/aims.ts'
import {cases} from '../../bench/compare/cases.ts'
import {contenders} from '../../bench/compare/contenders.ts'
import {groups} from '../../bench/growth/groups.ts'
import {withBlock} from '../../scripts/docs.ts'
import {blocksOf, commandsIn, readPage} from './blocks.ts'

const page = readPage('docs/performance.md')
const parts: Readonly<Record<string, readonly string[]>> = {
  bench: cases.map(({id}) => id),
  'bench:growth': groups.map(({id}) => id),
}

/** The rows of a table of the page, which follows `words`, as cells. */
function rowsAfter(words: string): string[][] {
  const [, lines = ''] = page.slice(page.indexOf(`${words}\n`)).match(/\n\n((?:\|.*\n)+)/) ?? []
  return lines
    .trim()
    .split('\n')
    .slice(2)
    .map(line => line.slice(2, -2).split(' | '))
}

const commands = blocksOf('docs/performance.md').flatMap(commandsIn)

test('the page says how to measure all of it, or parts', () => {
  expect(commands).toEqual(expect.arrayContaining(['npm run bench', 'npm run bench -- --write']))
  expect(commands.filter(line => / -- \w/.test(line)).length).toBeGreaterThan(1)
})

test.each(commands.filter(line => / -- \w/.test(line)))('what %s names is there to be measured', line => {
  const [script = '', named = ''] = line.replace('npm run ', '').split(' -- ')
  const [names = '', words = ''] = named.split(' --text ')
  expect(parts[script]).toEqual(expect.arrayContaining(names.split(' ')))
  const texts = groups.filter(({id}) => names.split(' ').includes(id)).flatMap(group => group.texts)
  if (words) expect(texts.filter(({name}) => name.includes(words))).not.toEqual([])
})

/** What was last measured and written there; empty where that has not been done. */
function figuresOf(script: string): string {
  const [, figures] = page.split(new RegExp(`<!-- ${script}:(?:start|end) -->`))
  return figures?.trim() ?? ''
}

test.each(['bench', 'bench:growth', 'bench:startup'])('figures of %s have a place', script => {
  expect(withBlock(page, script, 'figures')).toContain(`<!-- ${script}:start -->\n\nfigures\n\n<!-- ${script}:end -->`)
})

describe.runIf(figuresOf('bench'))('the figures', () => {
  test('have a table for each case, with all that take part', () => {
    for (const {title, pairs} of cases) {
      const names = new Set(pairs.flatMap(({own, to}) => [contenders[own].name, contenders[to].name]))
      expect(rowsAfter(`### ${title}`).map(([name]) => name)).toEqual([...names])
    }
  })

  test('are held against all aims', () => {
    const titles = new Map(cases.map(({id, title}) => [id, title]))
    const rows = rowsAfter('<!-- bench:start -->')
    expect(rows.length).toBe(aims.length)
    expect(rows.map(([title, what, most]) => [title, what, most])).toEqual(
      aims.map(({case: id, what, most, shown}) => [titles.get(id), what, shown(most)]),
    )
    for (const [, , , , isMet] of rows) expect(['yes', '**no**']).toContain(isMet)
  })
})

describe.runIf(figuresOf('bench:growth'))('the figures of growth', () => {
  test('are those of all groups', () => {
    expect(rowsAfter('<!-- bench:growth:start -->').map(([title, kinds]) => [title, Number(kinds)])).toEqual(
      groups.map(({title, texts}) => [title, texts.length]),
    )
  })
})
