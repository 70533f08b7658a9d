import fc from 'fast-check'

const names = [
  'plans',
  'docs',
  '.claude',
  'thoughts',
  'specs',
  'x',
  'myplans',
  'a.md',
  'plan.md',
  'tasks.md',
  'my-plan.md',
  'PLAN.md',
  'README.md',
  'MY-README.md',
  'implementation-plan.md',
  'a.markdown',
  'a.md.txt',
]

/** Paths of folders and files that plans have, that look like them, and that are near to them. */
export const pathsNearPlans = fc
  .array(fc.constantFrom(...names), {minLength: 1, maxLength: 5})
  .map(parts => parts.join('/'))
