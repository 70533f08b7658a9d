import fc from 'fast-check'
import picomatch from 'picomatch'
import {describe, expect, test} from 'vitest'
import {looksLikePlanPath, planGlobs} from '../../core/plan-paths.ts'
import {pathsNearPlans} from '../paths-near-plans.ts'

const places = [
  'plans/a.md',
  'plans/2026/a.md',
  'docs/plans/a.md',
  '.claude/plans/a.md',
  'thoughts/plans/a.md',
  'thoughts/shared/plans/a.md',
  'specs/001-login/plan.md',
  'specs/001-login/tasks.md',
  'implementation-plan.md',
  'PLAN.md',
]

const elsewhere = [
  'README.md',
  'plans/README.md',
  'plans/a.txt',
  'myplans/a.md',
  'plan.md',
  'specs/plan.md',
  'specs/001-login/spec.md',
  'specs/001-login/contracts/plan.md',
  'my-implementation-plan.md',
  'thoughts/notes.md',
  '',
]

describe('a usual place of plans', () => {
  test.each(places)('is %s', path => {
    expect(looksLikePlanPath(path)).toBe(true)
    expect(looksLikePlanPath(`/home/me/project/${path}`)).toBe(true)
    expect(looksLikePlanPath(`C:\\project\\${path.replaceAll('/', '\\')}`)).toBe(true)
  })

  test.each(elsewhere)('is not %j', path => {
    expect(looksLikePlanPath(path)).toBe(false)
    expect(looksLikePlanPath(`/home/me/project/${path}`)).toBe(false)
  })
})

test('globs mean to us what they mean to a glob library', () => {
  const globs = planGlobs.filter(glob => !glob.startsWith('!')).map(glob => `**/${glob}`)
  const ignore = planGlobs.filter(glob => glob.startsWith('!')).map(glob => glob.slice(1))
  const matches = picomatch(globs, {ignore, dot: true})
  fc.assert(
    fc.property(pathsNearPlans, path => {
      expect(looksLikePlanPath(path)).toBe(matches(path))
    }),
    {numRuns: 2000},
  )
})
