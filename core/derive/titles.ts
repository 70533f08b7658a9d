import {longestTitle, plainTitle} from '../titles.ts'
import {type SlotSource, slotsIn} from './slot-shapes.ts'

/** What a heading or label of a template says. */
export interface TemplateTitle {
  /** As a preset has it: what varies is `…`; empty where all of it is to be filled in. */
  title: string
  /** The words before a number with that number and what stands after it, as in `Phase 1: [Name]`. */
  series: Series | null
  /** It begins with a number, and all the rest is to be filled in: `1. [Component]`. */
  isNumbered: boolean
  isOptional: boolean
}

export interface Series {
  noun: string
  /** What stands after the number, slots taken out; empty where nothing fixed does. */
  name: string
}

const numberedWord = /\b(\p{L}+) \d+\b/gu
const optionalWords =
  /\b(?:optional|if (?:applicable|needed|necessary|relevant|required|any)|as needed|where applicable)\b/i
const remark = /\s*[*_]*[([（]([^()[\]（）]*)[)\]）][*_]*\s*$/
const series = /^(\p{L}[\p{L} ]*?)(?:\s*#?\d+|\s+(?:[NXn]|\{n\}))\s*(?:[:：.)–—-]+\s*(.*))?$/u
/** A mark behind a title, such as a warning sign. */
const decoration = /(?<!\s)\s*\p{So}\p{Mn}?$/u
const fewestOfLongTitle = 7
const explained = /^(\S+(?: [^\s(]+){1,4}?) (?:\(|(?:with|to|as|each|that|which|for|when|where|if|including)\b)/
/** Signs that are left between slots once these are taken out. */
const betweenSlots = /^[\s:：.,;–—/&|#*_`"'-]*$|^(?:and|or)$/i

/** Reads a heading or label; `words` as written. */
export function readTitle(words: string, meant: ReadonlySet<string>): TemplateTitle {
  let text = withoutComments(words).replace(decoration, '')
  let isOptional = false
  for (let found = remark.exec(text); found; found = remark.exec(text)) {
    const isSlot = slotsIn({text: found[0].trim(), codeSpans: [], meant}).length > 0
    const isRemark = optionalWords.test(found[1] ?? '') || (!isSlot && /[(（]/.test(found[0]))
    if (!isRemark || found.index === 0) break
    isOptional ||= optionalWords.test(found[1] ?? '')
    text = text.slice(0, found.index)
  }
  const fixed = withoutSlots({text, codeSpans: [], meant})
  const isNumbered =
    /^\d+[.)]\s/.test(text) &&
    fixed
      .replace(/^\d+[.)]/, '')
      .replaceAll('…', '')
      .trim() === ''
  const plain = plainTitle(fixed)
  const title = betweenSlots.test(plain.replaceAll('…', '')) ? '' : tidied(plain)
  return {title, series: seriesOf(plain), isNumbered, isOptional}
}

function withoutComments(words: string): string {
  return words
    .slice(0, longestTitle)
    .replace(/<!--.*?-->/g, ' ')
    .trim()
}

/** The title of a part under a numbered heading: `TODO for Stage 1` under `Stage 1: Search` is `TODO for Stage {n}`. */
export function withOpenNumber(title: string, above: string): string {
  const named = [...above.slice(0, longestTitle).matchAll(numberedWord)].map(([, word]) => word?.toLowerCase())
  return title.slice(0, longestTitle).replace(numberedWord, (all, word: string) => {
    return named.includes(word.toLowerCase()) ? `${word} {n}` : all
  })
}

/** A name with `{n}` for the number behind a word: `User Story {n}`. */
export function withOpenNumbers(name: string): string {
  return name.slice(0, longestTitle).replace(numberedWord, '$1 {n}')
}

/** What a title says before it explains itself, as in `Wanted tree with files to be added and what each is for`. */
export function shortTitle(title: string): string[] {
  if (title.endsWith('?') || title.split(' ').length < fewestOfLongTitle) return []
  const short = explained.exec(title.slice(0, longestTitle))?.[1]
  return short === undefined ? [] : [short]
}

/** The text with `…` in place of each slot. */
function withoutSlots(source: SlotSource): string {
  let text = ''
  let at = 0
  for (const {start, end} of slotsIn(source)) {
    text += `${source.text.slice(at, start)}…`
    at = end
  }
  return text + source.text.slice(at)
}

function tidied(plain: string): string {
  return plain
    .replace(/(?:…[\s–—:-]*)+/g, '…')
    .replace(/(?<![\s:–—-])[\s:–—-]+…$/, '…')
    .trim()
}

function seriesOf(plain: string): Series | null {
  const [, noun, after = ''] = series.exec(plain) ?? []
  if (noun === undefined) return null
  // What stands behind a slot depends on what it is filled with.
  const words = after.split('…').find(part => !betweenSlots.test(part)) ?? ''
  const name = plainTitle(words.replace(/\s*[([][^()[\]]*[)\]]\s*$/, ''))
  return {noun: noun.trim(), name: betweenSlots.test(name) ? '' : name.replace(/(?<![\s:–—-])[\s:–—-]+$/, '')}
}

/** The form of the document's title, `{name}` for what varies; null where it has no fixed words, or nothing varies. */
export function titleFormOf(words: string, meant: ReadonlySet<string>): string | null {
  const text = withoutComments(words)
  const told = text.replace(
    /(?<=[:–—-]\s+)(?:your\b.*|(?:short |brief )?(?:title|name|feature|description)(?: of .*)?)$/i,
    '[of your own]',
  )
  const form = plainTitle(
    withoutSlots({text: told, codeSpans: [], meant}).replace(
      /(?<![\p{L}\d])#?(?:0{3,}\d*|[NX]{3,}|#{3,})(?![\p{L}\d])/gu,
      '…',
    ),
  )
  if (!form.includes('…') || /[{}]/.test(form)) return null
  return betweenSlots.test(form.replaceAll('…', '')) ? null : form.replace(/…/g, '{name}')
}

/** An id of a title: letters and digits, joined by hyphens. */
export function idOf(title: string): string {
  const id = title
    .slice(0, longestTitle)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\{n\}/g, '')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  const bare = id.replace(/-+$/, '')
  return /^[a-z]/.test(bare) ? bare : `part${bare && `-${bare}`}`
}
