import {looksLikePlanPath} from '../../../core/plan-paths.ts'

/** A hook of the pre-commit framework that runs plan-lint. */
export interface CommitHook {
  /** What it runs; null where that stands in another repository. */
  entry: string | null
  files: string | null
  exclude: string | null
  /** Whether the hook of our own repository decides where there is no `files`. */
  isOurs: boolean
}

interface RawHook {
  id?: unknown
  entry?: unknown
  files?: unknown
  exclude?: unknown
}

/** The hooks in a configuration that run plan-lint; what has another form is passed over. */
export function commitHooks(config: unknown): CommitHook[] {
  const {repos, files, exclude} = (config ?? {}) as {repos?: unknown; files?: unknown; exclude?: unknown}
  if (!Array.isArray(repos)) return []
  return repos.flatMap(repository => {
    const {repo, hooks} = (repository ?? {}) as {repo?: unknown; hooks?: unknown}
    if (!Array.isArray(hooks)) return []
    return hooks
      .filter((hook: RawHook | null) => /\bplan-lint\b/.test(`${textIn(hook?.id)} ${textIn(hook?.entry)}`))
      .map((hook: RawHook) => ({
        entry: textIn(hook.entry),
        files: textIn(hook.files) ?? textIn(files),
        exclude: textIn(hook.exclude) ?? textIn(exclude),
        isOurs: repo !== 'local' && hook.files === undefined,
      }))
  })
}

/** Whether a hook is run for the file at `path`, relative to the root of the repository. */
export function isTakenBy({files, exclude, isOurs}: CommitHook, path: string): boolean {
  if (isOurs && !looksLikePlanPath(path)) return false
  return (files === null || isMatch(files, path) !== false) && (exclude === null || isMatch(exclude, path) !== true)
}

/** Null for an expression that Python knows and JavaScript does not. */
function isMatch(expression: string, path: string): boolean | null {
  try {
    return new RegExp(expression).test(path)
  } catch {
    return null
  }
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
