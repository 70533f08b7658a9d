import {nameOf} from '../workspace-paths.ts'
import type {Step, Word} from './shell.ts'

/** A program as it is run in the end, past what only prepares it. */
export interface Program {
  name: string
  /** Where its name begins on the line. */
  start: number
  words: readonly Word[]
}

const setting = /^[A-Za-z_]\w*=/
/** What runs the program behind it in the same folder. */
const wrappers = new Set([
  'sudo',
  'time',
  'exec',
  'nice',
  'command',
  'nohup',
  'env',
  'builtin',
  'unbuffer',
  'xvfb-run',
  '!',
])
/** What runs the program behind the word `run`, or behind `exec`, with what a project has installed. */
const environments = new Map([
  ['uv', 'run'],
  ['poetry', 'run'],
  ['pdm', 'run'],
  ['pipenv', 'run'],
  ['rye', 'run'],
  ['coverage', 'run'],
  ['bundle', 'exec'],
])
/** Options of these that have their value behind them. */
const valued = new Set([
  '--with',
  '--python',
  '-p',
  '--extra',
  '--group',
  '--package',
  '--env-file',
  '--index',
  '--with-requirements',
])
/** With these the program is run in another folder. */
const elsewhere = new Set(['--directory', '--project', '-C', '--package'])

/** The first of `words` from `index` on that is no option; null where an option leads elsewhere. */
function pastOptions(words: readonly Word[], index: number): number | null {
  let at = index
  for (; words[at]?.text.startsWith('-'); at++) {
    const text = words[at]?.text ?? ''
    if (text === '-m') return at
    if (elsewhere.has(text.split('=', 1)[0] ?? '')) return null
    if (valued.has(text)) at++
  }
  return at
}

/** Where the program behind what only prepares it begins; null where that cannot be told. */
function pastPreparation(words: readonly Word[], start: number): number | null {
  let at = start
  while (words[at] && (setting.test(words[at]?.text ?? '') || wrappers.has(words[at]?.text ?? ''))) at++
  const name = words[at]?.text ?? ''
  if (name === 'timeout') return at + 2
  const run = environments.get(name)
  return run !== undefined && words[at + 1]?.text === run ? pastOptions(words, at + 2) : at
}

/** So many of them stand before one another. */
const mostWrappers = 8

/** The program that a step runs; null where it runs none, or one that cannot be told. */
export function programOf({words}: Step): Program | null {
  let at = 0
  for (let turns = 0; turns < mostWrappers; turns++) {
    const next = pastPreparation(words, at)
    if (next === null) return null
    if (next === at) break
    at = next
  }
  const [first, ...others] = words.slice(at)
  const name = nameOf(first?.text ?? '').replace(/\.(?:exe|cmd)$/, '')
  const isModule = (word: Word | undefined) => word?.text === '-m'
  // `python -m pytest` and `coverage run -m pytest` run what is installed under that name.
  if (isModule(first)) return programFrom(others)
  if (!/^python[\d.]*$/.test(name)) return first ? {name, start: first.start, words: others} : null
  return isModule(others[0]) ? programFrom(others.slice(1)) : null
}

function programFrom([first, ...words]: readonly Word[]): Program | null {
  return first ? {name: first.text, start: first.start, words} : null
}
