/**
 * Where people keep plans, as globs relative to the root of a project; a leading `!` takes files out again.
 * They use no more than `**` as a whole segment, `*` and `{a,b}`.
 */
export const planGlobs: readonly string[] = [
  'plans/**/*.md',
  'docs/plans/**/*.md',
  '.claude/plans/**/*.md',
  'thoughts/**/plans/**/*.md',
  'specs/*/{plan,tasks}.md',
  'implementation-plan.md',
  'PLAN.md',
  '!**/README.md',
]

const isExclusion = (glob: string) => glob.startsWith('!')
const included = planGlobs.filter(glob => !isExclusion(glob)).map(glob => toPattern(glob))
const excluded = planGlobs.filter(isExclusion).map(glob => toPattern(glob.slice(1)))

/**
 * Whether `path` is a usual place of plans. `path` may be absolute or relative to anything, with either separator:
 * a file deeper down, as in a package of a monorepo, counts like one at the root.
 */
export function looksLikePlanPath(path: string): boolean {
  const slashed = path.replaceAll('\\', '/')
  return included.some(pattern => pattern.test(slashed)) && !excluded.some(pattern => pattern.test(slashed))
}

function toPattern(glob: string): RegExp {
  const source = glob
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, members: string) => `(?:${members.replaceAll(',', '|')})`)
    .split('/')
    .map(segment => (segment === '**' ? '(?:[^/]+/)*' : `${segment.replaceAll('*', '[^/]*')}/`))
    .join('')
    .replace(/\/$/, '')
  return new RegExp(`(?:^|/)${source}$`)
}
