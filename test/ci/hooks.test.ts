import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {looksLikePlanPath} from '../../core/plan-paths.ts'
import manifest from '../../package.json' with {type: 'json'}
import {pathsNearPlans} from '../paths-near-plans.ts'

const [hook, ...others] = parse(readFileSync(join(import.meta.dirname, '../../.pre-commit-hooks.yaml'), 'utf8'))

test('there is one hook, which runs the command of this package', () => {
  expect(others).toEqual([])
  expect(hook).toMatchObject({id: 'plan-lint', language: 'node'})
  expect(Object.keys(manifest.bin)).toContain(hook.entry)
})

test('the hook is about the files that plan-lint takes for plans by their paths', () => {
  const [files, exclude] = [new RegExp(hook.files), new RegExp(hook.exclude)]
  fc.assert(
    fc.property(pathsNearPlans, path => {
      expect(files.test(path) && !exclude.test(path)).toBe(looksLikePlanPath(path))
    }),
    {numRuns: 3000},
  )
})
