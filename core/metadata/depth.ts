/** Far more than anybody nests; parsers of JSON call themselves once for each level. */
const usual = 100
const structure = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"?|[[\]{}]/g

/** Offset of the bracket in `json` that opens the level below the `deepest` allowed; null in any sane text. */
export function tooDeepAt(json: string, deepest = usual): number | null {
  let depth = 0
  for (const {0: token, index} of json.matchAll(structure)) {
    if (token === '{' || token === '[') depth++
    else if (token === '}' || token === ']') depth--
    if (depth > deepest) return index
  }
  return null
}
