import {distance} from 'fastest-levenshtein'
import {detached} from './detached.ts'
import {oncePer} from './once.ts'
import {anyScript, literally} from './patterns.ts'
import type {Title} from './preset.ts'

/** A number as phases carry it: `1`, `1.2`, `2b`, `2.b`, `W.1`, `S-3`, `IV`, `三`. */
export const numberPattern = String.raw`(?:[A-Z]?[.-]?\d+(?:\.\d+)*(?:\.?[A-Za-z])?|[A-Z]|[IVX]+|[一二三四五六七八九十]+)`

const status =
  '(?:completed?|done|in[ -]progress|pending|to ?do|wip|skipped|deferred|not started|optional|implemented|resolved|finished|cancell?ed|blocked|완료|已完成|완료됨)'
// No pattern starts inside a run that it begins with, so that long runs take linear time.
const bracketedStatus = new RegExp(String.raw`(?<!\s)\s*[\[(（]\s*${status}(?![\p{L}])[^\])）\n]*[\])）]\s*$`, 'iu')
const shoutedStatus =
  /(?<![\s\-–—:])[\s\-–—:]+(?:COMPLETED?|DONE|IN[ -]PROGRESS|PENDING|TODO|WIP|SKIPPED|DEFERRED|NOT STARTED|IMPLEMENTED|FINISHED|CANCELLED|BLOCKED)\s*$/
const numbering = /^(?:(?:\d+\.)*\d+[.):]|\d+(?:\.\d+)+|[A-Z][.)]|[IVX]+[.)]|§\s*\d+(?:\.\d+)*)\s+/

/** What is longer is no title, and only its beginning is looked at. */
export const longestTitle = 500

/** Anything that `withoutMarks` takes out or puts in another way; what has none of it stays as it is. */
const toBeCleaned = /[^ -~\u00C0-\u024F\u3041-\u30FF\u4E00-\u9FFF\uAC00-\uD7AF]|[<[`*_~]| [ )]|^ | $/

/** A title without marks, emoji and box, with plain quotes and single blanks. */
function withoutMarks(title: string): string {
  if (!toBeCleaned.test(title)) return title
  return title
    .replace(/<!--.*?-->/g, ' ')
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/[`*]|__|~~/g, '')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\uFE0F\u200D]/gu, ' ')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/ (?=[)）])/g, '')
    .trim()
    .replace(/^\[[ xX]\]\s*/, '')
    .replace(/\s*\[[ xX]\]$/, '')
}

const closingBracket = /[\])）]\s*$/
const closingCapital = /[A-Z]\s*$/
const closingColon = /[\s:：]$/

/** A title without what it says of the status at its end; what ends otherwise is not searched for one. */
function withoutStatus(title: string): string {
  const words = closingBracket.test(title) ? title.replace(bracketedStatus, '') : title
  return closingCapital.test(words) ? words.replace(shoutedStatus, '') : words
}

