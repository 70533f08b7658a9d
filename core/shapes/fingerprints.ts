import type {Feature, Fingerprint} from '../preset.ts'
import {type Check, either, fail, type Key, type Keys, list, may, must, number, shape, text} from './shape.ts'
import {texts} from './values.ts'

const textOrTexts = either(Array.isArray, texts, text)

const features: Readonly<Record<string, Readonly<Record<string, Key>>>> = {
  section: {section: must(textOrTexts)},
  label: {label: must(textOrTexts), outside: may(texts)},
  title: {title: must(texts)},
  phases: {phases: must(texts)},
  tasks: {tasks: must(number)},
  fence: {fence: must(text), contains: may(text)},
  functionsIn: {functionsIn: must(text)},
} satisfies {[Name in KeysOfUnion<Feature>]?: unknown}

type KeysOfUnion<T> = T extends unknown ? keyof T : never

const feature: Check = (value, name, owners) => {
  const known = Object.keys(features).find(key => typeof value === 'object' && value !== null && key in value)
  if (known === undefined) fail(owners, `"${name}" needs one of the keys ${Object.keys(features).join(', ')}.`)
  shape(features[known] ?? {})(value, name, owners)
}

const fingerprintKeys = shape({
  of: must(list(feature)),
  atLeast: may(number),
  unless: may(list(feature)),
} satisfies Keys<Fingerprint>)
const fingerprint: Check = (value, name, owners) => {
  fingerprintKeys(value, name, owners)
  const {of, atLeast = of.length} = value as Fingerprint
  if (atLeast > 0 && atLeast <= of.length) return
  fail(owners, `"${name}" asks for ${atLeast} of ${of.length} features; ask for at least 1 and no more than there are.`)
}

export const fingerprints = list(fingerprint)
