import type {Severity} from '../core/finding.ts'
import type {Preset} from '../core/preset.ts'
import {type Entry, entriesOf} from './entries.ts'
import {type Proof, Proofs} from './proofs.ts'

/** A row of `docs/templates.md`. The first three cells are written by hand, the others follow from them. */
export interface Row {
  line: number
  /** The presets that the heading above names; all where it names none. */
  presets: readonly Preset[]
  /** Key of an entry of these presets; empty where the requirement is no such entry, but a rule's own. */
  key: string
  /** Ids of rules. */
  rules: readonly string[]
  severity: string
  proofs: readonly {preset: Preset; at: Proof['at']}[]
  cells: readonly string[]
}

const cellBreak = /(?<!\\)\|/
const fixtureLink = /\]\(\.\.\/fixtures\/([\w-]+)\/([\w.-]+)\?plain=1#L(\d+)\)/g
const allowed = 'allowed'

/** The rows of the tables in `page`. */
export function rowsOf(page: string, presets: readonly Preset[]): Row[] {
  let named = presets
  return page.split('\n').flatMap((text, index): Row[] => {
    if (text.startsWith('## ')) {
      const ids = codeIn(text)
      const own = presets.filter(({id}) => ids.includes(id))
      named = own.length > 0 ? own : presets
    }
    if (!text.startsWith('| ') || text.startsWith('| ---')) return []
    const cells = text
      .split(cellBreak)
      .slice(1, -1)
      .map(cell => cell.trim())
    const [, , key = '', rule = '', severity = '', proof = ''] = cells
    if (severity === 'Severity') return []
    const rules = [...rule.matchAll(/\[([\w-]+)\]/g)].map(([, id = '']) => id)
    const row = {line: index + 1, presets: named, key: codeIn(key)[0] ?? '', rules, severity, cells}
    return [{...row, proofs: proofsIn(proof, named)}]
  })
}

function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
}

function proofsIn(cell: string, presets: readonly Preset[]): Row['proofs'] {
  const links = [...cell.matchAll(fixtureLink)].flatMap(([, id, file = '', line]) => {
    const preset = presets.find(candidate => candidate.id === id)
    return preset ? [{preset, at: {file, line: Number(line)}}] : []
  })
  const [preset] = presets
  // Outside of the table of one preset a mutation names its own.
  const mutations = codeIn(cell).flatMap(words => {
    const [id, name] = words.split(/: (.*)/)
    const other = name && presets.find(candidate => candidate.id === id)
    if (other) return [{preset: other, at: {mutation: name}}]
    return preset ? [{preset, at: {mutation: words}}] : []
  })
  return [...links, ...mutations]
}

/**
 * `page` with rule, severity and proof of every row as they are.
 * @throws {Error} when a row names an entry that no preset has, or has no proof, or one that does not hold
 */
export function withProofs(page: string, presets: readonly Preset[]): string {
  const lines = page.split('\n')
  const prover = new Prover()
  const problems: string[] = []
  for (const row of rowsOf(page, presets)) {
    try {
      const cells = prover.complete(row).map(cell => (cell === '' ? ' ' : ` ${cell} `))
      lines[row.line - 1] = `|${cells.join('|')}|`
    } catch (error) {
      problems.push(`docs/templates.md:${row.line}: ${(error as Error).message}`)
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return lines.join('\n')
}

class Prover {
  readonly #proofs = new Map<string, Proofs>()
  readonly #entries = new Map<string, readonly Entry[]>()

  /** The cells of a row, with those that follow from the others. */
  complete(row: Row): string[] {
    const written = row.cells.slice(0, 3)
    return row.key === '' ? this.#completeRule(row, written) : this.#completeEntry(row, written)
  }

  #completeEntry({key, presets}: Row, written: readonly string[]): string[] {
    const found = presets.flatMap(preset =>
      this.#entriesOf(preset)
        .filter(entry => entry.key === key)
        .map(entry => ({preset, entry})),
    )
    const asked = found.find(({entry}) => !entry.isOptional)
    if (found.length === 0) throw new Error(`no entry "${key}" in ${presets.map(({id}) => id).join(', ')}`)
    if (!asked) return [...written, '', allowed, '']
    const {preset, entry} = asked
    const proof = this.#proofsOf(preset).of(entry)
    if (!proof) throw new Error(`no fixture and no mutation shows that "${key}" of ${preset.id} is missing`)
    return [...written, ruleLink(proof.rule), proof.severity, cellOf(proof.at, preset)]
  }

  #completeRule({rules, proofs, cells}: Row, written: readonly string[]): string[] {
    const shown = rules.map(rule => {
      const found = proofs.flatMap(({preset, at}) => this.#proofsOf(preset).at(at, rule) ?? [])
      const own = found.filter(proof => proof.rule === rule)
      if (own.length === 0) throw new Error(`nothing in "${cells[5]}" shows ${rule}${this.#elsewhere(rule, proofs)}`)
      return own
    })
    for (const {preset, at} of proofs) {
      const isTrue = rules.some(rule => this.#proofsOf(preset).at(at, rule)?.rule === rule)
      if (!isTrue) throw new Error(`${JSON.stringify(at)} of ${preset.id} shows none of ${rules.join(', ')}`)
    }
    if (rules.length === 0) throw new Error('neither an entry nor a rule')
    const severities = new Set<Severity>(shown.flat().map(({severity}) => severity))
    return [...written, rules.map(ruleLink).join(', '), [...severities].join(', '), cells[5] ?? '']
  }

  /** Where else in the fixtures named the rule speaks up: there the line may have moved to. */
  #elsewhere(rule: string, proofs: Row['proofs']): string {
    const places = proofs.flatMap(({preset, at}) => ('file' in at ? this.#proofsOf(preset).linesOf(at.file, rule) : []))
    return places.length > 0 ? `; it speaks up on line ${places.join(', ')}` : ''
  }

  #proofsOf(preset: Preset): Proofs {
    const proofs = this.#proofs.get(preset.id) ?? new Proofs(preset)
    this.#proofs.set(preset.id, proofs)
    return proofs
  }

  #entriesOf(preset: Preset): readonly Entry[] {
    const entries = this.#entries.get(preset.id) ?? entriesOf(preset)
    this.#entries.set(preset.id, entries)
    return entries
  }
}

function ruleLink(id: string): string {
  return `[${id}](../rules/${id}.md)`
}

function cellOf(at: Proof['at'], {id}: Preset): string {
  if ('mutation' in at) return `\`${at.mutation}\``
  return `[${at.file}:${at.line}](../fixtures/${id}/${at.file}?plain=1#L${at.line})`
}
