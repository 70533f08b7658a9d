const message = String.raw`(?:not[ _-]?(?:yet )?implemented|unimplemented|implement me|todo|tbd|fixme|stub)\b`
const quoted = String.raw`[^"'\`]*["'\`](?:[^"'\`]*[:. ])?${message}`

/** A statement that stands for an implementation still to come. */
const stubs: readonly RegExp[] = [
  /^(?:\.{3}|…|pass|return(?: \.{3}| …)?)$/,
  /^(?:todo|unimplemented)!/,
  /^TODO\b/,
  /^raise NotImplemented(?:Error)?\b/,
  /^throw (?:new )?(?:\w+[.:]+)*(?:UnsupportedOperation|Not(?:Yet)?(?:Implemented|Supported)|Unimplemented)\w*/,
  new RegExp(String.raw`^(?:panic!?|throw|raise|log\.\w+|[tb]\.(?:Skip|Fatal|Error)f?|std::abort)\b${quoted}`, 'i'),
  new RegExp(String.raw`^return\b[^"'\`]*\b(?:errors\.New|Errorf|Err|Error)\(${quoted}`, 'i'),
  new RegExp(String.raw`^(?:Err\(|(?:anyhow::)?bail!)${quoted}`, 'i'),
]

/** Longer statements are never stubs; the limit keeps the patterns cheap. */
const longestStub = 200

/** Whether `statement` alone in a body means "not implemented": `panic("todo")`, `todo!()`, `pass`. */
export function isStub(statement: string): boolean {
  const text = statement
    .slice(0, longestStub + 1)
    .replace(/\s+/g, ' ')
    .replace(/[; ]+$/, '')
  return text.length <= longestStub && stubs.some(stub => stub.test(text))
}

/** Whether an expression that is a whole body says no more than a signature: a name, a property, a literal. */
export function isTrivial(expression: string): boolean {
  return (
    expression.length <= longestStub &&
    /^\(?\s*(?:[\w$.?!]+|'[^'\n]*'|"[^"\n]*"|\{\s*\}|\[\s*\])?\s*\)?$/.test(expression)
  )
}
