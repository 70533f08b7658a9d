/** A language whose functions the engine can read. */
export type Language = 'go' | 'typescript' | 'javascript' | 'python' | 'rust' | 'java' | 'c' | 'cpp'

/** What authors write after a fence, lower-case. */
const names: Readonly<Record<Language, readonly string[]>> = {
  go: ['go', 'golang'],
  typescript: ['ts', 'typescript', 'tsx', 'mts', 'cts', 'typescriptreact'],
  javascript: ['js', 'javascript', 'jsx', 'mjs', 'cjs', 'ecmascript', 'es6', 'node', 'nodejs', 'javascriptreact'],
  python: ['py', 'python', 'python2', 'python3', 'py2', 'py3', 'pyi'],
  rust: ['rs', 'rust'],
  java: ['java'],
  c: ['c', 'h', 'c99', 'c11'],
  cpp: ['cpp', 'c++', 'cc', 'cxx', 'hpp', 'hh', 'hxx', 'h++', 'cplusplus', 'c++11', 'c++14', 'c++17', 'c++20', 'c++23'],
}

const byName: ReadonlyMap<string, Language> = new Map(
  Object.entries(names).flatMap(([language, aliases]) => aliases.map(alias => [alias, language as Language] as const)),
)

/**
 * The language a fence's info string names: its first word, whatever the case and whatever options follow
 * (`TSX`, `ts title="a.ts"`, `rust,ignore`, `js{1,3}`, `{.python}`, `language-go`). Null where the language is none
 * of ours, or the block shows a change (`diff`, `ts diff`) and so no code of its own.
 */
export function languageOf(info: string): Language | null {
  if (info === '') return null
  const words = info.toLowerCase()
  if (words.includes('diff') && /(?<![\w-])diff(?!\w)/.test(words)) return null
  const first = /^[\s`~{.]*([a-z][a-z0-9+#-]*)(?![a-z0-9+#.-])/.exec(words)?.[1] ?? ''
  return byName.get(first.replace(/^lang(uage)?-/, '')) ?? null
}
