import {readFileSync} from 'node:fs'

/** Where the pages are: seen from this file, and from the built ones, which stand deeper in the package. */
const folders = ['../rules/', '../../rules/']

/** The page of a rule of this package, as Markdown; null where there is none. */
export function rulePage(id: string): string | null {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) return null
  for (const folder of folders) {
    try {
      return readFileSync(new URL(`${folder}${id}.md`, import.meta.url), 'utf8')
    } catch {
      // The other folder may have it.
    }
  }
  return null
}
