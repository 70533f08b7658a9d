type Words = readonly unknown[] | {readonly [key: string]: Words | undefined}

/** Lists of `base` with those of `own` added to them, key by key; what stands in both is there once. */
export function joined<T extends object>(base: T, own: Partial<T> | undefined): T {
  return own === undefined ? base : (joinedWords(base as Words, own as Words) as T)
}

function joinedWords(base: Words | undefined, own: Words | undefined): Words | undefined {
  if (base === undefined || own === undefined) return own ?? base
  // Lists that do not fit together are left for the check of the whole to complain about.
  if (isList(base) || isList(own)) return isList(base) && isList(own) ? [...new Set([...base, ...own])] : own
  const keys = new Set([...Object.keys(base), ...Object.keys(own)])
  return Object.fromEntries([...keys].map(key => [key, joinedWords(base[key], own[key])]))
}

function isList(words: Words): words is readonly unknown[] {
  return Array.isArray(words)
}
