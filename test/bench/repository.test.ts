import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {makeRepository} from '../../bench/compare/git-repository.ts'
import {plansOf} from '../../bench/plans.ts'
import {repositoryAround} from '../../bench/repository.ts'

const plans = plansOf(18)
const commits = repositoryAround(plans, 3000)
const written = new Map(commits.flatMap(commit => [...commit.written]))
const moved = commits.flatMap(commit => commit.moved)

test('a repository has as many files as are wanted besides the plans, and is the same each time', () => {
  expect(written.size).toBe(3000 + plans.length)
  expect(repositoryAround(plans, 3000)).toEqual(commits)
  expect(repositoryAround(plans, 3000, 2)).not.toEqual(commits)
})

test('of ten files that plans name about nine are there, and some have been moved', () => {
  const named = new Set(plans.flatMap(({text}) => text.match(/internal\/\w+\/\w+\.(?:go|ts|java)/g) ?? []))
  for (const {from} of moved) written.delete(from)
  const there = [...named].filter(path => written.has(path)).length / named.size
  expect(named.size).toBeGreaterThan(500)
  expect(there).toBeGreaterThan(0.86)
  expect(there).toBeLessThan(0.94)
  expect(moved.length).toBeGreaterThan(20)
})

describe('on the disk', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plan-lint-'))
  })
  afterEach(() => rmSync(folder, {recursive: true}))

  const git = (...args: string[]) => execFileSync('git', args, {cwd: folder, encoding: 'utf8'})

  test('it is a git repository with all commits, and nothing in it differs from the last one', () => {
    makeRepository(folder, commits)
    expect(git('rev-list', '--count', 'HEAD').trim()).toBe(String(commits.length))
    expect(git('status', '--porcelain')).toBe('')
    const renames = git('log', '--format=', '--name-status', '--find-renames', '--diff-filter=R')
    expect(renames.trim().split('\n').length).toBe(moved.length)
  })
})
