import type {KnownSection} from '../common-words.ts'
import {codeSpansIn, type Document} from '../document.ts'
import type {Range} from '../finding.ts'
import type {Label} from '../labels.ts'
import type {SectionSpec, Vocabulary} from '../preset.ts'
import {startingIn} from '../ranges.ts'
import {titleKey} from '../titles.ts'
import {nearest} from '../words.ts'
import {Annotations} from './annotations.ts'
import {choicesIn, isRemark, slotsIn, type TemplateSlot} from './slot-shapes.ts'
import type {Template} from './template.ts'
import {idOf, shortTitle} from './titles.ts'

/** Something that the template holds and its preset does not. */
export interface Note {
  line: number
  words: string
}

/** Nobody fills in more of them in one place. */
const mostLabels = 1000

/** In shorter titles one letter makes another word. */
const shortestMisspelt = 10

/** A template while it is read. */
export class Reading {
  readonly document: Document
  readonly annotations: Annotations
  readonly vocabulary: Vocabulary
  /** What the template writes in brackets without meaning a slot; in small letters. */
  readonly meant: ReadonlySet<string>
  /** From which line of the file each part of the preset is. */
  readonly lines = new Map<object, number>()
  readonly notes: Note[] = []
  readonly #linesBefore: number
  readonly #known: ReadonlyMap<string, KnownSection>

  constructor({document, linesBefore}: Template, vocabulary: Vocabulary, known: ReadonlyMap<string, KnownSection>) {
    this.document = document
    this.vocabulary = vocabulary
    this.#known = known
    this.annotations = new Annotations(document)
    this.meant = meantIn(document)
    this.#linesBefore = linesBefore
  }

  lineOf(offset: number): number {
    return this.document.source.lineAt(offset) + this.#linesBefore
  }

  /**
   * How a section is called: its id is that by which it goes elsewhere, or one of its own. A title with a slip of the pen
   * has that of others for an alias, as plans are written by people who spell.
   */
  named(title: string, aliases: readonly string[]): Pick<SectionSpec, 'id' | 'title' | 'aliases'> {
    const key = titleKey(title)
    const known = this.#known.get(key)
    const meant = known ? null : nearest(key, [...this.#known.keys()], word => (word.length < shortestMisspelt ? 0 : 1))
    const spelt = meant === null ? undefined : this.#known.get(meant)
    const others = [...aliases, ...(spelt ? [spelt.title] : []), ...shortTitle(title)]
    return {id: (known ?? spelt)?.id ?? idOf(title), title, ...(others.length > 0 && {aliases: others})}
  }

  /** Whether other presets ask for a section with this title. */
  isAskedElsewhere(title: string): boolean {
    return (this.#known.get(titleKey(title))?.expectation ?? 'optional') !== 'optional'
  }

  /** Notes which line a part is from. */
  from<T extends object>(offset: number, part: T): T {
    this.lines.set(part, this.lineOf(offset))
    return part
  }

  note(offset: number, words: string): void {
    this.notes.push({line: this.lineOf(offset), words})
  }

  textOf({start, end}: Range): string {
    return this.document.text.slice(start, end)
  }

  slotsIn(range: Range): TemplateSlot[] {
    const {text} = this.document
    const codeSpans = codeSpansIn(text, range).map(({start, end}) => ({
      start: start - range.start,
      end: end - range.start,
    }))
    return slotsIn({text: this.textOf(range), codeSpans, meant: this.meant})
  }

  /** Whether a value is left to whoever fills the template in. */
  isOpen(value: Range): boolean {
    const words = this.textOf(value).trim()
    return words === '' || this.slotsIn(value).length > 0 || isRemark(words) || choicesIn(words) !== null
  }

  /** Labels in bold in a place; those without a value lead to what stands below them. */
  labelsIn(range: Range): Label[] {
    return startingIn(this.document.labels, range)
      .slice(0, mostLabels)
      .filter(({strong}) => strong)
  }
}

/** What a label says in parentheses behind its name for the author: `**Files** (list exact paths)`; null for nothing. */
export function remarkOf(reading: Reading, label: Range): string | null {
  const words = /\([^()]*\)(?=\s*[:：]?\s*$)/.exec(reading.textOf(label))?.[0]
  return words !== undefined && isRemark(words) ? words : null
}

const linkDefinition = /^\[([^\]]+)\]:/
const notation = /^\[([^\s[\]]+)\](?=\s+[^\s:–—-])/

/** Texts of links, and what the template explains, as in `**[P]**: can run side by side`. */
function meantIn({blocks, labels, lines, text}: Document): Set<string> {
  const meant = new Set<string>()
  const hasSlot = (words: string) => slotsIn({text: words, codeSpans: [], meant: new Set()}).length > 0
  for (const {kind, start, end} of blocks) {
    const [, link] = kind === 'definition' ? (linkDefinition.exec(text.slice(start, end)) ?? []) : []
    if (link !== undefined) meant.add(link.toLowerCase())
  }
  for (const {name, value} of labels) {
    const words = text.slice(value.start, value.end)
    if (/^\[[^[\]]+\]$/.test(name) && words !== '' && !hasSlot(words)) meant.add(name.slice(1, -1).toLowerCase())
  }
  for (const {start, end, item, first} of lines) {
    const [lead, word] = item && first ? (notation.exec(text.slice(start, end)) ?? []) : []
    if (word !== undefined && !hasSlot(text.slice(start + (lead?.length ?? 0), end))) meant.add(word.toLowerCase())
  }
  return meant
}
