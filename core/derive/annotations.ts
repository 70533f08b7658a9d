import type {Document} from '../document.ts'
import type {Range} from '../finding.ts'
import {startingIn} from '../ranges.ts'
import {didYouMean} from '../words.ts'

/** What the comments of a template say of the part that they stand in. */
export interface Annotation {
  isOptional: boolean
  isAnyOrder: boolean
  min: number | null
  aliases: string[]
}

/** Something in a template that cannot be meant so; its place counts in the template. */
export interface TemplateFault extends Range {
  message: string
}

interface PlacedAnnotation extends Range {
  annotation: Annotation
  /** Whether it stands behind a label or an item, which it is about. */
  isOfLine: boolean
}

const opening = /^<!--\s*plan-lint\s*:/
const word = /([\p{L}\w-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s,"']+))?|[^\s,]+/gu
const known = ['optional', 'min', 'alias', 'any-order']
const forms: Readonly<Record<string, string>> = {min: 'min=2', alias: 'alias="Another Title"'}

/** Whether a comment is an annotation. */
export function isAnnotation(comment: string): boolean {
  return opening.test(comment)
}

/** The annotations of a template: `<!-- plan-lint: optional, min=2 -->`. */
export class Annotations {
  readonly faults: readonly TemplateFault[]
  readonly #placed: readonly PlacedAnnotation[]

  constructor({comments, headings, source, text}: Document) {
    const faults: TemplateFault[] = []
    this.#placed = comments.flatMap(comment => {
      const words = text.slice(comment.start, comment.end)
      const [lead] = opening.exec(words) ?? []
      if (lead === undefined) return []
      const annotation = read(
        words.slice(lead.length, words.endsWith('-->') ? -3 : undefined),
        (index, length, message) =>
          faults.push({
            start: comment.start + lead.length + index,
            end: comment.start + lead.length + index + length,
            message,
          }),
      )
      const line = {start: source.lineStart(source.lineAt(comment.start)), end: comment.start}
      const isAlone = text.slice(line.start, line.end).trim() === ''
      const isOfLine = !isAlone && startingIn(headings, line).length === 0
      return [{...comment, annotation, isOfLine}]
    })
    this.faults = faults
  }

  /** What the annotations in a place say together, but for those behind a label or an item. */
  in(range: Range): Annotation {
    return this.#together(range, false)
  }

  /** What the annotations behind a label or an item say. */
  behind(line: Range): Annotation {
    return this.#together(line, true)
  }

  #together(range: Range, isOfLine: boolean): Annotation {
    const placed = startingIn(this.#placed, range).filter(each => each.isOfLine === isOfLine)
    const all = placed.map(({annotation}) => annotation)
    return {
      isOptional: all.some(({isOptional}) => isOptional),
      isAnyOrder: all.some(({isAnyOrder}) => isAnyOrder),
      min: all.findLast(({min}) => min !== null)?.min ?? null,
      aliases: all.flatMap(({aliases}) => aliases),
    }
  }
}

function read(text: string, tell: (index: number, length: number, message: string) => void): Annotation {
  const annotation: Annotation = {isOptional: false, isAnyOrder: false, min: null, aliases: []}
  if (text.trim() === '') tell(0, text.length, `the annotation says nothing; there are ${known.join(', ')}`)
  for (const match of text.matchAll(word)) {
    const [all, name = all, quoted] = match
    const value = quoted?.replace(/^(["'])(.*)\1$/, '$2').trim()
    const fault = take(annotation, name, value)
    if (fault !== null) tell(match.index, all.length, fault)
  }
  return annotation
}

/** Takes one word of an annotation; returns what is wrong with it, null where nothing is. */
function take(annotation: Annotation, name: string, value: string | undefined): string | null {
  if (!known.includes(name)) {
    const hint = didYouMean(name, known)
    return `unknown annotation "${name}"${hint ? `;${hint.replace(' Did', ' did')}` : `; there are ${known.join(', ')}`}`
  }
  const form = forms[name]
  if (form === undefined && value !== undefined) return `"${name}" takes no value; leave out "=${value}"`
  if (form !== undefined && !value) return `"${name}" needs a value; write ${form}`
  if (name === 'min' && !/^[1-9]\d{0,3}$/.test(value ?? ''))
    return `"min" is a number from 1 on, not "${value}"; write ${form}`
  if (name === 'optional') annotation.isOptional = true
  else if (name === 'any-order') annotation.isAnyOrder = true
  else if (name === 'min') annotation.min = Number(value)
  else annotation.aliases.push(value as string)
  return null
}
