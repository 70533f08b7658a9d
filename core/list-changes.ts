import {fail} from './shapes/shape.ts'
import {didYouMean} from './words.ts'

type Item = Readonly<Record<string, unknown>>

/** How the items of a list are told apart, and what in them is a list of the like. */
export interface ListKind {
  /** For messages: `section`. */
  noun: string
  /** The key that names an item. */
  named: string
  /** The key under which an item holds others of its kind. */
  parts?: string
  /** Keys under which an item holds lists of another kind. */
  lists?: Readonly<Record<string, ListKind>>
}

/** Where an item goes: beside another one or, as the last, into it; at the end of the list where nothing is said. */
interface Place {
  before?: string
  after?: string
  in?: string
}

/** What is different in a list: some items, their keys, their order. */
export interface Changes {
  change?: Readonly<Record<string, Item>>
  add?: readonly (Item & Place)[]
  remove?: readonly string[]
}

/** Indexes from the list down to an item. */
type Way = readonly number[]

/** A list with changes made to it one after the other; `owners` is what messages call the place it stands in. */
class ChangedList {
  items: readonly Item[]
  readonly #kind: ListKind
  readonly #owners: readonly string[]

  constructor(items: readonly Item[], kind: ListKind, owners: readonly string[]) {
    this.items = items
    this.#kind = kind
    this.#owners = owners
  }

  change(name: string, own: Item): void {
    const {noun, named, parts = ''} = this.#kind
    const owners = [`${noun} "${name}"`, ...this.#owners]
    if (typeof own !== 'object' || own === null) fail(owners, 'give its new keys as an object.')
    if (named in own) fail(owners, `its ${named} stays; to give it another, remove it and add a new one.`)
    if (parts in own) fail(owners, `change each of its ${parts} by a path such as "${name}/…".`)
    this.#edit(this.#wayTo(name), (siblings, index) =>
      siblings.with(index, patched(siblings[index] ?? {}, own, this.#kind.lists ?? {}, owners)),
    )
  }

  add({before, after, in: parent, ...item}: Item & Place): void {
    const {noun, named, parts} = this.#kind
    const owners = [`${noun} "${item[named]}"`, ...this.#owners]
    const inserted = (siblings: readonly Item[], index: number) => {
      if (siblings.some(sibling => sibling[named] === item[named]))
        fail(owners, 'it is there already; change it instead of adding it.')
      return siblings.toSpliced(index, 0, item)
    }
    const [place, ...others] = [before, after, parent].filter(name => name !== undefined)
    if (others.length > 0) fail(owners, 'give one of "before", "after" and "in".')
    if (place === undefined) {
      this.items = inserted(this.items, this.items.length)
      return
    }
    this.#edit(this.#wayTo(place), (siblings, index) => {
      if (parent === undefined) return inserted(siblings, before === undefined ? index + 1 : index)
      if (parts === undefined) fail(owners, `a ${noun} holds no others; say "before" or "after", not "in".`)
      const inner = this.#partsOf(siblings[index])
      return siblings.with(index, {...siblings[index], [parts]: inserted(inner, inner.length)})
    })
  }

  remove(name: string): void {
    this.#edit(this.#wayTo(name), (siblings, index) => siblings.toSpliced(index, 1))
  }

  #partsOf(item: Item | undefined): readonly Item[] {
    return (item?.[this.#kind.parts ?? ''] ?? []) as readonly Item[]
  }

  #edit(way: Way, edit: (siblings: readonly Item[], index: number) => readonly Item[]): void {
    const edited = (items: readonly Item[], [index = 0, ...rest]: Way): readonly Item[] => {
      if (rest.length === 0) return edit(items, index)
      const owner = items[index]
      return items.with(index, {...owner, [this.#kind.parts ?? '']: edited(this.#partsOf(owner), rest)})
    }
    this.items = edited(this.items, way)
  }

  /** The way to the item that `name` means: its path, or the end of one that no other ends with. */
  #wayTo(name: string): Way {
    const ways = new Map(this.#paths(this.items))
    const exact = ways.get(name)
    if (exact) return exact
    const {noun, parts} = this.#kind
    const paths = [...ways.keys()]
    const [path, ...others] = parts === undefined ? [] : paths.filter(candidate => candidate.endsWith(`/${name}`))
    const way = ways.get(path ?? '')
    if (!way) {
      const ends = parts === undefined ? [] : paths.map(candidate => candidate.split('/').at(-1) ?? '')
      const known = [...new Set([...paths, ...ends])]
      const hint = didYouMean(name, known) || (paths.length > 0 ? ` There are ${paths.join(', ')}.` : '')
      fail(this.#owners, `there is no ${noun} "${name}".${hint}`)
    }
    if (others.length > 0)
      fail(this.#owners, `"${name}" is more than one ${noun}; write ${[path, ...others].join(' or ')}.`)
    return way
  }

  *#paths(items: readonly Item[], above = '', way: Way = []): Generator<[path: string, way: Way]> {
    for (const [index, item] of items.entries()) {
      const path = `${above}${item[this.#kind.named]}`
      yield [path, [...way, index]]
      if (this.#kind.parts !== undefined) yield* this.#paths(this.#partsOf(item), `${path}/`, [...way, index])
    }
  }
}

/**
 * `items` with `changes`: first keys are changed, then items added, then others taken out.
 * @throws {TypeError} when a change names what is not there, or more than one thing
 */
function changedList(
  items: readonly Item[],
  changes: Changes,
  kind: ListKind,
  owners: readonly string[],
): readonly Item[] {
  const known = ['change', 'add', 'remove']
  if (Array.isArray(changes) || typeof changes !== 'object' || changes === null)
    fail(owners, `say what changes in its ${kind.noun}s as {change: {…}, add: […], remove: […]}.`)
  for (const key of Object.keys(changes)) {
    if (!known.includes(key))
      fail(owners, `the key "${key}" is unknown; changes are ${known.join(', ')}.${didYouMean(key, known)}`)
  }
  const {change = {}, add = [], remove = []} = changes
  const list = new ChangedList(items, kind, owners)
  for (const [name, own] of Object.entries(change)) list.change(name, own)
  for (const item of add) list.add(item)
  for (const name of remove) list.remove(name)
  return list.items
}

/**
 * `item` with the keys of `own` in place of its own; null takes a key off. What stands under one of `lists` are changes
 * to that list.
 */
export function patched(
  item: Item,
  own: Item,
  lists: Readonly<Record<string, ListKind>>,
  owners: readonly string[],
): Item {
  const result: Record<string, unknown> = {...item}
  for (const [key, value] of Object.entries(own)) {
    const kind = lists[key]
    if (value === null) delete result[key]
    else if (kind) result[key] = changedList((item[key] ?? []) as readonly Item[], value as Changes, kind, owners)
    else result[key] = value
  }
  return result
}
