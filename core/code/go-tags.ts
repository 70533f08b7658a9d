type Style = (words: readonly string[]) => string

const capitalized = (word: string) => word.charAt(0) + word.slice(1).toLowerCase()
const lower = (words: readonly string[], join: string) => words.join(join).toLowerCase()

/** How tags spell the name of a field; the words of `MaxUserID` are `Max`, `User` and `ID`. */
const styles: readonly Style[] = [
  words => lower(words, '_'),
  words => lower(words, '-'),
  words => lower(words, ''),
  ([first = '', ...rest]) => first.toLowerCase() + rest.join(''),
  ([first = '', ...rest]) => first.toLowerCase() + rest.map(capitalized).join(''),
  words => words.join(''),
  words => lower(words, '_').toUpperCase(),
]

const wordsOf = (name: string) => name.match(/\p{Lu}+(?=\p{Lu}\p{Ll}|\d|_|$)|\p{Lu}?[\p{Ll}\d]+|\d+|\p{Lu}+/gu) ?? []

/** Keys and names of a tag: `` `json:"name,omitempty"` `` has the name `name` for `json`. */
function namesIn(tag: string): Map<string, string> {
  return new Map(
    [...tag.matchAll(/(?<![\w-])([\w-]+):"([^",]*)(?:,[^"]*)?"/g)].map(([, key = '', name = '']) => [key, name]),
  )
}

/**
 * Gives the tags that a field could have beside fields with the tags of `others`: one spelled like theirs, and one that
 * keeps the field inside Go. None where they do not agree in their keys, or leave the spelling open.
 */
export function taggerLike(others: readonly {name: string; tag: string}[]): (name: string) => string[] {
  const tags = others.map(other => ({words: wordsOf(other.name), names: namesIn(other.tag)}))
  const keys = [...(tags[0]?.names.keys() ?? [])]
  const isAlike = tags.every(({names}) => names.size === keys.length && keys.every(key => names.has(key)))
  if (keys.length === 0 || !isAlike) return () => []
  const spellings = keys.map(key => {
    const used = tags.filter(({names}) => !/^-?$/.test(names.get(key) ?? ''))
    return used.length === 0
      ? []
      : styles.filter(style => used.every(({words, names}) => style(words) === names.get(key)))
  })
  return name => {
    const words = wordsOf(name)
    const values = spellings.map(fitting => [...new Set(fitting.map(style => style(words)))])
    if (values.some(({length}) => length !== 1)) return []
    return [
      tagOf(keys, values.flat()),
      tagOf(
        keys,
        keys.map(() => '-'),
      ),
    ]
  }
}

function tagOf(keys: readonly string[], values: readonly string[]): string {
  return `\`${keys.map((key, index) => `${key}:"${values[index]}"`).join(' ')}\``
}