/** The words of a title without marks, emoji, numbering, status and trailing colon; case kept. */
export function plainTitle(title: string): string {
  const words = withoutStatus(withoutMarks(title.slice(0, longestTitle))).replace(numbering, '')
  return (closingColon.test(words) ? words.replace(/(?<![\s:：])[\s:：]+$/, '') : words).trim()
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** Words in small letters with single blanks between them. */
const onlyWords = /^[a-z\d]+(?: [a-z\d]+)*$/
/** Words that begin with a capital or none: as plain as a title can be, which most are. */
const onlyPlainWords = /^[A-Z]?[a-z]+(?: [A-Z]?[a-z]+)*$/

/** Whether a title is as plain as can be, so that nothing of it is taken out and it has one form. */
function isPlain(title: string): boolean {
  return title.length <= longestTitle && onlyPlainWords.test(title)
}

function makeTitleKey(title: string): string {
  return makeKey((isPlain(title) ? title : plainTitle(title)).toLowerCase())
}

/** The key of what a title says, in small letters. */
function makeKey(words: string): string {
  const key = onlyWords.test(words) ? words : lettersIn(words)
  return key.split(' ').map(singular).join(' ')
}

/** Words in small letters without what stands between and around them. */
function lettersIn(words: string): string {
  return words
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}{}'+#.]+/gu, ' ')
    .replace(/'(?=s?\b)|\.(?=\s|$)/g, '')
    .trim()
}

interface KnownTitle {
  /** The title itself. */
  written: string
  keys: readonly string[]
}

// Every section of a preset is compared with every title of a document.
const remembered = new Map<string, KnownTitle>()
const rememberedKeys = new Map<string, string>()

/** How often titles were forgotten. */
let forgotten = 0

/** So few titles are looked up faster than many, and those that all documents have are soon among them again. */
const fewestRemembered = 1000

/** How many titles may be remembered; one document that has more keeps its own, as it may be read again and again. */
let mostRemembered = fewestRemembered
let rememberedBefore = 0

/** Forgets the titles of documents read before, once there are many. Called before each document. */
export function forgetTitles(): void {
  if (remembered.size > mostRemembered) {
    mostRemembered = Math.max(fewestRemembered, 2 * (remembered.size - rememberedBefore))
    remembered.clear()
    forgotten++
  }
  if (rememberedKeys.size > mostRemembered) rememberedKeys.clear()
  rememberedBefore = remembered.size
}

/** The form in which titles are compared. */
export function titleKey(title: string): string {
  const known = rememberedKeys.get(title)
  if (known !== undefined) return known
  const own = detached(title)
  const key = makeTitleKey(own)
  rememberedKeys.set(own, key)
  return key
}

/** All that a written title may be called: whole, without a closing parenthesis, up to its first separator. */
export function titleKeys(title: string): readonly string[] {
  return knownTitle(title).keys
}

/** The remembered string that equals `title`: it is looked up without being compared letter by letter. */
export function sharedTitle(title: string): string {
  return knownTitle(title).written
}

function knownTitle(title: string): KnownTitle {
  let known = remembered.get(title)
  if (!known) {
    const own = detached(title)
    known = {written: own, keys: makeTitleKeys(own)}
    remembered.set(own, known)
  }
  return known
}

/** `make`, called at most once for each written title; what it returns is shared, and nobody may change it. */
export function oncePerTitle<T>(make: (title: string) => T): (title: string) => T {
  const results = new Map<string, T>()
  let since = forgotten
  return title => {
    if (since !== forgotten) results.clear()
    since = forgotten
    const known = results.get(title)
    if (known !== undefined || results.has(title)) return known as T
    const written = sharedTitle(title)
    const result = make(written)
    results.set(written, result)
    return result
  }
}

const closingParenthesis = /[)）]\s*$/
const separator = /[-–—:：]/

/** The forms in which a title that stands for itself may be meant; some may be the same. */
function formsOf(plain: string): string[] {
  const bare = closingParenthesis.test(plain) ? plain.replace(/\s*[(（][^()（）]*[)）]\s*$/, '') : plain
  const forms = bare === plain ? [plain] : [plain, bare]
  const head = separator.test(bare) && /^(.+?)(?:\s+[-–—]+\s+|[:：]\s*)(.+)$/.exec(bare)
  if (!head) return forms
  forms.push(head[1] as string)
  if (/^(?:step|part|section)\s+\w+$/i.test(head[1] as string)) forms.push(head[2] as string)
  return forms
}

function makeTitleKeys(title: string): string[] {
  if (isPlain(title)) return [makeKey(title.toLowerCase())]
  const keys: string[] = []
  for (const form of formsOf(plainTitle(title))) {
    const key = makeTitleKey(form)
    if (key !== '' && !keys.includes(key)) keys.push(key)
  }
  return keys
}

