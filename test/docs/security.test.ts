import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Link, Nodes} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {describe, expect, test} from 'vitest'
import {readPage} from './blocks.ts'

const root = join(import.meta.dirname, '../..')
const page = fromMarkdown(readPage('SECURITY.md'))

function linksIn(node: Nodes): Link[] {
  if (node.type === 'link') return [node]
  return 'children' in node ? node.children.flatMap(linksIn) : []
}

function wordsOf(node: Nodes): string {
  if ('children' in node) return node.children.map(wordsOf).join('')
  return 'value' in node ? node.value : ''
}

const start = page.children.findIndex(node => node.type === 'heading' && wordsOf(node) === 'Promises')
const end = page.children.findIndex(node => node.type === 'heading' && wordsOf(node) === 'Not promised')
const promises = page.children.slice(start, end).flatMap(node => (node.type === 'list' ? node.children : []))

test('there are promises', () => {
  expect(start).toBeGreaterThan(0)
  expect(promises.length).toBeGreaterThan(10)
})

describe.each(promises.map(promise => [wordsOf(promise).split('\n')[0] ?? '', promise] as const))(
  '%s',
  (_, promise) => {
    const tests = linksIn(promise).filter(({url}) => url.startsWith('test/'))

    test('is held by a test', () => {
      expect(tests).not.toEqual([])
    })

    test.each(tests.map(link => [wordsOf(link), link.url] as const))('%s', (title, file) => {
      expect(existsSync(join(root, file)), file).toBe(true)
      // As the title of a test, or a part of it where the rest is filled in.
      const titles = readFileSync(join(root, file), 'utf8').match(
        /(['"`])(?:(?!\1)[^\\\n]|\\.)+\1(?=,\s+(?:async\s+)?(?:\(|\w+ =>))/g,
      )
      expect(titles?.filter(words => words.includes(title)) ?? [], `${file} has no test "${title}"`).not.toEqual([])
    })
  },
)

test('its other links lead to files, or to addresses of the project', () => {
  for (const {url} of linksIn(page)) {
    expect(url.startsWith('https://github.com/plan-lint/plan-lint/') || existsSync(join(root, url)), url).toBe(true)
  }
})
