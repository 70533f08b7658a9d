import type {Grammar} from './grammar.ts'
import type {Language} from './languages.ts'

/** Each grammar takes milliseconds to load, so nobody pays for one that the documents at hand do not need. */
const loaders: Readonly<Record<Language, () => Promise<Grammar>>> = {
  go: async () => (await import('./go.ts')).go,
  typescript: async () => (await import('./javascript.ts')).typescript,
  javascript: async () => (await import('./javascript.ts')).javascript,
  python: async () => (await import('./python.ts')).python,
  rust: async () => (await import('./rust.ts')).rust,
  java: async () => (await import('./java.ts')).java,
  c: async () => (await import('./cpp.ts')).cpp,
  cpp: async () => (await import('./cpp.ts')).cpp,
}

const loaded = new Map<Language, Grammar>()

/** Makes the grammars of `languages` ready for `functionsIn`; those already there cost nothing. */
export async function loadGrammars(languages: Iterable<Language>): Promise<void> {
  await Promise.all(
    [...new Set(languages)].map(async language => {
      if (!loaded.has(language)) loaded.set(language, await loaders[language]())
    }),
  )
}

/** For hosts that cannot wait: takes grammars that were imported with the host. See `all-grammars.ts`. */
export function addGrammars(grammars: Readonly<Partial<Record<Language, Grammar>>>): void {
  for (const [language, grammar] of Object.entries(grammars)) loaded.set(language as Language, grammar)
}

/**
 * The grammar of `language`; undefined for a language that has none.
 * @throws {Error} when it was not loaded: silence would look like code without functions
 */
export function grammarOf(language: Language): Grammar | undefined {
  const grammar = loaded.get(language)
  if (!grammar && Object.hasOwn(loaders, language)) {
    throw new Error(`The grammar of "${language}" is not loaded; await loadGrammars(['${language}']) first.`)
  }
  return grammar
}
