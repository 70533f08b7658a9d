import {basename} from 'node:path'
import {shownPath} from '../../config/paths.ts'
import {findConfigFile} from '../../config/search.ts'
import {schemaPath} from './calling.ts'
import {holding} from './holding.ts'
import type {JsonObject} from './merge/additions.ts'
import {asJson} from './merge/json-text.ts'
import type {Step} from './step.ts'
import type {Surroundings} from './surroundings.ts'

/** What a configuration is asked to say. */
export interface ConfigWish {
  /** Absent: as it is, `auto` in a new one. */
  preset?: string
  /** Absent: as it is, the usual places in a new one. */
  plans?: readonly string[]
}

const usualPath = 'plan-lint.config.json'

/** The step after which there is a configuration that says what is asked; one that is in force already is kept. */
export async function configStep(around: Surroundings, wish: ConfigWish, now: ConfigWish): Promise<Step> {
  const {fs, root} = around
  const file = findConfigFile(fs, root)
  if (file === undefined) return holding(around, usualPath, newConfig(around, wish))
  const path = shownPath(root, file)
  const asked = settingsOf(missing(wish, now))
  if (Object.keys(asked).length === 0) return {kind: 'settled', path, why: 'is in force'}
  const paste = `${asJson(asked)}\n`
  // Others may be under it, too.
  if (path.startsWith('../')) return {kind: 'left', path, why: 'is in force here; set there', paste}
  if (!/\.jsonc?$/.test(path)) return {kind: 'left', path, why: 'is code; set there', paste}
  return holding(around, path, basename(path) === 'package.json' ? {'plan-lint': asked} : asked)
}

/** What of `wish` is not so `now`. */
function missing({preset, plans}: ConfigWish, now: ConfigWish): ConfigWish {
  const others = plans?.filter(glob => !now.plans?.includes(glob)) ?? []
  return {
    ...(preset === undefined || preset === now.preset ? {} : {preset}),
    ...(others.length === 0 ? {} : {plans: others}),
  }
}

function newConfig(around: Surroundings, wish: ConfigWish): JsonObject {
  const schema = schemaPath(around)
  return {...(schema === null ? {} : {$schema: schema}), preset: 'auto', ...settingsOf(wish)}
}

function settingsOf({preset, plans}: ConfigWish): JsonObject {
  return {...(preset === undefined ? {} : {preset}), ...(plans === undefined ? {} : {plans: [...plans]})}
}