/** Tells whether a written title is one of `titles`, and how near it comes where it is not. */
export interface TitleMatcher {
  matches(title: string): boolean
  /** The keys of titles that match; null where others match, too, as what stands for `…` may be anything. */
  readonly keys: ReadonlySet<string> | null
  /** The title that `written` looks like a misspelling of, or null. */
  near(written: string): Title | null
}

/** Chinese and Japanese set no blanks between words: a title may go on right behind one, or begin right before. */
const withoutBlanks = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`
const runsOn = anyScript(`[${withoutBlanks}ー]$`)
const startsWithin = anyScript(`^[${withoutBlanks}]`)

/** A pattern for title keys, and words that each key it fits holds: they are looked for in less time. */
interface KeyPattern {
  words: string
  pattern: RegExp
}

/** Title keys between which any words may stand, `{n}` for a number. */
function patternOf(keys: readonly string[]): KeyPattern {
  const parts = keys.map(key => key.split('{n}').map(literally).join(numberPattern))
  const source = parts.reduce((done, part) =>
    part === ''
      ? `${done}(?:${runsOn.test(done) ? '' : ' '}.*)?`
      : done === ''
        ? `(?:.*${startsWithin.test(part) ? '' : ' '})?${part}`
        : `${done}.*${part}`,
  )
  const words = keys.flatMap(key => key.split('{n}')).filter(part => /^[ -~]*$/.test(part))
  return {words: longest(words), pattern: new RegExp(`^${source}$`, 'i')}
}

function longest(words: readonly string[]): string {
  return words.reduce((best, word) => (word.length > best.length ? word : best), '')
}

class PreparedTitles implements TitleMatcher {
  readonly keys: ReadonlySet<string> | null
  readonly #keys = new Map<string, Title>()
  readonly #prefixes: string[] = []
  readonly #patterns: KeyPattern[] = []
  constructor(titles: readonly Title[]) {
    for (const title of titles) {
      const words = title.split('…').map(titleKey)
      if (words[0] === '' || words.length > 2 || words.some(key => key.includes('{n}')))
        this.#patterns.push(patternOf(words))
      else {
        const [key = '', ...open] = words
        this.#keys.set(key, title)
        if (open.length > 0) this.#prefixes.push(runsOn.test(key) ? key : `${key} `)
      }
    }
    const isOpen = this.#prefixes.length + this.#patterns.length > 0
    this.keys = isOpen ? null : new Set(this.#keys.keys())
  }

  matches(title: string): boolean {
    // One look-up among few keys takes no longer than one among all that was matched before.
    return this.keys === null ? this.#matchesOpen(title) : this.#hasKeyOf(title, this.keys)
  }

  readonly #matchesOpen = oncePerTitle(title => titleKeys(title).some(key => this.#includes(key)))

  readonly near = oncePerTitle(title => this.#nearest(titleKey(title)))

  #hasKeyOf(title: string, keys: ReadonlySet<string>): boolean {
    return titleKeys(title).some(key => keys.has(key))
  }

  #includes(key: string): boolean {
    return (
      this.#keys.has(key) ||
      this.#prefixes.some(prefix => key.startsWith(prefix)) ||
      this.#patterns.some(({words, pattern}) => key.includes(words) && pattern.test(key))
    )
  }

  #nearest(key: string): Title | null {
    if (key.length < 5 || key.length > 80) return null
    let best: {title: Title; cost: number} | null = null
    for (const [wanted, title] of this.#keys) {
      const most = Math.min(Math.max(1, Math.floor(wanted.length / 4)), (best?.cost ?? 4) - 1)
      // At least as many letters have to change as one is longer than the other.
      if (Math.abs(wanted.length - key.length) > most) continue
      const cost = distance(wanted, key)
      if (cost > 0 && cost <= most) best = {title, cost}
    }
    return best?.title ?? null
  }
}

/** The matcher for a list of titles; made once for each list. */
export const matcherOf = oncePer((titles: readonly Title[]): TitleMatcher => new PreparedTitles(titles))
