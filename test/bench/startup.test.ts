import {beforeAll, expect, test} from 'vitest'
import {mayLoad, mostBytes, plainPreset} from '../../bench/startup/budget.ts'
import {filesLoadedFor, type LoadedFile} from '../../bench/startup/loaded.ts'
import {buildIfStale} from '../built.ts'

const modulesOf = (files: readonly LoadedFile[]) => files.flatMap(({modules}) => modules)

beforeAll(buildIfStale, 180_000)

test('a plan without code loads what the budget allows, and no more', () => {
  const files = filesLoadedFor(plainPreset)
  expect(modulesOf(files).filter(module => !mayLoad(module))).toEqual([])
  expect(modulesOf(files)).toEqual(expect.arrayContaining(['cli/main.ts', 'core/lint.ts', 'rules/no-placeholders.ts']))
  expect(files.reduce((sum, {bytes}) => sum + bytes, 0)).toBeLessThanOrEqual(mostBytes)
})

test('what a plan with code loads on top is beyond the budget', () => {
  const modules = modulesOf(filesLoadedFor('go-phased'))
  expect(modules.filter(module => !mayLoad(module))).toContain('node_modules/@lezer/go/dist/index.js')
})
