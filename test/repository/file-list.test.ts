import {expect, test} from 'vitest'
import {FileList} from '../../repository/file-list.ts'

const paths = ['a.ts', 'Makefile', 'lib/a.ts', 'lib/über/a.ts', 'src/b.ts', 'src/lib/a.ts']
const list = FileList.of(paths)

test('a list of files has those that it was made of, and no parts of them', () => {
  for (const path of paths) expect(list.has(path), path).toBe(true)
  for (const path of ['', 'b.ts', 'lib', 'lib/', 'ib/a.ts', 'src/lib/a.t', 'a.ts\0Makefile']) {
    expect(list.has(path), path).toBe(false)
  }
})

test('knows files by their names and by the ends of their paths', () => {
  expect(list.named('a.ts')).toEqual(['a.ts', 'lib/a.ts', 'lib/über/a.ts', 'src/lib/a.ts'])
  expect(list.endingIn('lib/a.ts')).toEqual(['lib/a.ts', 'src/lib/a.ts'])
  expect(list.named('lib')).toEqual([])
})

test('knows folders, and the files right in them', () => {
  expect([...list.folders].sort()).toEqual(['', 'lib', 'lib/über', 'src', 'src/lib'])
  expect(list.in('')).toEqual(['a.ts', 'Makefile'])
  expect(list.in('src')).toEqual(['src/b.ts'])
  expect(list.in('li')).toEqual([])
})

test('has a file once that git lists three times', () => {
  const conflict = new FileList('src/a.ts\0src/a.ts\0src/a.ts\0src/b.ts\0')
  expect([conflict.named('a.ts'), conflict.in('src')]).toEqual([['src/a.ts'], ['src/a.ts', 'src/b.ts']])
})

test('may be empty', () => {
  const empty = FileList.of([])
  expect([[...empty.folders], empty.in(''), empty.named(''), empty.has('')]).toEqual([[], [], [], false])
})
