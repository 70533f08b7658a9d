import type {Preset} from './preset.ts'
import type {Rule} from './rule.ts'
import {activeRules, assertKnown} from './settings.ts'
import {checkPreset} from './shapes/preset.ts'

/** Rules and presets that join those of plan-lint. */
export interface Plugin {
  /** What messages call it. */
  readonly name?: string
  /** Made by `defineRule`. */
  readonly rules?: readonly Rule[]
  /** Made by `definePreset` or `extendPreset`. */
  readonly presets?: readonly Preset[]
}

/** All rules and presets that a run knows. */
export interface Catalogue {
  readonly rules: readonly Rule[]
  readonly presets: readonly Preset[]
}

/**
 * `own`, what this package brings, and what `plugins` add. The same rule or preset may come by several ways.
 * @throws {TypeError} when a plugin holds something else, an id is taken, or a preset sets a rule that does not exist
 */
export function withPlugins(own: Catalogue, plugins: readonly Plugin[]): Catalogue {
  if (plugins.length === 0) return own
  const rules = new Collection('rule', own.rules)
  const presets = new Collection('preset', own.presets)
  for (const [index, plugin] of plugins.entries()) {
    const name = nameOf(plugin, index)
    for (const [at, rule] of itemsOf(plugin, 'rules', name).entries()) {
      assertRule(rule, `${name}: "rules[${at}]"`)
      rules.add(rule, name)
    }
    for (const [at, preset] of itemsOf(plugin, 'presets', name).entries()) {
      within(name, () => checkPreset(preset, `presets[${at}]`))
      presets.add(preset, name)
    }
  }
  const catalogue = {rules: rules.items, presets: presets.items}
  for (const preset of presets.items) {
    if (own.presets.includes(preset)) continue
    within(`Preset "${preset.id}"`, () => {
      assertKnown(catalogue.rules, preset.rules)
      activeRules(catalogue.rules, preset, {})
    })
  }
  return catalogue
}

/** Things with an id, and where each is from. */
class Collection<Item extends {readonly id: string}> {
  items: readonly Item[]
  readonly #noun: string
  readonly #owners = new Map<string, string>()

  constructor(noun: string, items: readonly Item[]) {
    this.#noun = noun
    this.items = items
  }

  add(item: Item, owner: string): void {
    if (this.items.includes(item)) return
    if (this.items.some(({id}) => id === item.id)) {
      const other = this.#owners.get(item.id) ?? 'plan-lint itself'
      const who = other === owner ? 'it has two' : `${other.replace('Plugin', 'plugin')} has one too`
      throw new TypeError(`${owner}: the ${this.#noun} "${item.id}" is taken, ${who}; choose another id.`)
    }
    this.#owners.set(item.id, owner)
    this.items = [...this.items, item]
  }
}

function nameOf(plugin: unknown, index: number): string {
  const {name} = (plugin ?? {}) as {name?: unknown}
  return typeof name === 'string' ? `Plugin "${name}"` : `Plugin ${index + 1}`
}

function itemsOf<Name extends 'rules' | 'presets'>(plugin: Plugin, key: Name, name: string): NonNullable<Plugin[Name]> {
  if (typeof plugin !== 'object' || plugin === null || !(plugin.rules || plugin.presets))
    throw new TypeError(`${name}: holds neither "rules" nor "presets"; add what defineRule and definePreset give.`)
  const items = plugin[key] ?? []
  if (Array.isArray(items)) return items as NonNullable<Plugin[Name]>
  throw new TypeError(`${name}: "${key}" must be a list.`)
}

const ruleKeys = {
  id: 'string',
  summary: 'string',
  group: 'string',
  severity: 'string',
  enabledByDefault: 'boolean',
  options: 'object',
  messages: 'object',
  check: 'function',
} satisfies Record<Exclude<keyof Rule, 'url' | 'fixable'>, string>

function assertRule(value: unknown, place: string): asserts value is Rule {
  const parts = (value ?? {}) as Record<string, unknown>
  const isRule = Object.entries(ruleKeys).every(([key, type]) => parts[key] !== null && typeof parts[key] === type)
  if (!isRule) throw new TypeError(`${place} is no rule; make it with defineRule.`)
}

function within(name: string, check: () => void): void {
  try {
    check()
  } catch (error) {
    throw new TypeError(`${name}: ${error instanceof Error ? error.message : error}`)
  }
}
