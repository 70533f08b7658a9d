import type {Document} from './document.ts'
import type {Range} from './finding.ts'
import {addTo} from './grouped.ts'
import {firstAtOrAfter} from './ranges.ts'
import type {SourceText} from './text.ts'

export type DirectiveKind = 'preset' | 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file'

/** An instruction to plan-lint in a comment or the front matter. */
export interface Directive extends Range {
  kind: DirectiveKind
  /** Rule ids, or the preset's id; none means all rules. */
  names: string[]
  /** Where each name stands. */
  nameRanges: Range[]
  /** What stands after `--`; empty where nothing does. */
  reason: string
}

const comment =
  /^<!--\s*plan-lint(?:-(disable-next-line|disable-line|disable-file|disable|enable)\b|\s+preset\s*:)([\s\S]*?)-->$/
const frontMatterPreset =
  /^plan-lint:[ \t]*(?:\{[^}\n\r\u2028\u2029]*?\bpreset:[ \t]*["']?([\w-]+)|\r?\n(?:[ \t].*\r?\n)*?[ \t]+preset:[ \t]*["']?([\w-]+))/m

function namesIn(text: string, start: number): Pick<Directive, 'names' | 'nameRanges'> {
  const found = [...text.matchAll(/[^\s,]+/g)]
  return {
    names: found.map(([name]) => name),
    nameRanges: found.map(match => ({start: start + match.index, end: start + match.index + match[0].length})),
  }
}

function inComment(document: Document, range: Range): Directive | null {
  const words = document.text.slice(range.start, range.end)
  const match = comment.exec(words)
  if (!match) return null
  const [, kind, rest = ''] = match
  const split = /\s--\s/.exec(rest)
  const list = split ? rest.slice(0, split.index) : rest
  const listStart = range.start + words.length - 3 - rest.length
  return {
    ...range,
    kind: (kind as DirectiveKind | undefined) ?? 'preset',
    ...namesIn(list, listStart),
    reason: split ? rest.slice(split.index + split[0].length).trim() : '',
  }
}

/** All directives of a document, those of the front matter first. */
export function directivesOf(document: Document): Directive[] {
  const directives = document.comments.flatMap(range => inComment(document, range) ?? [])
  if (!document.frontMatter) return directives
  const {start, end} = document.frontMatter
  const match = frontMatterPreset.exec(document.text.slice(start, end))
  const name = match?.[1] ?? match?.[2]
  if (!match || !name) return directives
  const nameEnd = start + match.index + match[0].length
  const nameRange = {start: nameEnd - name.length, end: nameEnd}
  return [
    {start: start + match.index, end: nameEnd, kind: 'preset', names: [name], nameRanges: [nameRange], reason: ''},
    ...directives,
  ]
}

/** The line that a directive for one line counts for. */
export function lineNamedBy(source: SourceText, {kind, start, end}: Directive): number {
  if (kind === 'disable-line') return source.lineAt(start)
  let line = source.lineAt(end) + 1
  while (line < source.lineCount && source.lineText(line).trim() === '') line++
  return line
}

const nothing: Directive[] = []
const keepNothing = () => nothing

/** What the directives of a document keep back. */
export class Suppression {
  /** How many findings of each rule a directive has kept back, by directive. */
  readonly kept = new Map<Directive, Map<string, number>>()
  readonly #source: SourceText
  readonly #directives: readonly Directive[]
  readonly #keepers = new Map<string, (offset: number) => Directive[]>()

  constructor({source}: Document, directives: readonly Directive[]) {
    this.#source = source
    this.#directives = directives
  }

  /** Whether a finding of `rule` that starts at `offset` is kept back. */
  takes(rule: string, offset: number): boolean {
    let keepersAt = this.#keepers.get(rule)
    if (!keepersAt) {
      keepersAt = this.#keepersOf(rule)
      this.#keepers.set(rule, keepersAt)
    }
    const keepers = keepersAt(offset)
    for (const directive of keepers) {
      const counts = this.kept.get(directive) ?? new Map<string, number>()
      this.kept.set(directive, counts.set(rule, (counts.get(rule) ?? 0) + 1))
    }
    return keepers.length > 0
  }

  /** A function that gives all directives that keep back what `rule` finds at an offset. */
  #keepersOf(rule: string): (offset: number) => Directive[] {
    const own = this.#directives.filter(({names}) => names.length === 0 || names.some(name => isNameOf(name, rule)))
    if (own.length === 0) return keepNothing
    const ofFile = own.filter(({kind}) => kind === 'disable-file')
    const byLine = new Map<number, Directive[]>()
    for (const directive of own) {
      if (directive.kind !== 'disable-line' && directive.kind !== 'disable-next-line') continue
      const line = lineNamedBy(this.#source, directive)
      addTo(byLine, line, directive)
    }
    const switches = own.filter(({kind}) => kind === 'disable' || kind === 'enable')
    return offset => {
      const last = switches[firstAtOrAfter(switches, offset + 1) - 1]
      const onLine = byLine.get(this.#source.lineAt(offset)) ?? []
      return [...ofFile, ...onLine, ...(last?.kind === 'disable' ? [last] : [])]
    }
  }
}

/** Whether a directive means `rule` by `name`; other linters put a prefix before it. */
export function isNameOf(name: string, rule: string): boolean {
  return name === rule || name === `plan-${rule}`
}
