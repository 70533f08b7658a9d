import nodeFs, {renameSync, rmSync, utimesSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, describe, expect, test, vi} from 'vitest'
import {Bell} from '../../../cli/watch/bell.ts'
import {changesOf} from '../../../cli/watch/changes.ts'
import {Dependencies} from '../../../cli/watch/dependencies.ts'
import {FolderWatch} from '../../../cli/watch/folder-watch.ts'
import {MemoryResults} from '../../../cli/watch/memory-results.ts'
import {add, project} from '../world.ts'

const never = new AbortController().signal

describe('what a run depends on', () => {
  const looked = (cwd: string, look: (fs: typeof nodeFs, cwd: string) => unknown) => {
    const dependencies = new Dependencies(nodeFs, () => {})
    try {
      look(dependencies.fs as typeof nodeFs, cwd)
    } catch {
      // What is absent counts as well.
    }
    return () => dependencies.changed().map(path => path.slice(cwd.length + 1))
  }

  test('is nothing that it has not asked for', () => {
    const cwd = project({'a.md': 'a'})
    const changed = looked(cwd, () => {})
    add(cwd, {'a.md': 'b', 'c.md': ''})
    expect(changed()).toEqual([])
  })

  test('is what a file holds, be it there or not', () => {
    const cwd = project({'a.md': 'a'})
    const [there, absent] = ['a.md', 'b.md'].map(name => looked(cwd, fs => fs.readFileSync(join(cwd, name))))
    expect([there?.(), absent?.()]).toEqual([[], []])
    utimesSync(join(cwd, 'a.md'), 1, 1)
    add(cwd, {'b.md': ''})
    expect([there?.(), absent?.()]).toEqual([['a.md'], ['b.md']])
  })

  test('is whether a path is there, and is a folder, where it asked no more', () => {
    const cwd = project({'a/x': '', b: ''})
    const changed = looked(cwd, fs => ['a', 'b', 'c'].map(name => fs.existsSync(join(cwd, name))))
    add(cwd, {'a/y': '', b: 'more'})
    expect(changed()).toEqual([])
    rmSync(join(cwd, 'b'))
    add(cwd, {'b/x': '', 'c/x': ''})
    expect(changed()).toEqual(['b', 'c'])
  })

  test('is what in a folder may be a plan or hold one', () => {
    const cwd = project({'a.md': '', 'x/y': ''})
    const changed = looked(cwd, fs => fs.readdirSync(cwd))
    add(cwd, {'.a.md.swp': '', 'b.txt': '', 'a.md': 'more', 'x/z': ''})
    expect(changed()).toEqual([])
    renameSync(join(cwd, 'a.md'), join(cwd, 'c.md'))
    add(cwd, {'y/z': ''})
    expect(changed().sort()).toEqual(['a.md', 'c.md', 'y'])
  })

  test('is looked at after it is watched, so that no change falls in between', () => {
    const cwd = project({'a.md': 'a'})
    const told: string[] = []
    const fs = {...nodeFs, readFileSync: (path: string) => told.push(`read ${path}`)} as unknown as typeof nodeFs
    const dependencies = new Dependencies(fs, path => told.push(`watch ${path}`))
    dependencies.fs.readFileSync('x')
    expect(told).toEqual(['watch x', 'read x'])
    expect(dependencies.stateOf(join(cwd, 'a.md'))).toMatch(/^\d+ /)
  })
})

describe('changes', () => {
  afterEach(() => void vi.useRealTimers())

  const drawn = (cwd: string, onInterest: (path: string) => void) => {
    const dependencies = new Dependencies(nodeFs, onInterest)
    dependencies.fs.readFileSync(join(cwd, 'a.md'))
    return {disk: nodeFs, dependencies, memory: new MemoryResults(), own: new Set<string>()}
  }

  test('are found on a disk that tells of none', async () => {
    const cwd = project({'a.md': 'a'})
    const scene = drawn(cwd, () => {})
    vi.useFakeTimers()
    const changes = changesOf(scene, new Bell(), never)
    add(cwd, {'a.md': 'other'})
    await vi.advanceTimersByTimeAsync(2200)
    expect(await changes).toEqual([join(cwd, 'a.md')])
  })

  test('are told by folders long before anybody looks', async () => {
    const cwd = project({'a.md': 'a'})
    const bell = new Bell()
    const folders = new FolderWatch(cwd, () => bell.ring())
    const scene = drawn(cwd, path => folders.add(path, 'content'))
    const rung = bell.wait(20_000, never)
    add(cwd, {'a.md': 'other'})
    expect(await rung).toBe(true)
    expect(await changesOf(scene, bell, never)).toEqual([join(cwd, 'a.md')])
    folders.close()
  })

  test('are told by a folder that another has taken the place of', async () => {
    const cwd = project({'x/a.md': 'a'})
    let times = 0
    const folders = new FolderWatch(cwd, () => times++)
    folders.add(join(cwd, 'x'), 'entries')
    rmSync(join(cwd, 'x'), {recursive: true})
    await vi.waitFor(() => expect(times).toBeGreaterThan(0))
    add(cwd, {'x/a.md': 'b'})
    folders.add(join(cwd, 'x'), 'entries')
    times = 0
    add(cwd, {'x/a.md': 'c'})
    await vi.waitFor(() => expect(times).toBeGreaterThan(0))
    folders.close()
  })

  test('that are undone at once are none', async () => {
    const cwd = project({'a.md': 'a'})
    const scene = drawn(cwd, () => {})
    scene.memory.keep(
      join(cwd, 'a.md'),
      {text: 'a', preset: 'auto', settings: {}, address: null},
      {result: {} as never},
    )
    vi.useFakeTimers()
    const bell = new Bell()
    const ending = new AbortController()
    const changes = changesOf(scene, bell, ending.signal)
    rmSync(join(cwd, 'a.md'))
    bell.ring()
    await vi.advanceTimersByTimeAsync(50)
    add(cwd, {'a.md': 'a'})
    bell.ring()
    await vi.advanceTimersByTimeAsync(5000)
    ending.abort()
    expect(await changes).toEqual([])
  })

  test('that never rest are told after a while', async () => {
    const cwd = project({'a.md': 'a'})
    const scene = drawn(cwd, () => {})
    vi.useFakeTimers()
    const bell = new Bell()
    const changes = changesOf(scene, bell, never)
    add(cwd, {'a.md': 'other'})
    for (let times = 0; times < 40; times++) {
      bell.ring()
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(await changes).toEqual([join(cwd, 'a.md')])
  })
})
