import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'

/** The page of a rule of this package, as Markdown; null where there is none. */
export function rulePage(id: string): string | null {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) return null
  try {
    // By the name of the package, as the built files stand deeper in it than this one.
    const manifest = createRequire(import.meta.url).resolve('plan-lint/package.json')
    return readFileSync(join(dirname(manifest), 'rules', `${id}.md`), 'utf8')
  } catch {
    return null
  }
}
