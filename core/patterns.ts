/** The source of a regular expression that matches `text` as it is written, with and without the flag `u`. */
export function literally(text: string): string {
  return text.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')
}

/** A text without these has no letters, digits and pictures but those of ASCII. */
const beyondAscii = /[\u00a9-\u1fff\u203c\u2049\u2070-\uffff]/

/** What the sets of characters of all scripts have in ASCII. */
const ofAscii: Readonly<Record<string, string>> = {
  L: 'A-Za-z',
  N: '0-9',
  'Script=Latin': 'A-Za-z',
  'Script=Han': '',
  'Script=Hiragana': '',
  'Script=Katakana': '',
  Extended_Pictographic: '',
}

/** A regular expression that asks for letters of all scripts. */
export type AnyScript = Pick<RegExp, 'test' | 'exec'> & {matchesIn(text: string): RegExpExecArray[]}

/**
 * An expression in which the letters of all scripts stand in brackets: `[\p{L}]`. It is made when a text meets it, and
 * without the letters that the text cannot have: with them it takes many times as long to be made ready.
 */
export function anyScript(source: string, flags: 'i' | 'gi' | '' = ''): AnyScript {
  let plain: RegExp | undefined
  let whole: RegExp | undefined
  const patternFor = (text: string): RegExp => {
    if (beyondAscii.test(text)) {
      whole ??= new RegExp(source, `${flags}u`)
      return whole
    }
    plain ??= new RegExp(inAscii(source), flags)
    return plain
  }
  return {
    test: text => patternFor(text).test(text),
    exec: text => patternFor(text).exec(text),
    matchesIn: text => matchesIn(text, patternFor(text)),
  }
}

function inAscii(source: string): string {
  return source.replace(/\\p\{([\w=]+)\}/g, (all, set: string) => {
    const ascii = ofAscii[set]
    if (ascii === undefined) throw new RangeError(`What ${all} has in ASCII is not known.`)
    return ascii
  })
}

/**
 * All matches of `pattern`, which has the flag `g`, in `text`: as `matchAll` finds them, without the copy of the pattern
 * that it makes, which takes several times as long as to look through a line.
 */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex += pattern.unicode && (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1
  }
  return matches
}
