import {dirname, join} from 'node:path/posix'
import {matcher} from '../../config/glob.ts'
import {shownPath} from '../../config/paths.ts'
import {analyse} from '../../core/lint.ts'
import {planGlobs} from '../../core/plan-paths.ts'
import {presets} from '../../presets/index.ts'
import {markdownFiles} from '../glob.ts'
import type {Surroundings} from './surroundings.ts'

/** Documents in such places look like plans and are none that anybody works by. */
const sampleName = /(?:^|[/._-])(?:templates?|fixtures?|testdata|tests?|examples?|samples?|README)(?=[/._-])/i
/** What a glob would take for more than a character. */
const globCharacter = /[*?[\](){}!+@|\\]/

/**
 * Globs of all plans of a project that has some elsewhere than usual; null where it has none there. A folder counts as
 * a whole where most of its documents are plans.
 */
export function globsOfPlans(around: Surroundings): string[] | null {
  const paths = documentsIn(around)
  const isUsual = matcher(planGlobs)
  const others = paths.filter(path => !isUsual(path))
  const plans = others.filter(path => isPlan(around, path))
  if (plans.length === 0) return null
  const used = planGlobs.filter(glob => !glob.startsWith('!') && paths.some(matcher([glob])))
  const globs = [...used, ...new Set(plans.map(path => globFor(path, plans, others)))]
  return globs.some(glob => glob.endsWith('*.md')) ? [...globs, '!**/README.md'] : globs
}

function documentsIn({fs, root}: Surroundings): string[] {
  return markdownFiles(fs, root, ['**/*.md'])
    .files.map(file => shownPath(root, file))
    .filter(path => !sampleName.test(path) && !globCharacter.test(path))
    .sort()
}

function isPlan({fs, root}: Surroundings, path: string): boolean {
  try {
    return analyse(fs.readFileSync(join(root, path), 'utf8'), {rules: [], presets}).result.isPlan
  } catch {
    // A file that nobody can read is told of when it is linted.
    return false
  }
}

/** The glob of the highest folder around `path` of whose documents most are plans, else `path` itself. */
function globFor(path: string, plans: readonly string[], documents: readonly string[]): string {
  const folders: string[] = []
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.unshift(folder)
  const folder = folders.find(candidate => {
    const isInside = (other: string) => other.startsWith(`${candidate}/`)
    return plans.filter(isInside).length * 2 > documents.filter(isInside).length
  })
  return folder === undefined ? path : `${folder}/**/*.md`
}
