import {afterAll, beforeAll, expect, test} from 'vitest'
import {mayLoad, mostBytes, plainPreset} from '../../bench/startup/budget.ts'
import {type LoadedModule, ObservedCommand} from '../../bench/startup/loaded.ts'

let command: ObservedCommand
const pathsOf = (modules: readonly LoadedModule[]) => modules.map(({path}) => path)

beforeAll(async () => {
  command = await ObservedCommand.build()
}, 180_000)

afterAll(() => command.remove())

test('a plan without code loads what the budget allows, and no more', () => {
  const modules = command.modulesLoadedFor(plainPreset)
  const paths = pathsOf(modules)
  expect(paths.filter(path => !mayLoad(path))).toEqual([])
  expect(paths).toEqual(
    expect.arrayContaining(['cli/program/load-program.ts', 'cli/main.ts', 'core/lint.ts', 'rules/no-placeholders.ts']),
  )
  expect(modules.filter(({bytes}) => bytes === 0)).toEqual([])
  expect(modules.reduce((sum, {bytes}) => sum + bytes, 0)).toBeLessThanOrEqual(mostBytes)
})

test('what a plan with code loads on top is beyond the budget', () => {
  const paths = pathsOf(command.modulesLoadedFor('go-phased'))
  expect(paths.filter(path => !mayLoad(path))).toContain('node_modules/@lezer/go/dist/index.js')
})
